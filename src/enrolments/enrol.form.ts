import { z } from 'zod';

import { LENGTHS } from '../kernel/lengths.js';
import { isPhone, latinDigits, normalText } from '../kernel/text.js';
import type { EnrolmentAnswers } from './answers.rules.js';
import { INTERPRETER_SEXES, INTERPRETER_WAYS, RELATIONS, SEXES } from './enrolment-words.rules.js';
import { childAgesField, emailField, pairCodeIfAny, phoneField } from './person-fields.rules.js';

/** One line of a person's own words; empty counts as nothing. */
function line(max: number, message: string) {
  return z.string().transform(normalText).pipe(z.string().max(max, message)).default('');
}

function oneOf<T extends readonly [string, ...string[]]>(values: T, message: string) {
  return z
    .enum(values, message)
    .nullish()
    .transform((value) => value ?? null);
}

/** A box: ticked, or not sent. */
const ticked = z.literal('yes').optional();

/** Everything the enrolment form may post, normalised. Field names are those of the page. */
export const enrolForm = z
  .strictObject({
    firstName: line(LENGTHS.name, 'enrolments:error.firstName').refine(
      (name) => name !== '',
      'enrolments:error.firstName',
    ),
    lastName: line(LENGTHS.name, 'enrolments:error.lastName'),
    email: emailField,
    phone: phoneField
      .refine((phone) => phone === '' || isPhone(phone), 'enrolments:error.phone')
      .default(''),
    childAges: childAgesField,
    relation: oneOf(RELATIONS, 'enrolments:error.choice'),
    sex: oneOf(SEXES, 'enrolments:error.choice'),
    interpreter: ticked,
    interpreterLanguage: line(LENGTHS.title, 'enrolments:error.interpreterLanguage'),
    interpreterSex: oneOf(INTERPRETER_SEXES, 'enrolments:error.choice'),
    interpreterWay: oneOf(INTERPRETER_WAYS, 'enrolments:error.choice'),
    childCare: ticked,
    childCareCount: z
      .string()
      .transform((count) => latinDigits(normalText(count)))
      .default(''),
    /** Staff read them as well. */
    childCareAges: line(LENGTHS.title, 'enrolments:error.childCareAges').transform(latinDigits),
    /** Whoever has no code leaves it empty. */
    togetherCode: pairCodeIfAny,
    /** Set by the page when its button says that it leads to the waiting list. */
    queue: ticked,
  })
  .superRefine((form, context) => {
    const wrong = (field: keyof typeof form, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (form.interpreter && form.interpreterLanguage === '')
      wrong('interpreterLanguage', 'enrolments:error.interpreterLanguage');
  });

export type EnrolForm = z.infer<typeof enrolForm>;

/** The answers as the use case takes them: what depends on a box that is not ticked is dropped. */
export function answersOf(form: EnrolForm): EnrolmentAnswers {
  return {
    firstName: form.firstName,
    lastName: form.lastName || null,
    email: form.email,
    phone: form.phone || null,
    childAges: form.childAges,
    relation: form.relation,
    sex: form.sex,
    interpreter: form.interpreter
      ? {
          language: form.interpreterLanguage,
          sex: form.interpreterSex,
          way: form.interpreterWay,
        }
      : null,
    childCare: form.childCare
      ? { count: Number(form.childCareCount), ages: form.childCareAges }
      : null,
  };
}
