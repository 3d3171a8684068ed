import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Database, type Writer } from '../platform/database/database.js';
import { CallTasks } from './call-tasks.service.js';
import { Enrolment } from './enrolment.entity.js';
import { OfferMessages } from './offer-messages.service.js';
import { endPlace } from './place-end.writes.js';
import { lockPlace } from './round-lock.writes.js';
import { WorkingDays } from './working-days.service.js';

/** Promised on the page and in the mail. */
const CALLED_WITHIN_DAYS = 2;

/** The talk before anybody is placed, in programmes with `admission: 'talk'`. */
@Injectable()
export class Talks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly tasks: CallTasks,
    private readonly messages: OfferMessages,
  ) {}

  /** Puts an applicant on the staff's list of people to call. Settled when they are placed or leave. */
  async expect(
    em: Writer,
    { id: enrolmentId, roundId }: Enrolment,
    participantId: number,
  ): Promise<void> {
    const callBefore = await this.workingDays.within(em, CALLED_WITHIN_DAYS, this.clock.now());
    await this.tasks.add(em, { kind: 'talk', enrolmentId, participantId, roundId, callBefore });
  }

  /**
   * Ends the application of somebody who gets no seat, and tells them so kindly; says not why.
   * @throws Refusal `not-waiting`
   */
  turnDown(enrolmentId: number, staffId: number): Promise<void> {
    return this.db.transaction(async (em) => {
      const { enrolment } = await lockPlace(em, enrolmentId);
      if (enrolment.state !== 'waiting') throw new Refusal('not-waiting');
      const at = this.clock.now();
      await endPlace(em, enrolmentId, { state: 'cancelled', actor: `staff:${staffId}`, at });
      await this.messages.notPlaced(em, enrolmentId);
    });
  }
}
