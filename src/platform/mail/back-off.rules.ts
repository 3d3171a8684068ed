const MINUTE_MS = 60_000;
const LONGEST_DELAY_MS = 60 * MINUTE_MS;
/** 1 + 2 + 4 + 8 + 16 + 32 minutes, then an hour 22 times: just under a day. */
const MOST_ATTEMPTS = 29;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * MINUTE_MS;
/** Delays are shortened by up to this part, so that mails put off together do not come back together. */
const JITTER = 0.25;

/**
 * When to try again after the receiving server has put a mail off for the `attempts`th time, or
 * null when it has been tried for a day.
 *
 * @param attempts from 1, the answer just received included
 * @param chance from 0 up to 1, decides the jitter
 */
export function nextTry(attempts: number, now: Date, chance: number): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  const delay = Math.min(MINUTE_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS);
  return new Date(now.getTime() + jittered(delay, chance));
}

/**
 * How long nothing is sent after the mail server could not be reached `failures` times in a row, in
 * milliseconds.
 *
 * @param failures from 1
 * @param chance from 0 up to 1, decides the jitter
 */
export function channelPause(failures: number, chance: number): number {
  return jittered(Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS), chance);
}

function jittered(milliseconds: number, chance: number): number {
  return Math.round(milliseconds * (1 - JITTER * chance));
}
