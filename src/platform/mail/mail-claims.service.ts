import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';

import { Clock } from '../../kernel/clock.js';
import { randomToken } from '../../kernel/secret.js';
import { Database, type Writer } from '../database/database.js';
import { leaseFrom, leasesDoubtfulUntil } from './lease.rules.js';
import { OutgoingMail, type MailState } from './outgoing-mail.entity.js';

const WAITING: readonly MailState[] = ['queued', 'retry'];
const IN_HAND: MailState = 'sending';

/** A mail that this worker alone may send, until its `dueAt`. */
export interface ClaimedMail {
  readonly mail: OutgoingMail;
  /** True when two earlier workers died with it in hand: its reader may have it twice already. */
  readonly lostTwice: boolean;
}

type DueMail = Pick<OutgoingMail, 'id' | 'state' | 'possibleDuplicate'>;

/** Who holds which mail. Several processes may claim at the same time; each mail goes to one. */
@Injectable()
export class MailClaims {
  private leasesDoubtfulUntil: Date | null = null;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Others may live and have sent what they could not write down: they are given time to. */
  databaseWasGone(): void {
    this.leasesDoubtfulUntil = leasesDoubtfulUntil(this.clock.now());
  }

  /**
   * Takes up to `limit` due mails in hand, the longest due first; empty when nothing is due. A mail
   * whose lease has run out is taken over and marked as a possible duplicate.
   */
  async take(limit: number): Promise<ClaimedMail[]> {
    for (;;) {
      const due = await this.due(limit);
      if (due.length === 0) return [];
      const token = randomToken();
      await this.db.transaction((em) => this.claim(em, due, token));
      const mine = await this.db.read.find(OutgoingMail, {
        where: { id: In(due.map(({ id }) => id)), claimedBy: token },
        order: { id: 'ASC' },
      });
      const lostTwice = new Set(
        due
          .filter(isOrphan)
          .filter(isMarked)
          .map(({ id }) => id),
      );
      if (mine.length > 0) return mine.map((mail) => ({ mail, lostTwice: lostTwice.has(mail.id) }));
      // Another worker was quicker with every one of them: look again.
    }
  }

  private due(limit: number): Promise<DueMail[]> {
    const now = this.clock.now();
    const isDoubtful = this.leasesDoubtfulUntil !== null && now < this.leasesDoubtfulUntil;
    const states = isDoubtful ? WAITING : [...WAITING, IN_HAND];
    return this.db.read.find(OutgoingMail, {
      select: { id: true, state: true, possibleDuplicate: true },
      where: { state: In(states), dueAt: LessThanOrEqual(now) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /** The conditions are asked again in the update: that is what makes each mail go to one worker. */
  private async claim(em: Writer, due: readonly DueMail[], token: string): Promise<void> {
    const now = this.clock.now();
    const lease = { claimedBy: token, dueAt: leaseFrom(now) };
    const waiting = due.filter((mail) => !isOrphan(mail)).map(({ id }) => id);
    const orphans = due.filter(isOrphan).map(({ id }) => id);
    if (waiting.length > 0)
      await em.update(
        OutgoingMail,
        { id: In(waiting), state: In(WAITING), dueAt: LessThanOrEqual(now) },
        { ...lease, state: IN_HAND },
      );
    if (orphans.length > 0)
      await em.update(
        OutgoingMail,
        { id: In(orphans), state: IN_HAND, dueAt: LessThanOrEqual(now) },
        { ...lease, possibleDuplicate: true },
      );
  }
}

function isOrphan(mail: DueMail): boolean {
  return mail.state === IN_HAND;
}

function isMarked(mail: DueMail): boolean {
  return mail.possibleDuplicate;
}
