const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Wrong codes before a new one is needed. */
export const MAX_TRIES = 5;
/** How long a pending enrolment holds its seat, minutes. */
export const HOLD_MINUTES = 120;
/** One code mail a minute at most, however often the button is pressed. */
const RESEND_AFTER_SECONDS = 60;

const VALID_HOURS = 24;
/** A code that has done its work still opens the same browser for a while: double click, link first. */
const AGAIN_MINUTES = 30;

/** What is stored about a mailed code and link. */
export interface ProofTimes {
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly usedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly tries: number;
}

export type ProofState = 'valid' | 'used' | 'expired' | 'used-up';

/**
 * What a code or link is worth. Its 24 hours run from the moment the mail server took the mail, so a
 * late mail costs nobody their time.
 */
export function proofState(proof: ProofTimes, now: Date): ProofState {
  if (proof.tries >= MAX_TRIES) return 'used-up';
  if (proof.usedAt !== null) return 'used';
  if (proof.voidedAt !== null) return 'expired';
  if (proof.sentAt === null) return 'valid';
  return now.getTime() - proof.sentAt.getTime() < VALID_HOURS * HOUR ? 'valid' : 'expired';
}

/** Whether a used code may sign in the browser that asked for it once more. */
export function opensAgain(proof: ProofTimes, now: Date): boolean {
  return (
    proof.usedAt !== null &&
    proof.tries < MAX_TRIES &&
    now.getTime() - proof.usedAt.getTime() < AGAIN_MINUTES * MINUTE
  );
}

/** Whether so little time has passed since the last code mail that another would only confuse. */
export function isTooSoon(lastCreatedAt: Date, now: Date): boolean {
  return now.getTime() - lastCreatedAt.getTime() < RESEND_AFTER_SECONDS * 1000;
}
