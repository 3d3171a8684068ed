import { Module } from '@nestjs/common';

import { MailboxController } from './mailbox.controller.js';
import { MailboxQueries } from './mailbox.queries.js';

/** The demo's mailbox. Imported in demo mode only: its mails hold codes that open things. */
@Module({ controllers: [MailboxController], providers: [MailboxQueries] })
export class MailboxModule {}
