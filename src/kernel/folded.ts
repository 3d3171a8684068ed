import { plainText, withOneDash } from './text.js';

/** Signs that are written for an apostrophe, from keyboards, word processors and transliterations. */
const APOSTROPHES =
  /[`\u00B4\u02B9\u02BB-\u02BF\u02C8\u02CA\u02CB\u0384\u055A\u05F3\u1FBD\u1FBF\u1FEF\u1FFD\u1FFE\u2018-\u201B\u2032\u2035\uA78B\uA78C\uFF07\uFF40]/g;
/** Vowel signs, hamza and madda: all that stands above and below Arabic letters. */
const ARABIC_SIGNS = /[\p{M}&&\p{Script_Extensions=Arabic}]/gv;
const TATWEEL = /\u0640/g;
/** Letters that Arabic, Persian, Kurdish and Urdu write for the same one, and that people mix up. */
const ARABIC_LETTERS = [
  [/\u0671/g, '\u0627'],
  [/[\u0629\u06BE\u06C1\u06C3\u06D5]/g, '\u0647'],
  [/[\u0649\u06CC\u06CD\u06D0\u06D2]/g, '\u064A'],
  [/[\u06A9\u06AA]/g, '\u0643'],
] as const;

/**
 * A text as it is compared: without case (Turkish i included), one apostrophe, one dash, one form of each
 * Arabic letter, no Arabic vowel signs, nothing unseen. Accents stay: `ö` is not `o`.
 */
export function folded(text: string): string {
  // Before, because NFKC makes a space and an accent of some; after, because it brings out others.
  const signs = withOneApostrophe(plainText(withOneApostrophe(text)));
  const bare = withOneDash(signs).normalize('NFD').replace(ARABIC_SIGNS, '').replace(TATWEEL, '');
  const letters = ARABIC_LETTERS.reduce((rest, [forms, one]) => rest.replace(forms, one), bare);
  return (
    letters
      // Some signs are written on a space of their own.
      .replace(/\s+/g, ' ')
      .trim()
      .toUpperCase()
      .toLowerCase()
      .replace(/i\u0307+/g, 'i')
      .normalize('NFC')
  );
}

function withOneApostrophe(text: string): string {
  return text.replace(APOSTROPHES, "'");
}
