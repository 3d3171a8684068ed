import { createHash, randomBytes, randomInt } from 'node:crypto';

import { plainText, withOneDash } from './text.js';

/** Without 0, 1, I and O, which are read wrong on the telephone and on paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const REFERENCE_LENGTH = 6;
/** Characters of a mailed code, without the hyphen that it is shown with. */
export const CODE_LENGTH = 8;
/** Shorter than a mailed code, so that nobody hands over the one for the other. */
export const PAIR_CODE_LENGTH = 6;
const TOKEN_BYTES = 32;

/** A token of 256 random bits in base64url, 43 characters: whoever holds it may open something. */
export function randomToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Six characters that name an enrolment on every page and mail. Not a secret. */
export function randomReference(): string {
  return randomText(REFERENCE_LENGTH);
}

/** Eight characters (39 bits) that prove a mailbox, for a few tries within a short time. */
export function randomCode(): string {
  return randomText(CODE_LENGTH);
}

/** Six characters (30 bits) to hand over by word of mouth, for a few tries an hour. */
export function randomPairCode(): string {
  return randomText(PAIR_CODE_LENGTH);
}

/** A code as it is shown: `XXXX-XXXX`, `XXX-XXX`. */
export function shownCode(code: string): string {
  const half = code.length / 2;
  return `${code.slice(0, half)}-${code.slice(half)}`;
}

/**
 * The code of so many characters that somebody typed or pasted, as it would be stored: `abcd-٢٣٤٥` →
 * `ABCD2345`, and the same from the line of a mail that it stands in. Without one, whatever could be of it.
 */
export function codeIn(typed: string, length: number): string {
  const text = withOneDash(plainText(typed)).toUpperCase();
  const only = text.replace(/[^0-9A-Z]/g, '');
  if (only.length === length) return only;
  const said = text.replace(/HTTPS?:\S+/g, ' ');
  const half = `[${ALPHABET}]{${length / 2}}`;
  // As it is shown goes before what may be a word, or two.
  for (const between of ['-', ' ?- ?', '', ' ']) {
    const alone = new RegExp(
      `(?<![\\p{Script=Latin}\\d-])${half}${between}${half}(?![\\p{Script=Latin}\\d-])`,
      'u',
    );
    const found = alone.exec(said)?.[0];
    if (found !== undefined) return found.replace(/[ -]/g, '');
  }
  return only;
}

/** The SHA-256 of a text in hexadecimal, 64 characters: how tokens and codes are stored. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function randomText(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}
