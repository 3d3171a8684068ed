import { inLanguage, textIn, type TextInLanguage } from '../platform/text/texts.js';
import { summaryList, type SummaryList } from '../platform/web/components/summary-list.js';
import type { Tag } from '../platform/web/components/tag.js';
import type { Locale } from '../platform/web/locale.js';
import type { FoundGoal, FoundIndicator, FoundMeasure } from './action-plan.queries.js';
import {
  itemLinks,
  presentPeriod,
  programmeLinks,
  statusTag,
  type ServingLink,
} from './plan.view.js';
import type { Serving } from './serving.queries.js';

/** What is counted, and whether women and men are counted apart. */
export interface IndicatorLine {
  readonly name: TextInLanguage;
  /** Empty when they are not. */
  readonly bySex: string;
}

/** `views/action-plan/measure.hbs` */
export interface MeasurePage {
  readonly title: TextInLanguage;
  readonly status: Tag;
  readonly description: TextInLanguage;
  readonly facts: SummaryList;
  readonly goals: readonly TextInLanguage[];
  readonly indicators: readonly IndicatorLine[];
  readonly programmes: readonly ServingLink[];
  readonly items: readonly ServingLink[];
  readonly nothingServes: boolean;
}

/** Everything that a measure's page is made of. */
export interface MeasureFacts {
  readonly found: FoundMeasure;
  readonly goals: readonly FoundGoal[];
  readonly indicators: readonly FoundIndicator[];
  readonly serving: Serving;
}

/** One measure: what is done, by whom, until when, and what on the site belongs to it. */
export function presentMeasure(facts: MeasureFacts, locale: Locale): MeasurePage {
  const { found, goals, indicators, serving } = facts;
  const text = textIn(found.texts, locale.language);
  const programmes = programmeLinks(found, serving, locale);
  const items = itemLinks(found, serving, locale);
  const leadBody = inLanguage(text, text.leadBody);
  return {
    title: inLanguage(text, text.title),
    status: statusTag(found.measure.status, locale),
    description: inLanguage(text, text.description),
    facts: summaryList([
      {
        label: locale.t('plan:measure.leadBody'),
        text: leadBody.text,
        lang: leadBody.lang,
        dir: leadBody.dir,
      },
      { label: locale.t('plan:period'), text: presentPeriod(found.measure, locale) },
    ]),
    goals: goals.map(({ texts }) => {
      const goal = textIn(texts, locale.language);
      return inLanguage(goal, goal.title);
    }),
    indicators: indicators.map(({ indicator, texts }) => {
      const name = textIn(texts, locale.language);
      return {
        name: inLanguage(name, name.name),
        bySex: indicator.bySex ? locale.t('plan:measure.bySex') : '',
      };
    }),
    programmes,
    items,
    nothingServes: programmes.length + items.length === 0,
  };
}
