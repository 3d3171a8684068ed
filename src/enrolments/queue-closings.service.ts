import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Database, type Reader } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { Meeting } from '../rounds/meeting.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { OfferMessages } from './offer-messages.service.js';
import { endPlace } from './place-end.writes.js';
import { queueOf } from './queue.queries.js';
import { isQueueOver } from './queue-closings.rules.js';
import { lockRound } from './round-lock.writes.js';
import { SeatOffers } from './seat-offers.service.js';

/** Ends the queues of rounds in which no seat is offered any more, and tells those who waited in vain. */
@Injectable()
export class QueueClosings implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly offers: SeatOffers,
    private readonly messages: OfferMessages,
  ) {}

  onModuleInit(): void {
    this.jobs.register('queues:close', (now) => this.closeDue(now));
  }

  /** One transaction a round; what is closed is not closed again. */
  async closeDue(now: Date): Promise<void> {
    for (const roundId of await roundsWaitedFor(this.db.read, now)) await this.close(roundId, now);
  }

  /** Whoever still has an offer to answer is left alone until it is over. */
  private close(roundId: number, now: Date): Promise<void> {
    return this.db.transaction(async (em) => {
      const locked = await lockRound(em, roundId);
      const meetings = await em.findBy(Meeting, { roundId });
      if (!isQueueOver(locked.round, meetings, now)) return;
      for (const enrolmentId of (await queueOf(em, roundId, now)).flat()) {
        await endPlace(em, enrolmentId, { state: 'closed', actor: 'time', at: now });
        // Of a cancelled round people hear that it is cancelled; that it has begun would be untrue.
        if (locked.round.state === 'published') await this.messages.closed(em, enrolmentId);
      }
      await this.offers.offerNext(em, locked);
    });
  }
}

/** Rounds that have begun, or would have, while somebody waits; after a talk nobody waits for an offer. */
async function roundsWaitedFor(db: Reader, now: Date): Promise<readonly number[]> {
  const rows = await db
    .createQueryBuilder(Enrolment, 'e')
    .innerJoin('e.round', 'round', "round.state <> 'planned' and round.startsAt <= :now", { now })
    .innerJoin('round.programme', 'programme', "programme.admission = 'direct'")
    .select('e.roundId', 'roundId')
    .distinct(true)
    .where("e.state = 'waiting'")
    .orderBy('e.roundId', 'ASC')
    .getRawMany<{ roundId: number }>();
  return rows.map(({ roundId }) => roundId);
}
