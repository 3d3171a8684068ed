import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';

import { Clock } from '../../kernel/clock.js';
import { plusMinutes } from '../../kernel/instant.js';
import { randomToken } from '../../kernel/secret.js';
import { Database, type Writer } from '../database/database.js';
import { OutgoingMail, type MailState } from './outgoing-mail.entity.js';

/** How long a worker may keep a mail in hand before others must suppose that it has died. */
const LEASE_MINUTES = 5;
const OPEN: readonly MailState[] = ['queued', 'retry', 'sending'];

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
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

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
    return this.db.read.find(OutgoingMail, {
      select: { id: true, state: true, possibleDuplicate: true },
      where: { state: In(OPEN), dueAt: LessThanOrEqual(this.clock.now()) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /** The conditions are asked again in the update: that is what makes each mail go to one worker. */
  private async claim(em: Writer, due: readonly DueMail[], token: string): Promise<void> {
    const now = this.clock.now();
    const lease = { claimedBy: token, dueAt: plusMinutes(now, LEASE_MINUTES) };
    const waiting = due.filter((mail) => !isOrphan(mail)).map(({ id }) => id);
    const orphans = due.filter(isOrphan).map(({ id }) => id);
    if (waiting.length > 0)
      await em.update(
        OutgoingMail,
        { id: In(waiting), state: In(['queued', 'retry']), dueAt: LessThanOrEqual(now) },
        { ...lease, state: 'sending' },
      );
    if (orphans.length > 0)
      await em.update(
        OutgoingMail,
        { id: In(orphans), state: 'sending', dueAt: LessThanOrEqual(now) },
        { ...lease, possibleDuplicate: true },
      );
  }
}

function isOrphan(mail: DueMail): boolean {
  return mail.state === 'sending';
}

function isMarked(mail: DueMail): boolean {
  return mail.possibleDuplicate;
}
