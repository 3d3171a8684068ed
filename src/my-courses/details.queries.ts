import { Injectable } from '@nestjs/common';

import { refusersOfMail } from '../participants/contact-choices.service.js';
import { OwnCode } from '../participants/own-code.entity.js';
import { Participant } from '../participants/participant.entity.js';
import { Database } from '../platform/database/database.js';

/** What we know of how to reach a person. */
export interface OwnDetails {
  readonly person: Participant;
  readonly wantsMail: boolean;
  readonly hasOwnCode: boolean;
}

/** The read side of a person's own details. */
@Injectable()
export class DetailsQueries {
  constructor(private readonly db: Database) {}

  /** @throws EntityNotFoundError when there is no such person any more */
  async of(participantId: number): Promise<OwnDetails> {
    const db = this.db.read;
    const refusers = await refusersOfMail(db, [participantId]);
    return {
      person: await db.findOneByOrFail(Participant, { id: participantId }),
      wantsMail: !refusers.has(participantId),
      hasOwnCode: await db.existsBy(OwnCode, { participantId }),
    };
  }
}
