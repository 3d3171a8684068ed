import { z } from 'zod';

import { emailField, mailedCode, missing } from '../enrolments/person-fields.rules.js';
import { plainText, withOneDash } from '../kernel/text.js';
import { stepField } from '../platform/web/forms.js';

/** A code of a person's own: four to six digits in any script. */
export const ownCodeField = z
  .string(missing('mine:error.ownCode'))
  .max(20, 'mine:error.ownCode')
  .transform((typed) => withOneDash(plainText(typed)).replace(/[\s-]/g, ''))
  .refine((digits) => /^\d{4,6}$/.test(digits), 'mine:error.ownCode');

/** "Mejla mig en länk". */
export const askForm = z.strictObject({ email: emailField });

/** The code, in the browser that asked for it. */
export const signInCodeForm = z.strictObject({ step: stepField, code: mailedCode });

/** Whose places, and the person's own code once it has been asked for. */
export const whoForm = z.strictObject({
  step: stepField,
  who: z.string().regex(/^\d{1,9}$/),
  ownCode: ownCodeField.optional(),
});
