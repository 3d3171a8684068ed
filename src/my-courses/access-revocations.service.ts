import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';

import { CalendarFeeds } from '../enrolments/calendar-feeds.service.js';
import { EnrolmentProofs } from '../enrolments/enrolment-proofs.service.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { sha256 } from '../kernel/secret.js';
import { Participant } from '../participants/participant.entity.js';
import { Database, type Writer } from '../platform/database/database.js';
import { BrowserSessions } from '../platform/web/session/browser-sessions.service.js';
import { Steps } from '../platform/web/session/steps.js';
import { AddressChange } from './address-change.entity.js';
import { SignIns } from './sign-ins.service.js';

/**
 * Closes every way to a person's pages: other browsers, codes and links that have been mailed, steps of
 * browsers that are in the middle of something, the calendar address, a new address asked for elsewhere.
 */
@Injectable()
export class AccessRevocations {
  constructor(
    private readonly db: Database,
    private readonly sessions: BrowserSessions,
    private readonly proofs: EnrolmentProofs,
    private readonly signIns: SignIns,
    private readonly steps: Steps,
    private readonly feeds: CalendarFeeds,
  ) {}

  /** "Logga ut överallt": the browser that asks is signed out too. */
  everywhere(participantId: number): Promise<void> {
    return this.db.transaction((em) => this.revoke(em, participantId, ''));
  }

  /** The same in the caller's transaction; the browser of `sessionId` stays signed in. */
  async revoke(em: Writer, participantId: number, sessionId: string): Promise<void> {
    const { email } = await em.findOneByOrFail(Participant, { id: participantId });
    const rows = await em.find(Enrolment, { select: { id: true }, where: { participantId } });
    const enrolmentIds = rows.map(({ id }) => id);
    await this.proofs.void(em, enrolmentIds);
    await this.steps.end(em, 'enrolment', enrolmentIds);
    if (email !== null) await this.signIns.void(em, email);
    await this.feeds.forget(em, participantId);
    await em.delete(AddressChange, { participantId, sessionHash: Not(sha256(sessionId)) });
    await this.sessions.endOthers(em, { kind: 'participant', id: participantId }, sessionId);
  }
}
