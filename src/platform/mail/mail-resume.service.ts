import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';

import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { OutgoingMail } from './outgoing-mail.entity.js';

/** How the outbox stands. */
export interface OutboxState {
  /** Queued or put off. */
  readonly waiting: number;
  /** Given up: somebody must act. */
  readonly dead: number;
}

/** Gets mail going again after trouble, and tells how much of it there is. */
@Injectable()
export class MailResume {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes all mail that waits for a later try due now. */
  async hurry(): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction((em) =>
      em.update(
        OutgoingMail,
        { state: In(['queued', 'retry']), dueAt: MoreThan(now) },
        { dueAt: now },
      ),
    );
  }

  /** Counts what has not left. */
  async state(): Promise<OutboxState> {
    const [waiting, dead] = await Promise.all([
      this.db.read.countBy(OutgoingMail, { state: In(['queued', 'retry', 'sending']) }),
      this.db.read.countBy(OutgoingMail, { state: 'dead' }),
    ]);
    return { waiting, dead };
  }
}
