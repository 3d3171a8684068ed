import { directionOf, type Direction } from '../web/locale.js';

/** The language every content text exists in, and the one shown when a translation is missing. */
export const ORIGINAL_LANGUAGE = 'sv';

/** A text ready for a template, which prints `lang="{{x.lang}}" dir="{{x.dir}}"` around it. */
export interface TextInLanguage {
  readonly text: string;
  /** Language tag of the text itself, which is not always the language of the page. */
  readonly lang: string;
  readonly dir: Direction;
}

/**
 * The row in the wanted language, or the Swedish one.
 * Throws when there is neither: content without a Swedish text is a broken database.
 */
export function textIn<Row extends { readonly language: string }>(
  rows: readonly Row[],
  language: string,
): Row {
  const row =
    rows.find((candidate) => candidate.language === language) ??
    rows.find((candidate) => candidate.language === ORIGINAL_LANGUAGE);
  if (row === undefined) throw new Error(`No text in ${language} or ${ORIGINAL_LANGUAGE}`);
  return row;
}

/** Wraps one text of a row with the language and direction it is written in. */
export function inLanguage(row: { readonly language: string }, text: string): TextInLanguage {
  return { text, lang: row.language, dir: directionOf(row.language) };
}

/**
 * A name, address or number that reads left to right, kept together inside a sentence of the other
 * direction: the same as `<bdi>`, for texts that are escaped as a whole. Unchanged on `ltr` pages.
 */
export function isolated(text: string, pageDirection: Direction): string {
  return pageDirection === 'rtl' ? `\u2066${text}\u2069` : text;
}

/** Rows grouped by the id of the thing they belong to, e.g. all texts by programme. */
export function byOwner<Row>(
  rows: readonly Row[],
  owner: (row: Row) => number,
): Map<number, Row[]> {
  return Map.groupBy(rows, owner);
}
