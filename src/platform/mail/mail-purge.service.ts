import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';

import { plusHours } from '../../kernel/instant.js';
import { Database } from '../database/database.js';
import { DemoMail } from './demo-mail.entity.js';
import { OutgoingMail, type MailState } from './outgoing-mail.entity.js';
import { NO_BODY } from './settlement.rules.js';

const KEPT_DAYS = 30;
const BATCH = 500;
const FINAL: readonly MailState[] = ['sent', 'dead', 'cancelled'];

/** Whoever was written to without our knowing them has answered by then, or never will. */
const STRANGERS_KEPT_HOURS = 48;

/**
 * Removes what mails said, a month after they were written, and addresses that belong to nobody we know:
 * most of them may be mistyped, or somebody else's. That mails were sent is kept.
 */
@Injectable()
export class MailPurge {
  constructor(private readonly db: Database) {}

  /** Purges every body that is too old at `now`, a few hundred in a transaction. */
  async purgeOld(now: Date): Promise<void> {
    const before = LessThan(plusHours(now, -24 * KEPT_DAYS));
    for (;;) {
      const old = await this.db.read.find(OutgoingMail, {
        select: { id: true },
        where: { purgedAt: IsNull(), createdAt: before, state: In(FINAL) },
        take: BATCH,
      });
      if (old.length === 0) break;
      const ids = In(old.map(({ id }) => id));
      await this.db.transaction((em) =>
        em.update(OutgoingMail, { id: ids }, { ...NO_BODY, purgedAt: now }),
      );
    }
    await this.purgeStrangers(now);
    if (await this.db.read.existsBy(DemoMail, { sentAt: before }))
      await this.db.transaction((em) => em.delete(DemoMail, { sentAt: before }));
  }

  private async purgeStrangers(now: Date): Promise<void> {
    const createdAt = LessThan(plusHours(now, -STRANGERS_KEPT_HOURS));
    for (;;) {
      const old = await this.db.read.find(OutgoingMail, {
        select: { id: true },
        where: { personId: IsNull(), recipient: MoreThan(''), createdAt, state: In(FINAL) },
        take: BATCH,
      });
      if (old.length === 0) return;
      const ids = In(old.map(({ id }) => id));
      await this.db.transaction((em) =>
        em.update(
          OutgoingMail,
          { id: ids },
          { recipient: '', mailboxHash: null, originHash: null },
        ),
      );
    }
  }
}
