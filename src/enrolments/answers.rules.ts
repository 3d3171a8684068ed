import { folded } from '../kernel/folded.js';
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

type AnswerColumns = Omit<ReturnType<typeof answerColumns>, 'email'> & { email: string | null };

interface Named {
  readonly firstName: string;
}

interface Identity extends Named {
  readonly email: string | null;
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

/** Same address and same first name is the same person, as {@link isSameName} compares names. */
export function isSamePerson(one: Identity, other: Identity): boolean {
  return one.email !== null && one.email === other.email && isSameName(one, other);
}

/**
 * Whether two first names are the same however they were typed: capitals, spaces, the kind of apostrophe or
 * dash and the spellings of Arabic letters do not count. `Zoë` and `Zoe` are two.
 */
export function isSameName(one: Named, other: Named): boolean {
  return plainName(one) === plainName(other);
}

/** Whether an enrolment holds exactly these answers. */
export function areAnswersOf(
  enrolment: AnswerColumns,
  childAges: readonly ChildAge[],
  answers: EnrolmentAnswers,
): boolean {
  const columns = answerColumns(answers);
  const names = Object.keys(columns) as (keyof AnswerColumns)[];
  const sameAges = childAges.toSorted().join() === answers.childAges.toSorted().join();
  return sameAges && names.every((name) => enrolment[name] === columns[name]);
}

function plainName({ firstName }: Named): string {
  return folded(firstName).replace(/\s/g, '') || firstName;
}
