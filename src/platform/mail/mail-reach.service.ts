import { Injectable } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { plusMinutes } from '../../kernel/instant.js';
import { needsSmtpUtf8 } from '../../kernel/text.js';
import { Mailer } from './mailer.js';

/** How long what the server has said is taken for true when a mail hangs on it, and otherwise. */
const FRESH_MINUTES = 1;
const KNOWN_MINUTES = 60;

/** What the mail server has said. */
interface Answer {
  readonly speaks: boolean;
  readonly at: Date;
}

/** Which addresses the mail server takes, as this process knows it: not every server takes å before the @. */
@Injectable()
export class MailReach {
  private answer: Answer | null = null;
  private asking: Promise<void> | null = null;

  constructor(
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** False when it is known that no mail can leave for the address. Asks nobody. */
  readonly reaches = (address: string): boolean =>
    this.answer?.speaks !== false || !needsSmtpUtf8(address);

  /** The same for a mail that is about to leave; null when the server could not be asked. */
  async reachesNow(address: string): Promise<boolean | null> {
    if (!needsSmtpUtf8(address)) return true;
    await this.learn(FRESH_MINUTES);
    return this.isOlderThan(FRESH_MINUTES) ? null : this.reaches(address);
  }

  /** Asks the server, unless it has been asked lately. Never throws. */
  async learn(minutes = KNOWN_MINUTES): Promise<void> {
    if (!this.isOlderThan(minutes)) return;
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
    });
    await this.asking;
  }

  private async ask(): Promise<void> {
    const speaks = await this.mailer.speaksSmtpUtf8();
    if (speaks !== null) this.answer = { speaks, at: this.clock.now() };
  }

  private isOlderThan(minutes: number): boolean {
    return this.answer === null || plusMinutes(this.answer.at, minutes) <= this.clock.now();
  }
}
