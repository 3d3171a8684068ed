import { itemHref, textToShow } from '../library/library.rules.js';
import { inLanguage, textIn, type TextInLanguage } from '../platform/text/texts.js';
import { emptyState, type EmptyState } from '../platform/web/components/notices.js';
import { tag, type Tag, type TagColour } from '../platform/web/components/tag.js';
import type { Locale } from '../platform/web/locale.js';
import type { FoundGoal, FoundMeasure, FoundPlan } from './action-plan.queries.js';
import { measureHref } from './measures.rules.js';
import type { MeasureStatus } from './measure.entity.js';
import type { Serving } from './serving.queries.js';

/** Something on the site that serves a measure. */
export interface ServingLink {
  readonly title: TextInLanguage;
  readonly href: string;
}

/** A measure on the plan's page. */
export interface MeasureCard {
  readonly title: TextInLanguage;
  readonly href: string;
  readonly status: Tag;
  readonly leadBody: TextInLanguage;
  readonly programmes: readonly ServingLink[];
  readonly items: readonly ServingLink[];
}

/** A goal with the measures that serve it. */
export interface GoalSection {
  readonly label: string;
  readonly title: TextInLanguage;
  readonly measures: readonly MeasureCard[];
}

/** `views/action-plan/plan.hbs` */
export interface PlanPage {
  readonly title: string;
  /** Name of the plan; null when none is adopted. */
  readonly name: TextInLanguage | null;
  readonly summary: TextInLanguage | null;
  readonly period: string;
  readonly goals: readonly GoalSection[];
  /** Null when there is a plan. */
  readonly empty: EmptyState | null;
}

const COLOURS: Readonly<Record<MeasureStatus, TagColour>> = {
  planned: 'info',
  ongoing: 'success',
  done: 'neutral',
  delayed: 'warning',
  dropped: 'neutral',
};

/** The adopted plan, goal by goal. A measure that serves two goals stands under both. */
export function presentPlan(found: FoundPlan | null, serving: Serving, locale: Locale): PlanPage {
  const title = locale.t('plan:title');
  if (found === null) {
    const empty = emptyState(locale.t('plan:none.title'), locale.t('plan:none.text'));
    return { title, name: null, summary: null, period: '', goals: [], empty };
  }
  const text = textIn(found.texts, locale.language);
  return {
    title,
    name: inLanguage(text, text.title),
    summary: inLanguage(text, text.summary),
    period: presentPeriod(found.plan, locale),
    goals: found.goals.map((goal, index) =>
      presentGoal(goal, index + 1, found.measures, serving, locale),
    ),
    empty: null,
  };
}

/** "1 januari 2025 till 31 december 2027" */
export function presentPeriod(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  locale: Locale,
): string {
  const from = locale.plainDate(startsOn);
  return locale.t('plan:periodText', { from, to: locale.plainDate(endsOn) });
}

/** How far a measure has come, in a word. */
export function statusTag(status: MeasureStatus, locale: Locale): Tag {
  return tag(locale.t(`plan:status.${status}`), COLOURS[status]);
}

/** The courses that serve a measure. */
export function programmeLinks(
  { programmeIds }: FoundMeasure,
  { programmes }: Serving,
  locale: Locale,
): ServingLink[] {
  return programmeIds.flatMap((id) => {
    const programme = programmes.get(id);
    if (programme === undefined) return [];
    const title = inLanguage(programme.text, programme.text.name);
    return [{ title, href: locale.href(`/kurser/${programme.slug}`) }];
  });
}

/** The texts that serve a measure. */
export function itemLinks(
  { itemIds }: FoundMeasure,
  { items }: Serving,
  locale: Locale,
): ServingLink[] {
  return itemIds.flatMap((id) => {
    const listed = items.get(id);
    if (listed === undefined) return [];
    const text = textToShow(listed.texts, locale.language, listed.item.sensitive);
    return [{ title: inLanguage(text, text.title), href: itemHref(locale, listed.item.slug) }];
  });
}

function presentGoal(
  { goal, texts }: FoundGoal,
  number: number,
  measures: readonly FoundMeasure[],
  serving: Serving,
  locale: Locale,
): GoalSection {
  const text = textIn(texts, locale.language);
  return {
    label: locale.t('plan:goal', { number }),
    title: inLanguage(text, text.title),
    measures: measures
      .filter(({ goalIds }) => goalIds.includes(goal.id))
      .map((measure) => presentCard(measure, serving, locale)),
  };
}

function presentCard(found: FoundMeasure, serving: Serving, locale: Locale): MeasureCard {
  const text = textIn(found.texts, locale.language);
  return {
    title: inLanguage(text, text.title),
    href: measureHref(locale, found.measure.slug),
    status: statusTag(found.measure.status, locale),
    leadBody: inLanguage(text, text.leadBody),
    programmes: programmeLinks(found, serving, locale),
    items: itemLinks(found, serving, locale),
  };
}
