import { closedBecause } from '../enrolments/enrolment-window.rules.js';
import { seatWord } from '../enrolments/place-allocation.rules.js';
import type { SeatState } from '../platform/web/components/tag.js';
import type { Programme } from '../programmes/programme.entity.js';
import type { Round } from '../rounds/round.entity.js';

/** How many seats of a round are taken or held, and how many people wait for one. */
export interface Seats {
  readonly taken: number;
  readonly waiting: number;
}

/** What of a round decides which words its seats get. */
export type SeatFacts = Pick<Round, 'state' | 'capacity' | 'enrolFrom' | 'enrolUntil'>;

const NOBODY: Seats = { taken: 0, waiting: 0 };
const STATES = { open: 'free', few: 'few', queue: 'full' } as const;

/** A round with its seats, which are absent when nobody has asked for one yet. */
export interface RoundWithSeats {
  readonly round: SeatFacts;
  readonly programme: Pick<Programme, 'admission'>;
  readonly seats: Seats | undefined;
}

/**
 * What the public is told about the seats. Where staff talk with people first it is always the same, so
 * that nobody can work out whether somebody has asked.
 */
export function seatState({ round, programme, seats }: RoundWithSeats, now: Date): SeatState {
  const closed = closedBecause(round, now);
  if (closed !== null) return closed === 'round-cancelled' ? 'cancelled' : 'closed';
  if (programme.admission === 'talk') return 'talk';
  return STATES[seatWord({ capacity: round.capacity, ...(seats ?? NOBODY) })];
}
