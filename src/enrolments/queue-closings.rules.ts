interface QueuedRound {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly enrolUntil: Date;
  readonly offersUntilMeeting: number;
}

interface QueuedMeeting {
  readonly number: number;
  readonly startsAt: Date;
  readonly state: 'planned' | 'cancelled';
}

/**
 * Whether nobody in the queue of a round can get a seat any more: it has begun, no meeting is left that
 * seats are offered for, and nobody new can join the queue.
 */
export function isQueueOver(
  round: QueuedRound,
  meetings: readonly QueuedMeeting[],
  now: Date,
): boolean {
  if (now >= round.endsAt) return true;
  if (now < round.startsAt || now < round.enrolUntil) return false;
  return meetings
    .filter(({ state, number }) => state === 'planned' && number <= round.offersUntilMeeting)
    .every(({ startsAt }) => startsAt <= now);
}
