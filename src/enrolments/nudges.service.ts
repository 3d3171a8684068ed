import { Injectable, type OnModuleInit } from '@nestjs/common';
import { And, In, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusMinutes } from '../kernel/instant.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { MailKinds } from '../platform/mail/mail-kinds.js';
import { OutgoingMail } from '../platform/mail/outgoing-mail.entity.js';
import { Outbox } from '../platform/mail/outbox.service.js';
import { Translations } from '../platform/web/translations.js';
import { Enrolment } from './enrolment.entity.js';
import { NUDGE_MAIL, nudgeKey, nudgeMail } from './enrolments.mails.js';
import { withoutPlace } from './same-person.queries.js';

const AFTER_MINUTES = 30;
/** Said with so little time left it only frightens. */
const LEAST_LEFT_MINUTES = 15;

/** Tells people once that the seat held for them still waits for the code they were mailed. */
@Injectable()
export class Nudges implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly kinds: MailKinds,
    private readonly jobs: Jobs,
    private readonly translations: Translations,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.register(NUDGE_MAIL, {
      stillApplies: async (db, mail) => {
        const holding = await db.findOneBy(Enrolment, {
          id: mail.subjectId ?? 0,
          state: 'pending',
          email: mail.recipient,
          holdsUntil: MoreThan(this.clock.now()),
        });
        return holding !== null && (await withoutPlace(db, [holding])).length > 0;
      },
    });
    this.jobs.register('enrolments:nudge', (now) => this.queueDue(now));
  }

  /** Queues a nudge for every hold that is half an hour old; once each, however often it runs. */
  async queueDue(now: Date): Promise<void> {
    const holding = await this.db.read.findBy(Enrolment, {
      state: 'pending',
      email: Not(IsNull()),
      createdAt: LessThanOrEqual(plusMinutes(now, -AFTER_MINUTES)),
      holdsUntil: And(MoreThan(plusMinutes(now, LEAST_LEFT_MINUTES)), Not(IsNull())),
    });
    if (holding.length === 0) return;
    const keys = holding.map(({ id }) => nudgeKey(id));
    const told = await this.db.read.findBy(OutgoingMail, { dedupeKey: In(keys) });
    const known = new Set(told.map(({ dedupeKey }) => dedupeKey));
    const untold = holding.filter(({ id }) => !known.has(nudgeKey(id)));
    const messages = (await withoutPlace(this.db.read, untold)).map((one) => this.message(one));
    if (messages.length > 0) await this.db.transaction((em) => this.outbox.queueAll(em, messages));
  }

  private message({ id, email, holdsUntil, language, reference }: Enrolment) {
    const locale = this.translations.localeOf(language);
    const facts = {
      enrolmentId: id,
      to: email ?? '',
      heldUntil: holdsUntil ?? this.clock.now(),
      reference,
      phone: this.config.supportPhone,
    };
    return nudgeMail(facts, locale);
  }
}
