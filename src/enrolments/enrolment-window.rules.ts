/** Why nobody can enrol in a round right now. */
export type Closed = 'round-cancelled' | 'enrolment-closed' | 'not-open-yet';

interface RoundWindow {
  readonly state: 'planned' | 'published' | 'cancelled';
  readonly enrolFrom: Date | null;
  readonly enrolUntil: Date;
}

/** Why the round takes no enrolments at this moment; null when it does. */
export function closedBecause(round: RoundWindow, now: Date): Closed | null {
  if (round.state === 'cancelled') return 'round-cancelled';
  if (now >= round.enrolUntil) return 'enrolment-closed';
  if (round.enrolFrom !== null && now < round.enrolFrom) return 'not-open-yet';
  return null;
}
