import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { AttendanceMark } from '../attendance/attendance-mark.entity.js';
import { CalendarFeed } from '../enrolments/calendar-feed.entity.js';
import { EnrolmentChildAge } from '../enrolments/enrolment-child-age.entity.js';
import { EnrolmentEvent } from '../enrolments/enrolment-event.entity.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { PhoneOnly } from '../enrolments/phone-only.entity.js';
import { refusersOfMail } from '../participants/contact-choices.service.js';
import { OwnCode } from '../participants/own-code.entity.js';
import { Participant } from '../participants/participant.entity.js';
import { Database, type Reader } from '../platform/database/database.js';
import { OutgoingMail } from '../platform/mail/outgoing-mail.entity.js';
import { textIn } from '../platform/text/texts.js';
import { ProgrammeText } from '../programmes/programme-text.entity.js';
import { enrolmentData, personData, type EnrolmentData, type PersonData } from './my-data.rules.js';

/** A mail that we have written to the person; what stood in it is kept for 30 days and not repeated here. */
export interface MailData {
  readonly subject: string;
  readonly language: string;
  readonly writtenAt: Date;
  readonly sentAt: Date | null;
}

/** Everything that is kept about a person. Instants are UTC. */
export interface MyData {
  readonly person: PersonData;
  readonly enrolments: readonly EnrolmentData[];
  readonly mails: readonly MailData[];
  /** When the private calendar was made; null: there is none. */
  readonly calendarSince: Date | null;
}

/** Collects what a person has a right to see (GDPR, article 15). Staff are not named in it. */
@Injectable()
export class MyDataQueries {
  constructor(private readonly db: Database) {}

  /** With the courses' names in `language`. @throws EntityNotFoundError when there is no such person */
  async of(participantId: number, language: string): Promise<MyData> {
    const db = this.db.read;
    const person = await db.findOneByOrFail(Participant, { id: participantId });
    const own = await db.findOneBy(OwnCode, { participantId });
    const wantsMail = !(await refusersOfMail(db, [participantId])).has(participantId);
    const feed = await db.findOneBy(CalendarFeed, { participantId });
    return {
      person: personData(person, { wantsMail, ownCodeSince: own?.setAt ?? null }),
      enrolments: await enrolmentsOf(db, participantId, language),
      mails: await mailsTo(db, participantId),
      calendarSince: feed?.createdAt ?? null,
    };
  }
}

/** A constant number of queries, however many enrolments. */
async function enrolmentsOf(
  db: Reader,
  participantId: number,
  language: string,
): Promise<EnrolmentData[]> {
  const enrolments = await db.find(Enrolment, {
    where: { participantId },
    relations: { round: true },
    order: { id: 'ASC' },
  });
  const enrolmentId = In(enrolments.map(({ id }) => id));
  const programmeId = In(enrolments.map(({ round }) => round?.programmeId ?? 0));
  const texts = await db.findBy(ProgrammeText, { programmeId });
  const ages = await db.findBy(EnrolmentChildAge, { enrolmentId });
  const order = { id: 'ASC' } as const;
  const events = await db.find(EnrolmentEvent, { where: { enrolmentId }, order });
  const phoneOnly = await db.findBy(PhoneOnly, { enrolmentId });
  const marks = await db.find(AttendanceMark, {
    where: { enrolmentId },
    relations: { meeting: true },
    order: { markedAt: 'ASC', id: 'ASC' },
  });
  return enrolments.map((enrolment) => {
    const isIts = (row: { readonly enrolmentId: number }) => row.enrolmentId === enrolment.id;
    const ofProgramme = texts.filter((text) => text.programmeId === enrolment.round?.programmeId);
    return enrolmentData(enrolment, {
      course: textIn(ofProgramme, language),
      childAges: ages.filter(isIts).map(({ band }) => band),
      events: events.filter(isIts),
      phoneOnlySince: phoneOnly.find(isIts)?.since ?? null,
      marks: marks
        .filter(isIts)
        .map(({ meeting, state, markedAt }) => ({ date: meeting?.date ?? '', state, markedAt })),
    });
  });
}

async function mailsTo(db: Reader, personId: number): Promise<MailData[]> {
  const mails = await db.find(OutgoingMail, {
    select: { id: true, subject: true, language: true, createdAt: true, sentAt: true },
    where: { personId },
    order: { id: 'ASC' },
  });
  return mails.map(({ subject, language, createdAt, sentAt }) => ({
    ...{ subject, language, writtenAt: createdAt, sentAt },
  }));
}
