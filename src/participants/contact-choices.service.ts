import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import type { Reader, Writer } from '../platform/database/database.js';
import { MailKinds } from '../platform/mail/mail-kinds.js';
import { Outbox } from '../platform/mail/outbox.service.js';
import { ContactChoice, type Decider, type MailChoice } from './contact-choice.entity.js';
import { Participant } from './participant.entity.js';

/** Whether and where people want to be written to. */
@Injectable()
export class ContactChoices implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly kinds: MailKinds,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.kinds.guardPeople((db, personId, address) => acceptsMailAt(db, personId, address));
  }

  /** Chooses; mails that lie in the outbox are not sent to whoever wants none. */
  async chooseMail(
    em: Writer,
    participantId: number,
    mail: MailChoice,
    actor: Decider,
  ): Promise<void> {
    const choice = { participantId, mail, actor, changedAt: this.clock.now() };
    await em.upsert(ContactChoice, choice, ['participantId']);
    if (mail === 'none') await this.outbox.cancelAllTo(em, participantId);
  }
}

/** Everybody who wants no mail at all; there are few. */
export async function allRefusersOfMail(em: Reader): Promise<ReadonlySet<number>> {
  const rows = await em.findBy(ContactChoice, { mail: 'none' });
  return new Set(rows.map(({ participantId }) => participantId));
}

/** Those of some people who want no mail at all. */
export async function refusersOfMail(
  em: Reader,
  participantIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await em.findBy(ContactChoice, {
    participantId: In([...participantIds]),
    mail: 'none',
  });
  return new Set(rows.map(({ participantId }) => participantId));
}

/** Asked again right before a mail leaves: the address is still the person's, and mail is welcome. */
async function acceptsMailAt(db: Reader, id: number, email: string): Promise<boolean> {
  const isTheirs = await db.existsBy(Participant, { id, email });
  return isTheirs && !(await refusersOfMail(db, [id])).has(id);
}
