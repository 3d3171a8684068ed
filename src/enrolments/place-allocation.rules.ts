import type { Admission } from '../programmes/programme.entity.js';

/** Who has or wants a seat in a round. */
export interface SeatCount {
  /** Confirmed, pending and offered within their time, and held by staff. */
  readonly taken: number;
  /** People in the queue without an offer to answer. */
  readonly waiting: number;
}

/** A round's seats as known inside the transaction that holds its lock. */
export interface RoundSeats extends SeatCount {
  readonly capacity: number;
}

export type Placing = 'seat' | 'queue';

/** `talk`: nobody gets a seat or a number in a queue before staff have talked with them. */
export type PlacingByAdmission = Placing | 'talk';

/** Seats in the words of the public pages; a figure is never shown. */
export type SeatWord = 'open' | 'few' | 'queue';

const FEW = 3;

/** Where somebody lands in a programme with that way in. */
export function placeBy(admission: Admission, place: () => Placing): PlacingByAdmission {
  return admission === 'talk' ? 'talk' : place();
}

/** A newcomer gets a seat only if one is free and nobody waits (moodle-mod_booking#693). */
export function placeNewcomer(seats: RoundSeats): Placing {
  return seats.waiting === 0 && seats.taken < seats.capacity ? 'seat' : 'queue';
}

/**
 * Where somebody lands who proves their mailbox. A hold still running is their seat; after it, a
 * free seat is theirs unless somebody asked before them, and otherwise they queue from their first
 * request.
 */
export function placeConfirming(
  seats: {
    readonly capacity: number;
    readonly takenByOthers: number;
    readonly waitingBefore: number;
  },
  holdsSeat: boolean,
): Placing {
  if (holdsSeat) return 'seat';
  return seats.waitingBefore === 0 && seats.takenByOthers < seats.capacity ? 'seat' : 'queue';
}

/** What a public page says about the seats. */
export function seatWord(seats: RoundSeats): SeatWord {
  if (placeNewcomer(seats) === 'queue') return 'queue';
  return seats.capacity - seats.taken <= FEW ? 'few' : 'open';
}
