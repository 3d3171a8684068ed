import { IsNull } from 'typeorm';

import type { Reader } from '../platform/database/database.js';
import { Enrolment } from './enrolment.entity.js';
import { QueuePriority } from './queue-priority.entity.js';
import { SeatOffer } from './seat-offer.entity.js';

const PRIORITY = 'coalesce(priority.priority, 0)';

type Asked = Pick<Enrolment, 'id' | 'roundId' | 'queuedAt'>;

/** Everybody who waits in a round with their priority and their running offer, if any. */
function waiting(em: Reader, roundId: number, now: Date) {
  return em
    .createQueryBuilder(Enrolment, 'e')
    .leftJoin(
      QueuePriority,
      'priority',
      'priority.enrolmentId = e.id and priority.replacedAt is null',
    )
    .leftJoin(
      SeatOffer,
      'offer',
      "offer.enrolmentId = e.id and offer.state = 'open' and offer.answerBy > :now",
      { now },
    )
    .where("e.roundId = :roundId and e.state = 'waiting'", { roundId });
}

/**
 * The queue of a round without those who have an offer to answer, in order: by priority, then by the time
 * of the first request.
 */
export async function queueOf(em: Reader, roundId: number, now: Date): Promise<readonly number[]> {
  const rows = await waiting(em, roundId, now)
    .andWhere('offer.id is null')
    .select('e.id', 'id')
    .orderBy(PRIORITY, 'DESC')
    .addOrderBy('e.queuedAt', 'ASC')
    .addOrderBy('e.id', 'ASC')
    .getRawMany<{ id: number }>();
  return rows.map(({ id }) => id);
}

/** The number that somebody who waits has in the queue, from 1; whoever has an offer still counts. */
export async function queueNumber(em: Reader, enrolment: Asked, now: Date): Promise<number> {
  const own = await em.findOneBy(QueuePriority, {
    enrolmentId: enrolment.id,
    replacedAt: IsNull(),
  });
  return 1 + (await before(em, enrolment, own?.priority ?? 0, now).getCount());
}

/** How many wait without an offer and go before somebody who asked then and has no priority. */
export function countBefore(em: Reader, enrolment: Asked, now: Date): Promise<number> {
  return before(em, enrolment, 0, now).andWhere('offer.id is null').getCount();
}

function before(em: Reader, { id, roundId, queuedAt }: Asked, priority: number, now: Date) {
  const asked = '(e.queuedAt < :queuedAt or (e.queuedAt = :queuedAt and e.id < :id))';
  return waiting(em, roundId, now)
    .andWhere('e.id <> :id', { id })
    .andWhere(`(${PRIORITY} > :own or (${PRIORITY} = :own and ${asked}))`, {
      own: priority,
      queuedAt,
    });
}
