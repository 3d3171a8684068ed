import { latinDigits } from '../../kernel/text.js';

/**
 * A text as it is compared in a search: without case, accents (å as a), Arabic vowel signs and the
 * spellings of alif, ta marbuta and ya that people mix up; digits as 0–9.
 */
function folded(text: string): string {
  return latinDigits(text.normalize('NFKD'))
    .replace(/\p{M}|\u0640/gu, '')
    .toLowerCase()
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replaceAll('\u0629', '\u0647')
    .replaceAll('\u0649', '\u064A')
    .replaceAll('\u0640', '');
}

/** Whether every word of the search occurs in one of the texts, in any order; an empty search fits all. */
export function matches(search: string, ...texts: readonly string[]): boolean {
  if (search === '') return true;
  const hay = folded(texts.join(' '));
  return folded(search)
    .split(/\s+/u)
    .every((word) => hay.includes(word));
}
