import { latinDigits, normalText } from '../kernel/text.js';
import type { FormState } from '../platform/web/components/form-fields.js';
import type { Typed } from '../platform/web/forms.js';

/** What became of a wish for child care; who has no seat yet has a wish only. `ended`: given back. */
export type ChildCareState = 'given' | 'waiting' | 'ended';

const MOST_CHILDREN = 9;
const OLDEST_YEARS = 18;

/** In years; what a word after a number may begin with, in the languages of the form. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(mån|man|month|mo$|شهر|أشهر|اشهر|شهور)/u, 1 / 12],
  [/^(v$|veck|week|أسبوع|اسبوع|أسابيع|اسابيع)/u, 1 / 52],
  [/^(å|ar$|year|y$|yr|سن|عام|أعوام|اعوام)/u, 1],
];

/**
 * The ages of so many children, in years, from what a parent wrote: "3 och 5", "3, 5 år", "18 mån",
 * "٣ و٥". A unit holds for the numbers before it as well. Null when there is not one number a child.
 */
export function readAges(typed: string, children: number): readonly number[] | null {
  // "3,5" is two children or one of three and a half; how many there are decides it.
  return (
    [numbersIn(typed, ''), numbersIn(typed, ',')].find(
      (ages) => ages.length === children && ages.every((age) => age <= OLDEST_YEARS),
    ) ?? null
  );
}

function numbersIn(typed: string, comma: string): readonly number[] {
  const number = new RegExp(`(\\d+(?:[.٫${comma}]\\d+)?)\\s*(\\p{L}*)`, 'gu');
  const text = latinDigits(normalText(typed)).toLowerCase();
  let unit = 1;
  return [...text.matchAll(number)]
    .toReversed()
    .map(([, digits = '', word = '']) => {
      unit = UNITS.find(([start]) => start.test(word))?.[1] ?? unit;
      return Number(digits.replace(/[,٫]/, '.')) * unit;
    })
    .toReversed();
}

/**
 * What is wrong with the questions about child care in a form for a round that takes children from this
 * age; null: it takes none.
 */
export function childCareErrors(
  { childCare, childCareCount, childCareAges }: Typed,
  fromAge: number | null,
): Required<Pick<FormState, 'errors' | 'facts'>> {
  if (childCare !== 'yes') return { errors: {}, facts: {} };
  if (fromAge === null) return { errors: { childCare: 'care:error.notOffered' }, facts: {} };
  const children = countOf(childCareCount);
  const ages = typeof childCareAges === 'string' ? normalText(childCareAges) : '';
  const errors = {
    ...(children === null && { childCareCount: 'enrolments:error.childCareCount' as const }),
    ...agesError(ages, children, fromAge),
  };
  return { errors, facts: { age: fromAge } };
}

function countOf(typed: Typed[string]): number | null {
  const count = typeof typed === 'string' ? latinDigits(normalText(typed)) : '';
  return /^\d$/.test(count) && Number(count) >= 1 && Number(count) <= MOST_CHILDREN
    ? Number(count)
    : null;
}

function agesError(typed: string, children: number | null, fromAge: number): FormState['errors'] {
  if (typed === '') return { childCareAges: 'enrolments:error.childCareAges' };
  const ages = readAges(typed, children ?? numbersIn(typed, '').length);
  if (ages === null || ages.length === 0) return { childCareAges: 'care:error.ages' };
  return ages.some((age) => age < fromAge) ? { childCareAges: 'care:error.tooYoung' } : {};
}

/** How many places a round has for children, and how they are used. */
export interface ChildCareCount {
  /** Null: as many as are asked for. */
  readonly places: number | null;
  readonly given: number;
  /** People on the list. */
  readonly waiting: number;
}

/** Whether so many children fit; nobody overtakes the list, however few theirs are. */
export function fitsChildCare(count: ChildCareCount, children: number): boolean {
  if (count.places === null) return true;
  return count.waiting === 0 && count.given + children <= count.places;
}

/** Who on the list gets what has come free: in order, and nobody past somebody it does not suffice for. */
export function nextInChildCare<Row extends { readonly children: number }>(
  { places, given }: Pick<ChildCareCount, 'places' | 'given'>,
  list: readonly Row[],
): readonly Row[] {
  let free = places === null ? Infinity : places - given;
  const stop = list.findIndex(({ children }) => {
    free -= children;
    return free < 0;
  });
  return stop === -1 ? list : list.slice(0, stop);
}
