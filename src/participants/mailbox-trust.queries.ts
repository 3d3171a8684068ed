import { Injectable } from '@nestjs/common';

import { Database } from '../platform/database/database.js';
import { refusersOfMail } from './contact-choices.service.js';
import { OwnCode } from './own-code.entity.js';

/** Whether somebody who reads a person's mailbox may be taken for the person. */
@Injectable()
export class MailboxTrust {
  constructor(private readonly db: Database) {}

  /** False for who has a code of their own, and for who wants no mail: somebody else may read it. */
  async isEnough(participantId: number): Promise<boolean> {
    if (await this.db.read.existsBy(OwnCode, { participantId })) return false;
    return !(await refusersOfMail(this.db.read, [participantId])).has(participantId);
  }
}
