import { setImmediate as letOthersIn } from 'node:timers/promises';

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';

import { Enrolment } from '../enrolments/enrolment.entity.js';
import { PersonMail } from '../enrolments/person-mail.service.js';
import { Config } from '../platform/config/config.js';
import { Database, type Writer } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { MailKinds } from '../platform/mail/mail-kinds.js';
import type { Unaddressed } from '../platform/mail/message.js';
import { Translations } from '../platform/web/translations.js';
import { toldFacts } from './meeting-facts.rules.js';
import { REMINDER, reminderMail } from './reminders.mails.js';
import { RemindersQueries, reminderStillApplies, type DueReminder } from './reminders.queries.js';
import { readReminderKey, uselessFrom } from './reminders.rules.js';

/** Mails of one transaction: others get to write in between. */
const BATCH = 200;

/** Reminds people of the meetings they have a place at. */
@Injectable()
export class RemindersService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly queries: RemindersQueries,
    private readonly mails: PersonMail,
    private readonly translations: Translations,
    private readonly config: Config,
    private readonly kinds: MailKinds,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.kinds.register(REMINDER, {
      stillApplies: (db, mail) => {
        const reminder = readReminderKey(mail.dedupeKey);
        return reminder === null
          ? Promise.resolve(false)
          : reminderStillApplies(db, mail, reminder);
      },
    });
    this.jobs.register('reminders', async (now) => {
      await this.queueDue(now);
    });
  }

  /**
   * Queues every reminder that is due at `now` and has not been queued, and says how many those
   * were. Doing it again, also in another process at the same time, queues nothing twice.
   */
  async queueDue(now: Date): Promise<number> {
    const due = await this.queries.due(now);
    let queued = 0;
    for (let start = 0; start < due.length; start += BATCH) {
      const batch = due.slice(start, start + BATCH);
      queued += await this.db.transaction((em) => this.queueBatch(em, batch));
      // SQLite works while everything else stands still: a page asked for meanwhile comes now.
      await letOthersIn();
    }
    return queued;
  }

  private async queueBatch(em: Writer, batch: readonly DueReminder[]): Promise<number> {
    const places = await em.find(Enrolment, {
      where: { id: In(batch.map((reminder) => reminder.enrolmentId)), state: 'confirmed' },
    });
    const placeOf = new Map(places.map((place) => [place.id, place]));
    const messages = batch.flatMap((reminder) => {
      const place = placeOf.get(reminder.enrolmentId);
      const participantId = place?.participantId ?? null;
      if (!place || participantId === null) return [];
      return [{ participantId, message: this.mail(reminder, place) }];
    });
    return this.mails.queueAll(em, messages);
  }

  private mail({ key, due }: DueReminder, place: Enrolment): Unaddressed {
    const { meeting } = due;
    const facts = {
      dedupeKey: key,
      enrolmentId: place.id,
      reference: place.reference,
      date: meeting.date,
      startTime: meeting.startTime,
      endTime: meeting.endTime,
      notAfter: uselessFrom(meeting.startsAt),
      phone: this.config.supportPhone,
      baseUrl: this.config.baseUrl,
      ...toldFacts(due.round, due.leaders),
    };
    return reminderMail(facts, this.translations.localeOf(place.language));
  }
}
