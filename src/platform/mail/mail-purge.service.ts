import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';

import { plusHours } from '../../kernel/instant.js';
import { Database } from '../database/database.js';
import { DemoMail } from './demo-mail.entity.js';
import { OutgoingMail, type MailState } from './outgoing-mail.entity.js';
import { NO_BODY } from './settlement.rules.js';

const KEPT_DAYS = 30;
const BATCH = 500;
const FINAL: readonly MailState[] = ['sent', 'dead', 'cancelled'];

/** Removes what mails said, a month after they were written; that they were sent is kept. */
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
    if (await this.db.read.existsBy(DemoMail, { sentAt: before }))
      await this.db.transaction((em) => em.delete(DemoMail, { sentAt: before }));
  }
}
