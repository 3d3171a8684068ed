import { Injectable, type OnModuleInit } from '@nestjs/common';

import type { Reader, Writer } from '../platform/database/database.js';
import { MailKinds, type QueuedMail } from '../platform/mail/mail-kinds.js';
import { inRound } from './interest-places.queries.js';
import { InterestLink } from './interest-link.entity.js';
import { INTEREST_MAILS } from './interest.mails.js';

/** What the outbox has to know about mails of the list. */
@Injectable()
export class InterestMailKinds implements OnModuleInit {
  constructor(private readonly kinds: MailKinds) {}

  onModuleInit(): void {
    const kind = { stillApplies: isWanted, accepted: startValidity };
    for (const name of Object.values(INTEREST_MAILS)) this.kinds.register(name, kind);
  }
}

/** The person is still there, under the same address; the round is not called off, and they are not in it. */
async function isWanted(db: Reader, mail: QueuedMail): Promise<boolean> {
  const link = await db.findOne(InterestLink, {
    where: { id: mail.subjectId ?? 0, interest: { email: mail.recipient } },
    relations: { round: true, interest: true },
  });
  if (link?.usedAt !== null) return false;
  if (!link.round || !link.interest) return true;
  const isIn = await inRound(db, link.round.id);
  return link.round.state === 'published' && !isIn(link.interest);
}

/** A link's time runs from here; told twice after a crash, the first time stays. */
async function startValidity(em: Writer, mail: QueuedMail, at: Date): Promise<void> {
  const link = await em.findOneBy(InterestLink, { id: mail.subjectId ?? 0 });
  if (link?.sentAt === null) await em.update(InterestLink, { id: link.id }, { sentAt: at });
}
