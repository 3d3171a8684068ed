import { closedBecause } from '../enrolments/enrolment-window.rules.js';
import { seatWord } from '../enrolments/place-allocation.rules.js';
import type { SeatState } from '../platform/web/components/tag.js';
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

/** What the public is told about the seats; `seats` is absent when nobody has asked for one yet. */
export function seatState(round: SeatFacts, seats: Seats | undefined, now: Date): SeatState {
  // Whether the office talks with people first changes the way in, not the words for the seats.
  const closed = closedBecause(round, 'direct', now);
  if (closed !== null) return closed === 'round-cancelled' ? 'cancelled' : 'closed';
  return STATES[seatWord({ capacity: round.capacity, ...(seats ?? NOBODY) })];
}
