import { Injectable } from '@nestjs/common';

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
  if (await em.existsBy(OwnCode, { participantId })) return false;
  return !(await refusersOfMail(em, [participantId])).has(participantId);
}
