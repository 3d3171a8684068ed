import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { ContactChoice } from './contact-choice.entity.js';
import { ContactChoices } from './contact-choices.service.js';
import { MailboxTrust } from './mailbox-trust.queries.js';
import { OwnCode } from './own-code.entity.js';
import { OwnCodes } from './own-codes.service.js';
import { Participant } from './participant.entity.js';

/** Adults who take part, how they are reached, and how they prove who they are. */
@Module({
  imports: [TypeOrmModule.forFeature([Participant, ContactChoice, OwnCode])],
  providers: [ContactChoices, MailboxTrust, OwnCodes],
  exports: [ContactChoices, MailboxTrust, OwnCodes],
})
export class ParticipantsModule {}
