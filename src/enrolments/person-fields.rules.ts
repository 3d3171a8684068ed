import { z } from 'zod';

import { LENGTHS } from '../kernel/lengths.js';
import { CODE_LENGTH, PAIR_CODE_LENGTH, codeIn } from '../kernel/secret.js';
import { isEmail, normalEmail, normalPhone } from '../kernel/text.js';
import { CHILD_AGES } from './enrolment-words.rules.js';

/** The words for a field that was not sent; one sent twice is no form of ours, and gets none. */
export function missing(message: string) {
  return {
    error: ({ input }: { readonly input?: unknown }) => (input === undefined ? message : undefined),
  };
}

/** An e-mail address as somebody types it; keyboards in other scripts included. */
export const emailField = z
  .string(missing('enrolments:error.email'))
  .max(2 * LENGTHS.email, 'enrolments:error.email')
  .transform(normalEmail)
  .refine(isEmail, 'enrolments:error.email');

/** A telephone number as somebody types it. */
export const phoneField = z
  .string(missing('enrolments:error.phone'))
  .max(60, 'enrolments:error.phone')
  .transform(normalPhone);

/** People paste the line that the code stands in, or the whole mail. */
const LONGEST_PASTED = 5_000;

/** The code from a mail. What cannot be one costs none of the tries. */
export const mailedCode = z
  .string(missing('enrolments:error.code'))
  .max(LONGEST_PASTED, 'enrolments:error.code')
  .transform((typed) => codeIn(typed, CODE_LENGTH))
  .refine((typed) => typed.length === CODE_LENGTH, 'enrolments:error.code');

const handedCode = z
  .string(missing('together:error.code'))
  .max(LONGEST_PASTED, 'together:error.code')
  .transform((typed) => codeIn(typed, PAIR_CODE_LENGTH));

/** A code that somebody has handed over. What cannot be one is told in the same words as a wrong one. */
export const pairCodeField = handedCode.refine(
  (typed) => typed.length === PAIR_CODE_LENGTH,
  'together:error.code',
);

/** The same where most people have none; '' then. */
export const pairCodeIfAny = handedCode
  .refine((typed) => typed === '' || typed.length === PAIR_CODE_LENGTH, 'together:error.code')
  .default('');

/** Boxes: one, several or none ticked. */
function several<T extends readonly [string, ...string[]]>(values: T, message: string) {
  const list = z.array(z.enum(values, message)).max(values.length, message);
  return z.preprocess((value) => (typeof value === 'string' ? [value] : (value ?? [])), list);
}

/** How old the children are: at least one box. */
export const childAgesField = several(CHILD_AGES, 'enrolments:error.childAges').refine(
  (ages) => ages.length > 0,
  'enrolments:error.childAges',
);
