import { folded } from '../../kernel/folded.js';

/** The same without accents (å as a, é as e), because search boxes are typed in a hurry. */
function unaccented(text: string): string {
  return folded(text).normalize('NFD').replace(/\p{M}/gu, '');
}

/** Whether every word of the search occurs in one of the texts, in any order; an empty search fits all. */
export function matches(search: string, ...texts: readonly string[]): boolean {
  if (search === '') return true;
  const hay = unaccented(texts.join(' '));
  return unaccented(search)
    .split(/\s+/u)
    .every((word) => hay.includes(word));
}
