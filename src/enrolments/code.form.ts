import { z } from 'zod';

import { stepField } from '../platform/web/forms.js';
import { emailField, mailedCode } from './person-fields.rules.js';

/** The code from the mail, in the browser that asked for it. */
export const codeForm = z.strictObject({ step: stepField, code: mailedCode });

/** The code and the address, where the browser has forgotten what it was doing. */
export const codeAndAddressForm = codeForm.extend({ email: emailField });

/** The same where the enrolment of this browser has just been confirmed: an open tab has no address field. */
export const codeAgainForm = codeForm.extend({ email: emailField.optional() });

/** A new code for the same enrolment. */
export const newCodeForm = z.strictObject({ step: stepField });

/** Another address for the same enrolment. */
export const addressForm = z.strictObject({ step: stepField, email: emailField });
