import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { channelPause } from './back-off.rules.js';

/**
 * The way to the mail server, as this process knows it. When the server cannot be reached, nothing
 * is sent for a while and no mail loses one of its attempts.
 */
@Injectable()
export class MailChannel {
  private failures = 0;
  private until: Date | null = null;

  constructor(private readonly clock: Clock) {}

  /** Until when nothing is sent; null when mail may be sent now. */
  get pausedUntil(): Date | null {
    return this.until !== null && this.until > this.clock.now() ? this.until : null;
  }

  /** True from the first failure until a mail has got through: pages say that mail is late. */
  get troubled(): boolean {
    return this.failures > 0;
  }

  /** The server could not be reached. Tries that were under way when the pause began add nothing. */
  failed(): Date {
    if (this.pausedUntil) return this.pausedUntil;
    this.failures += 1;
    this.until = new Date(this.clock.now().getTime() + channelPause(this.failures, Math.random()));
    return this.until;
  }

  /** The server answered, whatever it said about the mail. */
  answered(): void {
    this.failures = 0;
    this.until = null;
  }
}
