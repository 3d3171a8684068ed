import fc from 'fast-check';

/** What somebody does with their own place, or staff with it. `leave`: no, I do not want to stay. */
export type PersonAct = 'confirm' | 'cancel' | 'yes' | 'no' | 'stay' | 'leave' | 'place';

/** What happens to a round next. */
export type SeatStep =
  | { readonly act: 'enrol'; readonly who: number; readonly queue: boolean }
  | { readonly act: PersonAct; readonly who: number }
  | { readonly act: 'priority'; readonly who: number; readonly priority: number }
  | { readonly act: 'capacity'; readonly seats: number; readonly knowingly: boolean }
  | { readonly act: 'hold' | 'release' }
  | { readonly act: 'wait'; readonly minutes: number };

/** Who can answer what, and what number in the queue each has; 0 is a seat. */
interface Aim {
  readonly offered: readonly number[];
  /** Who has been asked whether to stay in the queue. */
  readonly questioned: readonly number[];
  readonly places: readonly (number | null)[];
}

/** A round of few seats, and what happens to it. */
export interface SeatHistory {
  readonly capacity: number;
  /** Whether freed seats are offered at all; otherwise the time for it is over. */
  readonly offers: boolean;
  readonly steps: readonly SeatStep[];
}

/**
 * What somebody can do just then, if it is about a person: answers come from people who have been asked.
 */
export function aimed(step: SeatStep, { offered, questioned, places }: Aim): SeatStep {
  if (!('who' in step)) return step;
  const withPlace = (wanted: (place: number) => boolean) =>
    places.flatMap((place, who) => (place !== null && wanted(place) ? [who] : []));
  const able = {
    enrol: [],
    confirm: [],
    cancel: withPlace((place) => place === 0),
    yes: offered,
    no: offered,
    stay: questioned,
    leave: questioned,
    place: withPlace((place) => place > 0),
    priority: withPlace((place) => place > 1),
  }[step.act];
  return { ...step, who: able[step.who % able.length] ?? step.who };
}

const joins = (who: number): SeatStep[] => [
  { act: 'enrol', who, queue: true },
  { act: 'confirm', who },
];
const FOUR_DAYS: SeatStep = { act: 'wait', minutes: 5_800 };

/** One in which everything happens that may be rare: yes, no, too late, stays, and too late twice. */
export const FULL_HISTORY: SeatHistory = {
  capacity: 1,
  offers: true,
  steps: [
    ...[0, 1, 2, 3].flatMap(joins),
    { act: 'cancel', who: 0 },
    { act: 'no', who: 1 },
    FOUR_DAYS,
    { act: 'yes', who: 3 },
    { act: 'stay', who: 2 },
    { act: 'cancel', who: 3 },
    FOUR_DAYS,
    { act: 'capacity', seats: 3, knowingly: false },
    FOUR_DAYS,
    { act: 'enrol', who: 2, queue: false },
  ],
};

/** Histories among some people. */
export function seatHistories(people: number, length: number): fc.Arbitrary<SeatHistory> {
  const who = fc.nat({ max: people - 1 });
  const act = <Act extends SeatStep['act']>(one: Act) => fc.constant(one);
  const own = (weight: number, one: PersonAct) => ({
    weight,
    arbitrary: fc.record({ act: act(one), who }),
  });
  const step: fc.Arbitrary<SeatStep> = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ act: act('enrol'), who, queue: fc.boolean() }),
    },
    own(2, 'confirm'),
    own(5, 'cancel'),
    own(3, 'yes'),
    own(2, 'no'),
    own(2, 'stay'),
    own(1, 'leave'),
    own(1, 'place'),
    {
      weight: 1,
      arbitrary: fc.record({ act: act('priority'), who, priority: fc.nat({ max: 2 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        act: act('capacity'),
        seats: fc.constantFrom(2, 1, 3, 5),
        knowingly: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ act: act('hold') }) },
    { weight: 1, arbitrary: fc.record({ act: act('release') }) },
    {
      weight: 5,
      arbitrary: fc.record({
        act: act('wait'),
        minutes: fc.constantFrom(5, 121, 1_500, 2_900, 5_800),
      }),
    },
  );
  const steps = fc.oneof(
    // What matters not for a fault becomes this.
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant<SeatStep[]>([{ act: 'wait', minutes: 5 }]) },
    { weight: 9, arbitrary: step.map((one) => [one]) },
    { weight: 5, arbitrary: who.map(joins) },
  );
  return fc.record({
    capacity: fc.integer({ min: 1, max: 2 }),
    offers: fc.constantFrom(true, true, true, false),
    steps: fc.array(steps, { minLength: length - 10, maxLength: length }).map((all) => all.flat()),
  });
}
