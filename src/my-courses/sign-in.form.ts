import { z } from 'zod';

import { LENGTHS } from '../kernel/lengths.js';
import { normalCode } from '../kernel/secret.js';
import { isEmail, latinDigits, normalEmail, normalText } from '../kernel/text.js';

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

/** The code from a mail. */
export const mailedCode = z
  .string(missing('enrolments:error.code'))
  .max(60, 'enrolments:error.code')
  .transform(normalCode)
  .refine((typed) => typed !== '', 'enrolments:error.code');

/** A code of a person's own: four to six digits in any script. */
export const ownCodeField = z
  .string(missing('mine:error.ownCode'))
  .max(20, 'mine:error.ownCode')
  .transform((typed) => latinDigits(normalText(typed)).replace(/[\s-]/g, ''))
  .refine((digits) => /^\d{4,6}$/.test(digits), 'mine:error.ownCode');

/** "Mejla mig en länk". */
export const askForm = z.strictObject({ email: emailField });

/** The code, in the browser that asked for it. */
export const signInCodeForm = z.strictObject({ code: mailedCode });

/** Whose places, and the person's own code once it has been asked for. */
export const whoForm = z.strictObject({
  who: z.string().regex(/^\d{1,9}$/),
  ownCode: ownCodeField.optional(),
});
