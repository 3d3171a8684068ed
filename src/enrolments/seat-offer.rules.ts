/**
 * `open`: not answered; after its answer-by it has lapsed, whether or not a job has noted that yet.
 * `withdrawn`: the person left the queue, or the round was called off.
 */
export type OfferState = 'open' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn';

/** What an offer is worth when somebody opens its link. */
export type OfferStanding =
  'open' | 'accepted' | 'declined' | 'late' | 'withdrawn' | 'cancelled-after' | 'round-cancelled';

/** An offer with what has become of the place and the round. */
export interface OfferFacts {
  readonly state: OfferState;
  readonly answerBy: Date;
  readonly placeState: string;
  readonly roundState: string;
}

/** What an offer is worth at this moment. */
export function offerStanding(offer: OfferFacts, now: Date): OfferStanding {
  if (offer.roundState === 'cancelled') return 'round-cancelled';
  switch (offer.state) {
    case 'open':
      return now < offer.answerBy ? 'open' : 'late';
    case 'lapsed':
      return 'late';
    case 'accepted':
      return offer.placeState === 'confirmed' ? 'accepted' : 'cancelled-after';
    default:
      return offer.state;
  }
}

/** Offers that somebody lets pass before they leave the queue. */
export const MISSES_ALLOWED = 1;

/**
 * Which freed seat goes to whom: groups (one person, or a pair) in the order of the queue, each person at
 * most one seat and none they have been asked about, and nobody without the others of the group. Somebody
 * further back never costs somebody further ahead their seat; within that as many as possible are asked.
 *
 * @returns by person the seat; the order of `groups` is kept
 */
export function matchSeats<Person, Seat>(
  groups: readonly (readonly Person[])[],
  seats: readonly Seat[],
  wasAsked: (person: Person, seat: Seat) => boolean,
): ReadonlyMap<Person, Seat> {
  let takenBy = new Map<Seat, Person>();
  // Those placed before may change seats to make room, but none of them goes without (augmenting paths).
  const place = (person: Person, tried: Set<Seat>): boolean =>
    seats.some((seat) => {
      if (tried.has(seat) || wasAsked(person, seat)) return false;
      tried.add(seat);
      const other = takenBy.get(seat);
      if (other !== undefined && !place(other, tried)) return false;
      takenBy.set(seat, person);
      return true;
    });
  for (const group of groups) {
    if (takenBy.size === seats.length) break;
    const before = new Map(takenBy);
    if (!group.every((person) => place(person, new Set()))) takenBy = before;
  }
  const seatOf = new Map([...takenBy].map(([seat, person]) => [person, seat]));
  return new Map(
    groups.flat().flatMap((person) => {
      const seat = seatOf.get(person);
      return seat === undefined ? [] : [[person, seat] as const];
    }),
  );
}
