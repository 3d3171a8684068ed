import { ActionPlan, ActionPlanText, Goal, GoalText } from '../action-plan/action-plan.entity.js';
import { MeasureGoal, MeasureItem, MeasureProgramme } from '../action-plan/measure-links.entity.js';
import { Indicator, IndicatorText, Measure, MeasureText } from '../action-plan/measure.entity.js';
import type { Writer } from '../platform/database/database.js';
import { DEMO_GOALS, DEMO_MEASURES, DEMO_PLAN, type DemoMeasure } from './content/plan.js';
import { DEMO_LANGUAGES } from './content/programmes/demo-programme.js';

/** Ids of what a measure may point at, by the demo's own names. */
export interface PlanTargets {
  /** By slug. */
  readonly programmes: ReadonlyMap<string, number>;
  /** By slug. */
  readonly items: ReadonlyMap<string, number>;
}

/** Adds the demo's action plan, adopted, with goals, measures and all that serves them. */
export async function loadPlan(em: Writer, targets: PlanTargets): Promise<void> {
  const { slug, startsOn, endsOn, title, summary } = DEMO_PLAN;
  const plan = await em.save(ActionPlan, { slug, state: 'adopted', startsOn, endsOn });
  await em.insert(
    ActionPlanText,
    DEMO_LANGUAGES.map((language) => ({
      planId: plan.id,
      language,
      title: title[language],
      summary: summary[language],
    })),
  );
  const goals = await addGoals(em, plan.id);
  for (const [index, demo] of DEMO_MEASURES.entries()) {
    const id = await addMeasure(em, plan.id, demo, index);
    await addIndicators(em, id, demo);
    await link(em, id, demo, goals, targets);
  }
}

async function addGoals(em: Writer, planId: number): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  for (const [index, { code, title }] of DEMO_GOALS.entries()) {
    const goal = await em.save(Goal, { planId, code, sortOrder: (index + 1) * 10 });
    await em.insert(
      GoalText,
      DEMO_LANGUAGES.map((language) => ({ goalId: goal.id, language, title: title[language] })),
    );
    ids.set(code, goal.id);
  }
  return ids;
}

async function addMeasure(
  em: Writer,
  planId: number,
  demo: DemoMeasure,
  index: number,
): Promise<number> {
  const { code, slug, status, startsOn, endsOn } = demo;
  const facts = { planId, code, slug, status, published: true, startsOn, endsOn };
  const measure = await em.save(Measure, { ...facts, sortOrder: (index + 1) * 10 });
  await em.insert(
    MeasureText,
    DEMO_LANGUAGES.map((language) => ({
      measureId: measure.id,
      language,
      title: demo.title[language],
      description: demo.description[language],
      leadBody: demo.leadBody[language],
    })),
  );
  return measure.id;
}

async function addIndicators(em: Writer, measureId: number, demo: DemoMeasure): Promise<void> {
  for (const [index, { bySex, name }] of demo.indicators.entries()) {
    const indicator = await em.save(Indicator, { measureId, sortOrder: (index + 1) * 10, bySex });
    await em.insert(
      IndicatorText,
      DEMO_LANGUAGES.map((language) => ({
        indicatorId: indicator.id,
        language,
        name: name[language],
      })),
    );
  }
}

async function link(
  em: Writer,
  measureId: number,
  demo: DemoMeasure,
  goals: ReadonlyMap<string, number>,
  targets: PlanTargets,
): Promise<void> {
  for (const code of demo.goals)
    await em.insert(MeasureGoal, { measureId, goalId: known(goals, code) });
  for (const slug of demo.programmes)
    await em.insert(MeasureProgramme, { measureId, programmeId: known(targets.programmes, slug) });
  for (const slug of demo.items)
    await em.insert(MeasureItem, { measureId, itemId: known(targets.items, slug) });
}

function known(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo does not know ${name}`);
  return id;
}
