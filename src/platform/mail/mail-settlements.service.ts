import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Database, type Writer } from '../database/database.js';
import { DatabaseUnavailable } from '../database/errors.js';
import { Log } from '../log.js';
import { MailKinds } from './mail-kinds.js';
import { OutgoingMail } from './outgoing-mail.entity.js';
import { settled, type Verdict } from './settlement.rules.js';

interface Settlement {
  readonly mail: OutgoingMail;
  readonly verdict: Verdict;
}

const BATCH = 100;

/**
 * Writes down how claimed mails ended, many in one transaction. What the mail server has taken is
 * remembered here until it is written, however long the database is gone: otherwise it would be sent
 * once more.
 */
@Injectable()
export class MailSettlements {
  private readonly log = new Log('Mail');
  private readonly waiting: Settlement[] = [];
  private writing: Promise<void> | null = null;

  constructor(
    private readonly db: Database,
    private readonly kinds: MailKinds,
  ) {}

  /** Notes a verdict and begins to write it; {@link written} tells when that is done. */
  add(mail: OutgoingMail, verdict: Verdict): void {
    this.waiting.push({ mail, verdict });
    // What fails stays waiting, and the next call of `written` meets the failure.
    this.written().catch(() => undefined);
  }

  /** Resolves when every verdict is in the database. @throws DatabaseUnavailable */
  written(): Promise<void> {
    this.writing ??= this.writeAll().finally(() => {
      this.writing = null;
    });
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, BATCH);
      await this.write(batch);
      this.waiting.splice(0, batch.length);
    }
  }

  private async write(batch: readonly Settlement[]): Promise<void> {
    try {
      await this.db.transaction((em) => this.record(em, batch));
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      const [only, ...others] = batch;
      if (only === undefined) return;
      if (others.length === 0) await this.writeAlone(only, error);
      else for (const each of batch) await this.write([each]);
    }
  }

  /** A fault in a feature's `accepted` must not make us forget that the mail has been sent. */
  private async writeAlone({ mail, verdict }: Settlement, cause: unknown): Promise<void> {
    await this.db.transaction((em) => update(em, mail, verdict));
    this.log.error(`Mail ${mail.id} (${mail.kind}): its feature failed to hear of it`, cause);
  }

  private async record(em: Writer, batch: readonly Settlement[]): Promise<void> {
    const alike = Map.groupBy(batch, (settlement) => this.likeness(settlement));
    for (const [likeness, settlements] of alike) {
      if (likeness !== null) await updateAlike(em, settlements);
      else for (const each of settlements) await this.recordOne(em, each);
    }
  }

  /** Sent mails that nobody wants to hear about get one statement for all that are alike. */
  private likeness({ mail, verdict }: Settlement): string | null {
    if (verdict.state !== 'sent' || this.kinds.get(mail.kind)?.accepted) return null;
    return `${mail.claimedBy ?? ''} ${String(mail.secret)}`;
  }

  private async recordOne(em: Writer, { mail, verdict }: Settlement): Promise<void> {
    const updated = await update(em, mail, verdict);
    if (updated && verdict.state === 'sent')
      await this.kinds.get(mail.kind)?.accepted?.(em, mail, verdict.at);
  }
}

/** False when the mail has passed into other hands meanwhile. */
async function update(em: Writer, mail: OutgoingMail, verdict: Verdict): Promise<boolean> {
  const held = { id: mail.id, claimedBy: mail.claimedBy ?? '', state: 'sending' } as const;
  const { affected } = await em.update(OutgoingMail, held, settled(verdict, mail));
  return affected === 1;
}

async function updateAlike(em: Writer, settlements: readonly Settlement[]): Promise<void> {
  const [first] = settlements;
  if (first === undefined) return;
  await em.update(
    OutgoingMail,
    {
      id: In(settlements.map(({ mail }) => mail.id)),
      claimedBy: first.mail.claimedBy ?? '',
      state: 'sending',
    },
    settled(first.verdict, first.mail),
  );
}
