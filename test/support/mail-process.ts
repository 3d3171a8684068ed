import { Global, Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';

import { Config } from '../../src/platform/config/config.js';
import { CoreModule } from '../../src/platform/core.module.js';
import { Database } from '../../src/platform/database/database.js';
import { DatabaseModule } from '../../src/platform/database/database.module.js';
import { JobsModule } from '../../src/platform/jobs/jobs.module.js';
import { MailChannel } from '../../src/platform/mail/mail-channel.js';
import { MailKinds, type QueuedMail } from '../../src/platform/mail/mail-kinds.js';
import { MailModule } from '../../src/platform/mail/mail.module.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import type { OutgoingMessage } from '../../src/platform/mail/message.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { Outbox } from '../../src/platform/mail/outbox.service.js';
import { ActLimits } from '../../src/platform/web/session/act-limits.js';
import { LimitKeys } from '../../src/platform/web/session/limit-keys.js';
import { Translations } from '../../src/platform/web/translations.js';
import { Views } from '../../src/platform/web/views.js';
import { FixedClock } from './clock.js';
import type { TestDatabase } from './databases.js';
import { MailServer } from './mail-server.js';
import { production } from './production.js';

/** When every test begins. */
export const START = '2027-01-18T08:00:00Z';

const OF_THE_WEB = [Views, Translations, ActLimits, LimitKeys];

/** What mail needs of the web: templates, and how limits count. */
@Global()
@Module({ providers: OF_THE_WEB, exports: OF_THE_WEB })
class WebForMail {}

@Module({})
class MailOnly {
  static with(config: Config, clock: FixedClock): DynamicModule {
    return {
      module: MailOnly,
      imports: [
        CoreModule.with(config, clock),
        DatabaseModule.forRoot(),
        WebForMail,
        JobsModule,
        MailModule,
      ],
    };
  }
}

/** One process of the app that knows nothing but mail, with kinds of mail whose features the test plays. */
export class MailProcess {
  readonly clock = new FixedClock(START);
  /** Asked by kind `plain`. */
  stillApplies: (mail: QueuedMail) => boolean = () => true;
  /** What kind `heard` was told. */
  readonly accepted: { subjectId: number | null; at: Date }[] = [];
  private context: INestApplicationContext | undefined;

  async open(variables: Record<string, string>): Promise<void> {
    const config = Config.read({
      ...production(),
      MAIL_FROM: 'Umeå, kurser <kurser@umea.example>',
      LOG_LEVEL: 'silent',
      ...variables,
    });
    this.context = await NestFactory.createApplicationContext(MailOnly.with(config, this.clock), {
      logger: false,
      abortOnError: false,
    });
    const kinds = this.context.get(MailKinds);
    kinds.register('plain', {
      stillApplies: (_db, mail) => Promise.resolve(this.stillApplies(mail)),
    });
    kinds.register('heard', {
      stillApplies: () => Promise.resolve(true),
      accepted: (_em, { subjectId }, at) => {
        this.accepted.push({ subjectId, at });
        if (subjectId === 13) throw new Error('The feature fails');
        return Promise.resolve();
      },
    });
  }

  async close(): Promise<void> {
    await this.context?.close();
  }

  get app(): INestApplicationContext {
    if (!this.context) throw new Error('The process runs only while tests run');
    return this.context;
  }

  get db(): Database {
    return this.app.get(Database);
  }

  async queue(...messages: OutgoingMessage[]): Promise<void> {
    await this.db.transaction((em) => this.app.get(Outbox).queueAll(em, messages));
  }

  sendDue(): Promise<void> {
    return this.app.get(MailWorker).sendDue();
  }

  /** The mail with a dedupe key. */
  mail(dedupeKey: string): Promise<OutgoingMail> {
    return this.db.read.findOneByOrFail(OutgoingMail, { dedupeKey });
  }

  reset(): void {
    this.clock.set(START);
    this.stillApplies = () => true;
    this.accepted.length = 0;
    this.app.get(MailChannel).answered();
  }
}

/** A mail that says one thing, with the template that prints facts. */
export function message(dedupeKey: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    kind: 'plain',
    dedupeKey,
    to: `${dedupeKey}@mail.test`,
    language: 'sv',
    subject: 'Påminnelse: tisdag 17.30',
    template: 'facts',
    model: { facts: [{ label: 'Tid', value: 'tisdag 19 januari 17.30 & framåt' }] },
    footer: { fewer: 'Du får mejlet för att du har en plats.', phone: '090-16 00 00' },
    ...more,
  };
}

/**
 * A worker and the mail server it sends to, fresh before each test of the block it is called in:
 * nothing queued, nothing received, everything accepted, the clock at {@link START}.
 */
export function useMail(database: TestDatabase): { worker: MailProcess; server: MailServer } {
  const server = new MailServer();
  const worker = new MailProcess();
  beforeAll(async () => {
    await server.start();
    await worker.open({ DATABASE_URL: database.url, SMTP_URL: server.url });
  });
  afterAll(async () => {
    await worker.close();
    await server.stop();
  });
  beforeEach(async () => {
    server.reset();
    worker.reset();
    await worker.db.transaction((em) =>
      em.createQueryBuilder().delete().from(OutgoingMail).execute(),
    );
  });
  return { worker, server };
}
