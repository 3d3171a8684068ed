import { plusMinutes } from '../../kernel/instant.js';

/** At most so many within so many minutes. */
interface Limit {
  readonly max: number;
  readonly minutes: number;
}

/**
 * For one mailbox asked for from one network: what one person needs who loses a mail. A stranger elsewhere
 * cannot use it up.
 */
const PER_MAILBOX_AND_NETWORK: readonly Limit[] = [
  { max: 3, minutes: 60 },
  { max: 8, minutes: 24 * 60 },
];
/** For one mailbox, whoever asks: no more than somebody can bear to get. */
const PER_MAILBOX: readonly Limit[] = [
  { max: 12, minutes: 60 },
  { max: 30, minutes: 24 * 60 },
];
/** For all mailboxes together: above it mails leave later, so that no mail server shuts us out. */
const ALTOGETHER: Limit = { max: 300, minutes: 10 };

/** The longest time that any of these limits looks back, minutes. */
export const CODE_LIMITS_LOOK_BACK = 24 * 60;
/** How far back {@link delayOf} counts, minutes. */
export const CODE_RUSH_MINUTES = ALTOGETHER.minutes;

/** A mail with a code to one mailbox. */
export interface CountedCodeMail {
  readonly createdAt: Date;
  /** The network that it was asked for from. */
  readonly originHash: string | null;
}

/** Whether a mailbox may get one more, asked for from a network. */
export function allowsCodeMail(
  mails: readonly CountedCodeMail[],
  originHash: string,
  now: Date,
): boolean {
  const own = mails.filter((mail) => mail.originHash === originHash);
  return fits(mails, PER_MAILBOX, now) && fits(own, PER_MAILBOX_AND_NETWORK, now);
}

/** How many minutes a mail with a code waits that comes after `recent` others of the last ten minutes. */
export function delayOf(recent: number): number {
  return Math.floor(recent / ALTOGETHER.max) * ALTOGETHER.minutes;
}

function fits(mails: readonly CountedCodeMail[], limits: readonly Limit[], now: Date): boolean {
  return limits.every(({ max, minutes }) => {
    const since = plusMinutes(now, -minutes);
    return mails.filter(({ createdAt }) => createdAt > since).length < max;
  });
}
