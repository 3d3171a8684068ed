import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { isSameName } from '../enrolments/answers.rules.js';
import { CalendarFeed } from '../enrolments/calendar-feed.entity.js';
import { CallTask } from '../enrolments/call-task.entity.js';
import { InterestCall } from '../interest/interest-call.entity.js';
import { InterestChildAge } from '../interest/interest-child-age.entity.js';
import { InterestLink } from '../interest/interest-link.entity.js';
import { Interest } from '../interest/interest.entity.js';
import { sha256 } from '../kernel/secret.js';
import { ContactChoice } from '../participants/contact-choice.entity.js';
import { OwnCode } from '../participants/own-code.entity.js';
import { Participant } from '../participants/participant.entity.js';
import { Database, type Reader } from '../platform/database/database.js';
import { OutgoingMail } from '../platform/mail/outgoing-mail.entity.js';
import { textIn } from '../platform/text/texts.js';
import { BrowserSessions } from '../platform/web/session/browser-sessions.service.js';
import { ProgrammeText } from '../programmes/programme-text.entity.js';
import { AddressChange } from './address-change.entity.js';
import type { Changer } from './address-changes.service.js';
import { enrolmentsOf } from './my-data-enrolments.queries.js';
import type { EnrolmentData } from './my-data-enrolments.rules.js';
import {
  interestData,
  personData,
  type BrowserData,
  type CallData,
  type InterestData,
  type MailData,
  type PersonData,
  type Viewer,
} from './my-data.rules.js';

/** Everything that is kept about a person. Instants are UTC. */
export interface MyData {
  readonly person: PersonData;
  readonly enrolments: readonly EnrolmentData[];
  /** Courses that the person has asked to be told about, with their address and first name. */
  readonly interest: readonly InterestData[];
  readonly calls: readonly CallData[];
  readonly mails: readonly MailData[];
  readonly browsers: readonly BrowserData[];
  /** When the private calendar was made; null: there is none. */
  readonly calendarSince: Date | null;
}

/**
 * Collects what a person has a right to see (GDPR, article 15). Staff are not named in it. A table that is
 * left out on purpose stands with its reason in `test/architecture/my-data.test.ts`.
 */
@Injectable()
export class MyDataQueries {
  constructor(
    private readonly db: Database,
    private readonly sessions: BrowserSessions,
  ) {}

  /** With the courses' names in `language`. @throws EntityNotFoundError when there is no such person */
  async of({ participantId, sessionId }: Changer, language: string): Promise<MyData> {
    const db = this.db.read;
    const person = await db.findOneByOrFail(Participant, { id: participantId });
    const own = await db.findOneBy(OwnCode, { participantId });
    const choice = await db.findOneBy(ContactChoice, { participantId });
    const change = await db.findOneBy(AddressChange, {
      participantId,
      sessionHash: sha256(sessionId),
    });
    const feed = await db.findOneBy(CalendarFeed, { participantId });
    const viewer = { participantId, language, hasOwnCode: own !== null };
    const enrolments = await enrolmentsOf(db, viewer);
    return {
      person: personData(person, { own, choice, change }),
      enrolments,
      interest: await interestOf(db, person, viewer),
      calls: await callsTo(db, participantId),
      mails: await mailsTo(db, person),
      browsers: await this.browsersOf(participantId),
      calendarSince: feed?.createdAt ?? null,
    };
  }

  private async browsersOf(id: number): Promise<BrowserData[]> {
    const browsers = await this.sessions.of({ kind: 'participant', id }, '');
    return browsers.map(({ name, signedInAt, lastUsedAt }) => ({ name, signedInAt, lastUsedAt }));
  }
}

/** The lists know an address and a name: of two adults with one mailbox each sees their own. */
async function interestOf(db: Reader, person: Participant, viewer: Viewer) {
  const order = { id: 'ASC' } as const;
  const atAddress = await db.find(Interest, { where: { email: person.email ?? '' }, order });
  const own = atAddress.filter((interest) => isSameName(interest, person));
  const interestId = In(own.map(({ id }) => id));
  const programmeId = In(own.map((interest) => interest.programmeId));
  const texts = await db.findBy(ProgrammeText, { programmeId });
  const ages = await db.findBy(InterestChildAge, { interestId });
  const links = await db.find(InterestLink, { where: { interestId }, order });
  const calls = await db.find(InterestCall, { where: { interestId }, order });
  return own.map((interest) => {
    const isIts = (row: { readonly interestId: number }) => row.interestId === interest.id;
    const ofProgramme = texts.filter((text) => text.programmeId === interest.programmeId);
    const rows = {
      course: textIn(ofProgramme, viewer.language),
      childAges: ages.filter(isIts).map(({ band }) => band),
      links: links.filter(isIts),
      calls: calls.filter(isIts),
    };
    return interestData(interest, rows, viewer);
  });
}

async function callsTo(db: Reader, participantId: number): Promise<CallData[]> {
  const tasks = await db.find(CallTask, { where: { participantId }, order: { id: 'ASC' } });
  return tasks.map(({ kind, createdAt, callBefore, handledAt }) => ({
    ...{ about: kind, askedAt: createdAt, callBefore, handledAt },
  }));
}

/** Those to the person, and codes to their address that went out before we knew whose it was. */
async function mailsTo(db: Reader, { id: personId, email }: Participant): Promise<MailData[]> {
  const mails = await db.find(OutgoingMail, {
    select: { id: true, subject: true, language: true, createdAt: true, sentAt: true },
    where: [{ personId }, { personId: IsNull(), recipient: email ?? '' }],
    order: { id: 'ASC' },
  });
  return mails.map(({ subject, language, createdAt, sentAt }) => ({
    ...{ subject, language, writtenAt: createdAt, sentAt },
  }));
}
