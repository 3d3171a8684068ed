/** Two adults with one mailbox may each be in three or four courses. */
const PER_MAILBOX = 8;
/** A library or a family centre where a course is presented to a full room. */
const PER_NETWORK_AND_DAY = 40;

/** From how many enrolments within a day staff are told that one mailbox, or one network, has many. */
export const BURST = { mailbox: 5, network: 20 } as const;

/** What one mailbox and one network have already. */
export interface LivePlaces {
  /** Seats and places in queues of rounds that are not over. */
  readonly ofMailbox: number;
  /** Proved within the last day. */
  readonly fromNetwork: number;
}

/** Whether one more waits for staff, so that nobody fills rounds with people who do not exist. */
export function needsReview({ ofMailbox, fromNetwork }: LivePlaces): boolean {
  return ofMailbox >= PER_MAILBOX || fromNetwork >= PER_NETWORK_AND_DAY;
}
