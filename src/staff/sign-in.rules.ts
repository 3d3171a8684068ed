/** Misses that cost nothing: people mistype. */
const FREE_MISSES = 5;
/** With so many for one address, whoever guesses does it from many networks. */
const MANY_MISSES = 50;
const FIRST_WAIT_SECONDS = 15;
/** There is never a lock-out, only waiting. */
const LONGEST_WAIT_SECONDS = 300;

/** After so many hours of quiet, earlier misses are forgotten. */
export const MISSES_KEPT_HOURS = 24;

/** What is remembered about failed sign-ins with one address from one place. */
export interface Misses {
  readonly misses: number;
  readonly lastAt: Date;
}

/**
 * How many misses cost a network nothing, after `all` of them from anywhere. Never none: the right password is
 * heard at once wherever nobody has guessed.
 */
export function freeMisses(all: number): number {
  return all < MANY_MISSES ? FREE_MISSES : 1;
}

/**
 * Whole seconds that a new try has to wait; 0 when it may be made now. From the last of the free misses on
 * the wait doubles: 15 s, 30 s, … up to five minutes.
 */
export function waitSeconds(known: Misses, now: Date, free: number): number {
  if (known.misses < free) return 0;
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** (known.misses - free), LONGEST_WAIT_SECONDS);
  const passed = (now.getTime() - known.lastAt.getTime()) / 1000;
  return Math.max(0, Math.ceil(wait - passed));
}
