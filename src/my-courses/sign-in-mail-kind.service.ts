import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';

import { plusHours } from '../kernel/instant.js';
import { Database, type Reader, type Writer } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { MailKinds, type QueuedMail } from '../platform/mail/mail-kinds.js';
import { peopleAt } from './sign-in-people.service.js';
import { SignInProof } from './sign-in-proof.entity.js';
import { SIGN_IN_MAIL } from './sign-in.mails.js';

/** Step and code have both run out by then. */
const KEPT_HOURS = 48;

/** What the outbox has to know about sign-in mails, and the end of what they were about. */
@Injectable()
export class SignInMailKind implements OnModuleInit {
  constructor(
    private readonly kinds: MailKinds,
    private readonly jobs: Jobs,
    private readonly db: Database,
  ) {}

  onModuleInit(): void {
    this.kinds.register(SIGN_IN_MAIL, { stillApplies: isForSomebody, accepted: startValidity });
    this.jobs.register('sign-in:purge', (now) => this.purge(now));
  }

  /** Deletes what anybody has asked for two days ago: most of the addresses may be nobody's. */
  async purge(now: Date): Promise<void> {
    const createdAt = LessThan(plusHours(now, -KEPT_HOURS));
    if (!(await this.db.read.existsBy(SignInProof, { createdAt }))) return;
    await this.db.transaction((em) => em.delete(SignInProof, { createdAt }));
  }
}

async function isForSomebody(db: Reader, mail: QueuedMail): Promise<boolean> {
  const proof = await db.findOneBy(SignInProof, { id: mail.subjectId ?? 0 });
  if (proof?.voidedAt !== null || proof.usedAt !== null) return false;
  return (await peopleAt(db, mail.recipient)).length > 0;
}

/** The 30 minutes run from here; told twice after a crash, the first time stays. */
async function startValidity(em: Writer, mail: QueuedMail, at: Date): Promise<void> {
  const proof = await em.findOneBy(SignInProof, { id: mail.subjectId ?? 0 });
  if (proof?.sentAt === null) await em.update(SignInProof, { id: proof.id }, { sentAt: at });
}
