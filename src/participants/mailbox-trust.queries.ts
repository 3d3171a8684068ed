import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Database, type Reader } from '../platform/database/database.js';
import { refusersOfMail } from './contact-choices.service.js';
import { OwnCode } from './own-code.entity.js';

/** Whether somebody who reads a person's mailbox may be taken for the person. */
@Injectable()
export class MailboxTrust {
  constructor(private readonly db: Database) {}

  /** As {@link mailboxIsEnough}. */
  isEnough(participantId: number): Promise<boolean> {
    return mailboxIsEnough(this.db.read, participantId);
  }
}

/** False for who has a code of their own, and for who wants no mail: somebody else may read it. */
export async function mailboxIsEnough(em: Reader, participantId: number): Promise<boolean> {
  return (await trustedByMailbox(em, [participantId])).length > 0;
}

/** Those of some people for whom it is enough to read their mailbox. */
export async function trustedByMailbox(
  em: Reader,
  participantIds: readonly number[],
): Promise<readonly number[]> {
  if (participantIds.length === 0) return [];
  const owners = await em.findBy(OwnCode, { participantId: In([...participantIds]) });
  const refusers = await refusersOfMail(em, participantIds);
  return participantIds.filter(
    (id) => !refusers.has(id) && !owners.some(({ participantId }) => participantId === id),
  );
}

/** Whether somebody types a code of their own besides the mailed one. */
export function hasOwnCode(em: Reader, participantId: number): Promise<boolean> {
  return em.existsBy(OwnCode, { participantId });
}
