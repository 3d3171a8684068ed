import { z } from 'zod';

import { CHILD_AGES } from '../enrolments/enrolment-words.rules.js';
import { LENGTHS } from '../kernel/lengths.js';
import { isEmail, normalEmail, normalText } from '../kernel/text.js';

/** What somebody leaves who wants to know when the course is given. Field names are those of the page. */
export const interestForm = z.strictObject({
  firstName: z
    .string('interest:error.firstName')
    .transform(normalText)
    .refine((name) => name !== '' && name.length <= LENGTHS.name, 'interest:error.firstName'),
  email: z
    .string('enrolments:error.email')
    .max(2 * LENGTHS.email, 'enrolments:error.email')
    .transform(normalEmail)
    .refine(isEmail, 'enrolments:error.email'),
  childAges: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : (value ?? [])),
    z
      .array(z.enum(CHILD_AGES, 'enrolments:error.childAges'))
      .min(1, 'enrolments:error.childAges')
      .max(CHILD_AGES.length, 'enrolments:error.childAges'),
  ),
});
