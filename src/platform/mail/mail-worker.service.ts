import { Injectable, type OnModuleDestroy } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { DatabaseUnavailable } from '../database/errors.js';
import { Log } from '../log.js';
import { nextTry } from './back-off.rules.js';
import type { Delivery } from './delivery.rules.js';
import { hasTimeToSend, inDoubtUntil } from './lease.rules.js';
import { MailChannel } from './mail-channel.js';
import { MailClaims, type ClaimedMail } from './mail-claims.service.js';
import { MailKinds } from './mail-kinds.js';
import { MailReach } from './mail-reach.service.js';
import { MailSettlements } from './mail-settlements.service.js';
import { Mailer, type MailToSend } from './mailer.js';
import type { OutgoingMail } from './outgoing-mail.entity.js';
import type { Verdict } from './settlement.rules.js';

const POLL_MS = 1_000;
const POLL_IN_TROUBLE_MS = 5_000;
const BATCH = 100;
/** How long mails in hand may take to leave when the process is told to stop (ms). */
const LAST_WORDS_MS = 15_000;

/** Sends what is due in the outbox. Several may run at once, in one process or many. */
@Injectable()
export class MailWorker implements OnModuleDestroy {
  private readonly log = new Log('Mail');
  /** The run under way, and the one that waits for it to end. */
  private running: Promise<void> = Promise.resolve();
  private waiting: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private started = false;
  private stopping = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly kinds: MailKinds,
    private readonly channel: MailChannel,
    private readonly reach: MailReach,
    private readonly claims: MailClaims,
    private readonly settlements: MailSettlements,
  ) {}

  /**
   * Begins to look for due mail every second, until the app closes, and to ask what the mail server takes.
   * Called by the server only.
   */
  start(): void {
    this.started = true;
    void this.reach.learn();
    this.wake();
  }

  /** Looks at once: something has been queued. Does nothing in a process that has not started it. */
  wake(): void {
    if (this.started && !this.stopping) this.schedule(0);
  }

  /**
   * Sends everything that is due now and resolves when it is settled; ends early when the mail server
   * cannot be reached. @throws DatabaseUnavailable
   */
  sendDue(): Promise<void> {
    this.waiting ??= this.afterPresentRun();
    return this.waiting;
  }

  /** Takes no further mail in hand from now on; those it has still leave. */
  claimNoMore(): void {
    this.stopping = true;
    if (this.timer) clearTimeout(this.timer);
  }

  /** Claims nothing more, lets the mails in hand leave, and cuts off those that take too long. */
  async onModuleDestroy(): Promise<void> {
    this.claimNoMore();
    const cutOff = setTimeout(() => {
      this.mailer.close(true);
    }, LAST_WORDS_MS);
    await this.running;
    clearTimeout(cutOff);
    this.mailer.close(false);
  }

  private schedule(delay: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.sendDue().then(
        () => this.scheduleNext(POLL_MS),
        (error: unknown) => {
          this.log.error('Sending mail failed', error);
          this.scheduleNext(POLL_IN_TROUBLE_MS);
        },
      );
    }, delay);
    this.timer.unref();
  }

  /** A wake-up that came during the run has set the timer already, and sooner. */
  private scheduleNext(delay: number): void {
    if (!this.stopping && this.timer === null) this.schedule(delay);
  }

  private afterPresentRun(): Promise<void> {
    const turn = this.running.then(() => {
      this.waiting = null;
      return this.run();
    });
    this.running = turn.catch((error: unknown) => {
      if (error instanceof DatabaseUnavailable) this.claims.databaseWasGone();
    });
    return turn;
  }

  private async run(): Promise<void> {
    await this.settlements.written();
    while (!this.stopping && !this.channel.pausedUntil) {
      // After trouble one mail shows whether the way is open again.
      const claimed = await this.claims.take(this.channel.troubled ? 1 : BATCH);
      if (claimed.length === 0) return;
      const waiting = claimed.values();
      const lanes = Array.from({ length: this.mailer.lanes }, () => this.runLane(waiting));
      await Promise.all(lanes);
      await this.settlements.written();
      if (!this.channel.troubled) await this.reach.learn();
    }
  }

  /** The lanes share one iterator, so each mail is taken by one of them. */
  private async runLane(waiting: Iterable<ClaimedMail>): Promise<void> {
    for (const claimed of waiting) {
      const verdict = await this.verdictOn(claimed).catch((error: unknown) =>
        this.verdictOnFault(error, claimed.mail),
      );
      this.settlements.add(claimed.mail, verdict);
    }
  }

  /** Something of our own broke before the mail could leave. */
  private verdictOnFault(error: unknown, mail: OutgoingMail): Verdict {
    const at = this.clock.now();
    if (error instanceof DatabaseUnavailable) return { state: 'untried', dueAt: at };
    this.log.error(`Mail ${mail.id} (${mail.kind}) could not be tried`, error);
    return this.putOff(mail, at, 'A fault of our own');
  }

  private putOff(mail: OutgoingMail, at: Date, reason: string): Verdict {
    const dueAt = nextTry(mail.attempts + 1, at, Math.random());
    return dueAt ? { state: 'retry', dueAt, reason } : { state: 'dead', at, reason };
  }

  private async verdictOn({ mail, lostTwice }: ClaimedMail): Promise<Verdict> {
    const at = this.clock.now();
    if (lostTwice) return { state: 'dead', at, reason: 'In hand at two crashes' };
    const untried = this.untriedUntil(mail, at);
    if (untried) return { state: 'untried', dueAt: untried };
    if (mail.notAfter && mail.notAfter < at) return { state: 'cancelled', at, reason: 'Too late' };
    if (!(await this.kinds.stillApplies(this.db.read, mail)))
      return { state: 'cancelled', at, reason: 'No longer applies' };
    const ready = readyToSend(mail);
    if (!ready) return { state: 'dead', at, reason: 'Purged' };
    const reaches = await this.reach.reachesNow(mail.recipient);
    if (reaches !== true) return this.verdictAfter(notTried(reaches), mail);
    // Asking the server has taken time.
    const late = this.untriedUntil(mail, this.clock.now());
    if (late) return { state: 'untried', dueAt: late };
    return this.verdictAfter(await this.mailer.send(ready, at), mail);
  }

  /** When to look at the mail again if it must not be tried now, otherwise null. */
  private untriedUntil(mail: OutgoingMail, at: Date): Date | null {
    if (this.stopping) return at;
    if (this.channel.pausedUntil) return this.channel.pausedUntil;
    // Too little is left of the lease: somebody else might begin to send it while we still do.
    return hasTimeToSend(mail.dueAt, at) ? null : at;
  }

  private verdictAfter(delivery: Delivery, mail: OutgoingMail): Verdict {
    const at = this.clock.now();
    if (delivery.outcome === 'accepted') {
      this.channel.answered();
      return { state: 'sent', at };
    }
    const { outcome, reason } = delivery;
    this.log.warn(`Mail ${mail.id} (${mail.kind}): ${outcome}, ${reason}`);
    switch (outcome) {
      case 'refused':
        this.channel.answered();
        return { state: 'dead', at, reason };
      case 'deferred':
        this.channel.answered();
        return this.putOff(mail, at, reason);
      case 'unreachable':
        return { state: 'untried', dueAt: this.channel.failed() };
      case 'in-doubt':
        this.channel.failed();
        return { state: 'in-doubt', dueAt: inDoubtUntil(at) };
    }
  }
}

/** A server that does not speak SMTPUTF8 may take such a mail and lose it. `reaches` null: nobody answered. */
function notTried(reaches: false | null): Delivery {
  return reaches === null
    ? { outcome: 'unreachable', reason: 'Nobody answered' }
    : { outcome: 'refused', reason: 'The mail server lacks SMTPUTF8' };
}

/** Null when its bodies have been purged, so that there is nothing left to send. */
function readyToSend(mail: OutgoingMail): MailToSend | null {
  const { messageId, recipient, language, subject, html, text } = mail;
  if (html === null || text === null) return null;
  const attachments = mail.attachments ?? [];
  return { messageId, recipient, language, subject, html, text, attachments };
}
