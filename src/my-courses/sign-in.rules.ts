const MINUTE = 60_000;

/** Wrong codes, the mailed and the person's own together, before a new mail is needed. */
export const MAX_TRIES = 5;
/** A second press of the button within this time is the same wish, seconds. */
const SAME_WISH_SECONDS = 60;
const VALID_MINUTES = 30;
/** How long a proved mailbox waits for an answer to "whose places?". */
const FINISH_MINUTES = 10;
/** Signing in less long ago than this is enough for what is sensitive. */
const FRESH_MINUTES = 10;

/** What is stored about a mailed sign-in code and link. */
export interface SignInTimes {
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly usedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly tries: number;
}

/** `proved`: the mailbox is, but not yet whose places are asked for. */
export type SignInState = 'valid' | 'proved' | 'used' | 'expired' | 'used-up';

/**
 * What a sign-in code and link are worth. Their 30 minutes run from when the mail server took the
 * mail, so a late mail costs nobody their time.
 */
export function signInState(proof: SignInTimes, now: Date): SignInState {
  if (proof.finishedAt !== null) return 'used';
  if (proof.tries >= MAX_TRIES) return 'used-up';
  if (proof.voidedAt !== null) return 'expired';
  if (proof.usedAt !== null)
    return isWithin(proof.usedAt, FINISH_MINUTES, now) ? 'proved' : 'expired';
  return codeState(proof, now);
}

/** The same for a code without a link that nothing else can end. */
export function codeState(
  code: Pick<SignInTimes, 'sentAt' | 'tries'>,
  now: Date,
): 'valid' | 'expired' | 'used-up' {
  if (code.tries >= MAX_TRIES) return 'used-up';
  return code.sentAt === null || isWithin(code.sentAt, VALID_MINUTES, now) ? 'valid' : 'expired';
}

/** Whether a browser that asks again still means the mail that it asked for. */
export function isSameWish(proof: SignInTimes, now: Date): boolean {
  return (
    signInState(proof, now) === 'valid' &&
    proof.tries === 0 &&
    now.getTime() - proof.createdAt.getTime() < SAME_WISH_SECONDS * 1000
  );
}

/** Whether a sign-in, milliseconds since 1970, is recent enough for what is sensitive. */
export function isFresh(signedInAt: number | undefined, now: Date): boolean {
  return signedInAt !== undefined && isWithin(new Date(signedInAt), FRESH_MINUTES, now);
}

function isWithin(at: Date, minutes: number, now: Date): boolean {
  return now.getTime() - at.getTime() < minutes * MINUTE;
}
