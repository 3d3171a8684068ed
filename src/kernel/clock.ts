/**
 * The only source of "now". Injected wherever time matters, so that tests decide what time it is.
 */
export abstract class Clock {
  /** The present instant (UTC). */
  abstract now(): Date;
}

/** The clock of the running system. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}
