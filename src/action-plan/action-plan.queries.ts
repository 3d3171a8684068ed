import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { byOwner } from '../platform/text/texts.js';
import { ActionPlan, ActionPlanText, Goal, GoalText } from './action-plan.entity.js';
import { MeasureGoal, MeasureItem, MeasureProgramme } from './measure-links.entity.js';
import { Indicator, IndicatorText, Measure, MeasureText } from './measure.entity.js';

/** A measure with its words, and the ids of what belongs to it. */
export interface FoundMeasure {
  readonly measure: Measure;
  readonly texts: readonly MeasureText[];
  readonly goalIds: readonly number[];
  readonly programmeIds: readonly number[];
  readonly itemIds: readonly number[];
}

/** A goal with its words. */
export interface FoundGoal {
  readonly goal: Goal;
  readonly texts: readonly GoalText[];
}

/** The adopted plan. */
export interface FoundPlan {
  readonly plan: ActionPlan;
  readonly texts: readonly ActionPlanText[];
  readonly goals: readonly FoundGoal[];
  readonly measures: readonly FoundMeasure[];
}

/** What is counted for a measure. */
export interface FoundIndicator {
  readonly indicator: Indicator;
  readonly texts: readonly IndicatorText[];
}

/** A measure as other pages name it. */
export interface NamedMeasure {
  readonly slug: string;
  readonly texts: readonly MeasureText[];
}

/** Reads the adopted plan; measures that are not published do not exist here. */
@Injectable()
export class ActionPlanQueries {
  constructor(private readonly db: Database) {}

  /** The adopted plan that began last, or null. Nine queries, however long it is. */
  async plan(): Promise<FoundPlan | null> {
    const plan = await this.db.read.findOne(ActionPlan, {
      where: { state: 'adopted' },
      order: { startsOn: 'DESC' },
    });
    if (plan === null) return null;
    const [texts, goals, measures] = await Promise.all([
      this.db.read.findBy(ActionPlanText, { planId: plan.id }),
      this.db.read.find(Goal, { where: { planId: plan.id }, order: { sortOrder: 'ASC' } }),
      this.db.read.find(Measure, {
        where: { planId: plan.id, published: true },
        order: { sortOrder: 'ASC' },
      }),
    ]);
    return {
      plan,
      texts,
      goals: await this.withGoalTexts(goals),
      measures: await this.withWords(measures),
    };
  }

  /** The measure of the adopted plan with that slug, or null. */
  async measure(slug: string): Promise<FoundMeasure | null> {
    const measures = await this.db.read.find(Measure, {
      where: { slug, published: true, plan: { state: 'adopted' } },
    });
    const [found] = await this.withWords(measures);
    return found ?? null;
  }

  /** Goals by id, in the plan's order. */
  async goals(ids: readonly number[]): Promise<FoundGoal[]> {
    const goals = await this.db.read.find(Goal, {
      where: { id: In(ids) },
      order: { sortOrder: 'ASC' },
    });
    return this.withGoalTexts(goals);
  }

  /** What is counted for a measure, in order. */
  async indicators(measureId: number): Promise<FoundIndicator[]> {
    const indicators = await this.db.read.find(Indicator, {
      where: { measureId },
      order: { sortOrder: 'ASC' },
    });
    const texts = await this.db.read.find(IndicatorText, {
      where: { indicator: { measureId } },
    });
    const textsOf = byOwner(texts, (text) => text.indicatorId);
    return indicators.map((indicator) => ({
      indicator,
      texts: textsOf.get(indicator.id) ?? [],
    }));
  }

  /** The measures that a programme serves. */
  async measuresForProgramme(programmeId: number): Promise<NamedMeasure[]> {
    const links = await this.db.read.findBy(MeasureProgramme, { programmeId });
    return this.named(links.map((link) => link.measureId));
  }

  /** The measures that a library item serves. */
  async measuresForItem(itemId: number): Promise<NamedMeasure[]> {
    const links = await this.db.read.findBy(MeasureItem, { itemId });
    return this.named(links.map((link) => link.measureId));
  }

  private async named(measureIds: readonly number[]): Promise<NamedMeasure[]> {
    const rows = await this.db.read.find(MeasureText, {
      where: {
        measureId: In(measureIds),
        measure: { published: true, plan: { state: 'adopted' } },
      },
      relations: { measure: true },
      order: { measure: { sortOrder: 'ASC' }, id: 'ASC' },
    });
    return [...byOwner(rows, (row) => row.measureId).values()].map((texts) => ({
      slug: texts[0]?.measure?.slug ?? '',
      texts,
    }));
  }

  private async withGoalTexts(goals: readonly Goal[]): Promise<FoundGoal[]> {
    const texts = await this.db.read.findBy(GoalText, { goalId: In(goals.map(({ id }) => id)) });
    const textsOf = byOwner(texts, (text) => text.goalId);
    return goals.map((goal) => ({ goal, texts: textsOf.get(goal.id) ?? [] }));
  }

  private async withWords(measures: readonly Measure[]): Promise<FoundMeasure[]> {
    const measureId = In(measures.map(({ id }) => id));
    const [texts, goals, programmes, items] = await Promise.all([
      this.db.read.findBy(MeasureText, { measureId }),
      this.db.read.findBy(MeasureGoal, { measureId }),
      this.db.read.findBy(MeasureProgramme, { measureId }),
      this.db.read.find(MeasureItem, { where: { measureId }, order: { id: 'ASC' } }),
    ]);
    const of = <Row extends { measureId: number }>(rows: readonly Row[], id: number) =>
      rows.filter((row) => row.measureId === id);
    return measures.map((measure) => ({
      measure,
      texts: of(texts, measure.id),
      goalIds: of(goals, measure.id).map((row) => row.goalId),
      programmeIds: of(programmes, measure.id).map((row) => row.programmeId),
      itemIds: of(items, measure.id).map((row) => row.itemId),
    }));
  }
}
