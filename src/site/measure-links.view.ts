import { inLanguage, textIn, type TextInLanguage } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';
import type { NamedMeasure } from '../action-plan/action-plan.queries.js';
import { measureHref } from '../action-plan/measures.rules.js';

/** A measure as a page that serves it names it. */
export interface MeasureLink {
  readonly title: TextInLanguage;
  readonly href: string;
}

/** The measures that something on the site serves, for its "Om sidan". */
export function presentMeasureLinks(
  measures: readonly NamedMeasure[],
  locale: Locale,
): MeasureLink[] {
  return measures.map(({ slug, texts }) => {
    const text = textIn(texts, locale.language);
    return { title: inLanguage(text, text.title), href: measureHref(locale, slug) };
  });
}
