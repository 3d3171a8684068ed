import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';

import { plusHours } from '../kernel/instant.js';
import { Database, type Reader, type Writer } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { MailKinds, type QueuedMail } from '../platform/mail/mail-kinds.js';
import { AddressChange } from './address-change.entity.js';
import { ADDRESS_CHANGED_MAIL, ADDRESS_CODE_MAIL, DETAILS_CHANGED_MAIL } from './details.mails.js';

/** A code is worth nothing by then. */
const KEPT_HOURS = 24;

/** What the outbox has to know about mails of people's own details. */
@Injectable()
export class DetailsMailKinds implements OnModuleInit {
  constructor(
    private readonly kinds: MailKinds,
    private readonly jobs: Jobs,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    const always = { stillApplies: () => Promise.resolve(true) };
    this.kinds.register(ADDRESS_CODE_MAIL, { stillApplies: isAskedFor, accepted: startValidity });
    this.kinds.register(ADDRESS_CHANGED_MAIL, always);
    this.kinds.register(DETAILS_CHANGED_MAIL, always);
    this.jobs.register('address-changes:purge', (now) => this.purge(now));
  }

  /** Forgets addresses that nobody has proved. */
  async purge(now: Date): Promise<void> {
    const createdAt = LessThan(plusHours(now, -KEPT_HOURS));
    if (!(await this.db.read.existsBy(AddressChange, { createdAt }))) return;
    await this.db.transaction((em) => em.delete(AddressChange, { createdAt }));
  }
}

/** The change that a mail's code is for; one that was asked for again has another code. */
async function changeOf(db: Reader, mail: QueuedMail): Promise<AddressChange | null> {
  const change = await db.findOneBy(AddressChange, { id: mail.subjectId ?? 0 });
  return change && mail.dedupeKey.endsWith(`:${change.createdAt.toISOString()}`) ? change : null;
}

async function isAskedFor(db: Reader, mail: QueuedMail): Promise<boolean> {
  return (await changeOf(db, mail)) !== null;
}

/** The code's time runs from here; told twice after a crash, the first time stays. */
async function startValidity(em: Writer, mail: QueuedMail, at: Date): Promise<void> {
  const change = await changeOf(em, mail);
  if (change?.sentAt === null) await em.update(AddressChange, { id: change.id }, { sentAt: at });
}
