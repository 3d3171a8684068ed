import { z } from 'zod';

import { emailField, mailedCode } from './person-fields.rules.js';

/** The code from the mail, in the browser that asked for it. */
export const codeForm = z.strictObject({ code: mailedCode });

/** The code and the address, where the browser has forgotten what it was doing. */
export const codeAndAddressForm = z.strictObject({ code: mailedCode, email: emailField });

/** Another address for the same enrolment. */
export const addressForm = z.strictObject({ email: emailField });
