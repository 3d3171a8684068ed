import { plusMinutes } from '../../kernel/instant.js';

/**
 * How long a worker may keep a mail in hand (ms) before others must suppose that it has died. Somebody may
 * stand waiting for the code in it: less than a minute.
 */
const LEASE_MS = 55_000;
/** The longest that one try may take (ms); then its connection is cut. */
export const LONGEST_SEND_MS = 40_000;
/** A mail server that breaks off in the middle of a mail is given time to recover (minutes). */
const IN_DOUBT_MINUTES = 5;
/** Between looking at the lease and sending, the database may be asked, and clocks may differ (ms). */
const SPARE_MS = 5_000;
/** How long somebody who could not write may need to do so once the database is back (ms). */
const CATCHING_UP_MS = 30_000;

/** The end of a lease that begins now. */
export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

/**
 * Whether a try that begins now is over before the lease is, however slow the mail server. That is why
 * nobody else begins to send what is still being sent.
 */
export function hasTimeToSend(leaseEnd: Date, now: Date): boolean {
  return leaseEnd.getTime() - now.getTime() >= LONGEST_SEND_MS + SPARE_MS;
}

/** When to send once more what the mail server may have or not, as a worker that lives knows of it. */
export function inDoubtUntil(now: Date): Date {
  return plusMinutes(now, IN_DOUBT_MINUTES);
}

/**
 * Until when leases that have run out mean nothing after the database was gone at `goneAt`: a worker that
 * lives may have sent the mail and been unable to write that down.
 */
export function leasesDoubtfulUntil(goneAt: Date): Date {
  return new Date(goneAt.getTime() + CATCHING_UP_MS);
}
