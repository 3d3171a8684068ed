import { z } from 'zod';

import { LENGTHS } from '../kernel/lengths.js';
import { isPhone, normalText } from '../kernel/text.js';
import { missing, phoneField } from './person-fields.rules.js';

function words(max: number, message: string) {
  return z
    .string(missing(message))
    .transform(normalText)
    .refine((text) => text !== '' && text.length <= max, message);
}

/** "Då ringer vi dig": nothing but what the call needs. */
export const callMeForm = z.strictObject({
  name: words(LENGTHS.name, 'enrolments:error.callName'),
  phone: phoneField.refine(isPhone, 'enrolments:error.callPhone'),
  whenToCall: words(LENGTHS.shortText, 'enrolments:error.callWhen'),
  hideCaller: z.literal('yes').optional(),
});
