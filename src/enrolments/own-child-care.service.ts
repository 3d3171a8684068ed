import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { Database } from '../platform/database/database.js';
import { CallTasks } from './call-tasks.service.js';
import { ChildCarePlaces } from './child-care-places.service.js';
import { ChildCare } from './child-care.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { refusePhoneOnly } from './phone-only.queries.js';
import { lockOwnPlace } from './round-lock.writes.js';

/** What a person does with their own child care. */
@Injectable()
export class OwnChildCare {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: ChildCarePlaces,
    private readonly tasks: CallTasks,
  ) {}

  /**
   * Gives the places back, leaves the list or takes back the wish, whichever there is; the seat stays. What
   * came free goes to the list at once. No mail tells of it. Doing it again does nothing.
   * @throws NotFoundException when it is not the person's; Refusal `phone-only`
   */
  async giveBack(enrolmentId: number, participantId: number): Promise<void> {
    await this.db.transaction(async (em) => {
      const { round } = await lockOwnPlace(em, enrolmentId, participantId);
      await refusePhoneOnly(em, enrolmentId);
      const live = { enrolmentId, state: In(['given', 'waiting']) };
      const ended = { state: 'ended', actor: 'person', since: this.clock.now() } as const;
      await em.update(ChildCare, live, ended);
      const nothing = { childCareCount: null, childCareAges: null };
      await em.update(Enrolment, { id: enrolmentId }, nothing);
      await this.tasks.settle(em, { kind: 'care', enrolmentId });
      await this.places.passOn(em, round);
    });
  }
}
