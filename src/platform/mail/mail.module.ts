import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { Jobs } from '../jobs/jobs.service.js';
import { DemoMail } from './demo-mail.entity.js';
import { DemoMailer } from './demo-mailer.js';
import { MailChannel } from './mail-channel.js';
import { MailClaims } from './mail-claims.service.js';
import { MailKinds } from './mail-kinds.js';
import { MailPurge } from './mail-purge.service.js';
import { MailReach } from './mail-reach.service.js';
import { MailRenderer } from './mail-renderer.js';
import { MailResume } from './mail-resume.service.js';
import { MailSettlements } from './mail-settlements.service.js';
import { MailWorker } from './mail-worker.service.js';
import { Mailer } from './mailer.js';
import { OutgoingMail } from './outgoing-mail.entity.js';
import { Outbox } from './outbox.service.js';
import { SmtpMailer } from './smtp-mailer.js';

/** The outbox and everything behind it. Features use `Outbox`, `MailKinds`, `MailChannel` and `MailReach`. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutgoingMail, DemoMail])],
  providers: [
    {
      provide: Mailer,
      inject: [Config, Database],
      useFactory: (config: Config, db: Database): Mailer =>
        config.demo ? new DemoMailer(db) : new SmtpMailer(config),
    },
    MailChannel,
    MailClaims,
    MailKinds,
    MailPurge,
    MailReach,
    MailRenderer,
    MailResume,
    MailSettlements,
    MailWorker,
    Outbox,
  ],
  exports: [MailChannel, MailKinds, MailReach, MailResume, MailWorker, Outbox],
})
export class MailModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly worker: MailWorker,
    private readonly purge: MailPurge,
  ) {}

  onModuleInit(): void {
    this.jobs.register('mail:send', () => this.worker.sendDue(), 'delivery');
    this.jobs.register('mail:purge', (now) => this.purge.purgeOld(now));
  }
}
