import { Clock } from '../../src/kernel/clock.js';

/** A clock that stands still until a test moves it. */
export class FixedClock extends Clock {
  #at: Date;

  /** @param at an instant; a string is read as ISO 8601 and must name its zone. */
  constructor(at: Date | string) {
    super();
    this.#at = new Date(at);
  }

  now(): Date {
    return new Date(this.#at);
  }

  /** Moves the clock to an instant, forwards or back. */
  set(at: Date | string): void {
    this.#at = new Date(at);
  }

  /** Moves the clock on by elapsed time; a day is 24 hours here. */
  advance({
    minutes = 0,
    hours = 0,
    days = 0,
  }: {
    minutes?: number;
    hours?: number;
    days?: number;
  }): void {
    this.#at = new Date(this.#at.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
  }
}
