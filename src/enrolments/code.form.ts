import { z } from 'zod';

import { CODE_LENGTH, normalCode } from '../kernel/secret.js';
import { emailField, missing } from './enrol.form.js';

const code = z
  .string(missing('enrolments:error.code'))
  .max(60, 'enrolments:error.code')
  .transform(normalCode)
  // What cannot be a code costs none of the tries.
  .refine((typed) => typed.length === CODE_LENGTH, 'enrolments:error.code');

/** The code from the mail, in the browser that asked for it. */
export const codeForm = z.strictObject({ code });

/** The code and the address, where the browser has forgotten what it was doing. */
export const codeAndAddressForm = z.strictObject({ code, email: emailField });

/** Another address for the same enrolment. */
export const addressForm = z.strictObject({ email: emailField });
