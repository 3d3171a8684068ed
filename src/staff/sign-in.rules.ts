/** Misses that cost nothing: people mistype. */
const FREE_MISSES = 5;
const FIRST_WAIT_SECONDS = 15;
/** Short enough that nobody can keep a colleague out: there is never a lock-out, only waiting. */
const LONGEST_WAIT_SECONDS = 300;

/** After so many hours of quiet, earlier misses are forgotten. */
export const MISSES_KEPT_HOURS = 24;

/** What is remembered about failed sign-ins for one address. */
export interface Misses {
  readonly misses: number;
  readonly lastAt: Date;
}

/**
 * Whole seconds that a new try for an address has to wait; 0 when it may be made now. From the
 * fifth miss the wait doubles: 15 s, 30 s, … up to five minutes.
 */
export function waitSeconds(known: Misses, now: Date): number {
  if (known.misses < FREE_MISSES) return 0;
  const wait = Math.min(
    FIRST_WAIT_SECONDS * 2 ** (known.misses - FREE_MISSES),
    LONGEST_WAIT_SECONDS,
  );
  const passed = (now.getTime() - known.lastAt.getTime()) / 1000;
  return Math.max(0, Math.ceil(wait - passed));
}
