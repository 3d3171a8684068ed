import { z } from 'zod';

import { childAgesField, emailField } from '../enrolments/person-fields.rules.js';
import { LENGTHS } from '../kernel/lengths.js';
import { normalText } from '../kernel/text.js';

/** What somebody leaves who wants to know when the course is given. Field names are those of the page. */
export const interestForm = z.strictObject({
  firstName: z
    .string('interest:error.firstName')
    .transform(normalText)
    .refine((name) => name !== '' && name.length <= LENGTHS.name, 'interest:error.firstName'),
  email: emailField,
  childAges: childAgesField,
});
