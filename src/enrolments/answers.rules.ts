import type {
  ChildAge,
  InterpreterSex,
  InterpreterWay,
  Relation,
  Sex,
} from './enrolment-words.rules.js';

/** What a person answers in the enrolment form, normalised. */
export interface EnrolmentAnswers {
  readonly firstName: string;
  readonly lastName: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly childAges: readonly ChildAge[];
  readonly relation: Relation | null;
  readonly sex: Sex | null;
  readonly interpreter: {
    readonly language: string;
    readonly sex: InterpreterSex | null;
    readonly way: InterpreterWay | null;
  } | null;
  readonly childCare: { readonly count: number; readonly ages: string } | null;
}

/** The columns of an enrolment that hold answers. */
export function answerColumns(answers: EnrolmentAnswers) {
  const { firstName, lastName, email, phone, relation, sex, interpreter, childCare } = answers;
  return {
    firstName,
    lastName,
    email,
    phone,
    relation,
    sex,
    interpreterLanguage: interpreter?.language ?? null,
    interpreterSex: interpreter?.sex ?? null,
    interpreterWay: interpreter?.way ?? null,
    childCareCount: childCare?.count ?? null,
    childCareAges: childCare?.ages ?? null,
  };
}

/** Same address and same first name is the same person; capitals and spaces do not count. */
export function isSamePerson(
  one: { readonly firstName: string; readonly email: string | null },
  other: { readonly firstName: string; readonly email: string | null },
): boolean {
  const name = (person: { readonly firstName: string }) =>
    person.firstName.toLocaleLowerCase('sv').replace(/\s+/g, '');
  return one.email !== null && one.email === other.email && name(one) === name(other);
}
