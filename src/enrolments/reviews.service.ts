import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Participant } from '../participants/participant.entity.js';
import { Database } from '../platform/database/database.js';
import { CallTasks } from './call-tasks.service.js';
import { PlaceGiver } from './place-giver.service.js';
import { lockPlace } from './round-lock.writes.js';

/** What staff say of enrolments that wait for them; ending one is `Cancellations.byStaff`. */
@Injectable()
export class Reviews {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: PlaceGiver,
    private readonly tasks: CallTasks,
  ) {}

  /**
   * Lets it through: a seat if one is free and nobody asked before, otherwise the place in the queue of the
   * first request. The person is told by mail. @throws Refusal `not-waiting`
   */
  letThrough(enrolmentId: number, staffId: number): Promise<void> {
    return this.db.transaction(async (em) => {
      const locked = await lockPlace(em, enrolmentId);
      const { enrolment } = locked;
      if (enrolment.state !== 'review') throw new Refusal('not-waiting');
      const person = await em.findOneByOrFail(Participant, { id: enrolment.participantId ?? 0 });
      const at = this.clock.now();
      await this.places.place(em, locked, {
        person,
        holdsSeat: false,
        actor: `staff:${staffId}`,
        at,
      });
      await this.tasks.settle(em, { kind: 'review', enrolmentId });
    });
  }
}
