import type { Reader } from '../platform/database/database.js';
import { Enrolment } from './enrolment.entity.js';
import { QueuePriority } from './queue-priority.entity.js';
import * as queue from './queue.rules.js';
import { SeatOffer } from './seat-offer.entity.js';
import { TogetherWish } from './together-wish.entity.js';

type Asked = Pick<Enrolment, 'id' | 'roundId'>;

/**
 * Everybody who waits in a round, each where they would stand alone: by priority, then by the time of the
 * first request. With `id`, also one who does not wait yet.
 */
async function waitingIn(
  em: Reader,
  roundId: number,
  now: Date,
  id = 0,
): Promise<readonly queue.Waiting[]> {
  const rows = await em
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
    .leftJoin(TogetherWish, 'wish', 'wish.enrolmentId = e.id and wish.endedAt is null')
    .where("e.roundId = :roundId and (e.state = 'waiting' or e.id = :id)", { roundId, id })
    .select('e.id', 'id')
    .addSelect('offer.id', 'offerId')
    .addSelect('wish.code', 'together')
    .orderBy('coalesce(priority.priority, 0)', 'DESC')
    .addOrderBy('e.queuedAt', 'ASC')
    .addOrderBy('e.id', 'ASC')
    .getRawMany<{ id: number; offerId: number | null; together: string | null }>();
  return rows.map(({ offerId, ...row }) => ({ ...row, offered: offerId !== null }));
}

/** Who is offered seats next, see {@link queue.queueGroups}. */
export async function queueOf(
  em: Reader,
  roundId: number,
  now: Date,
): Promise<readonly (readonly number[])[]> {
  return queue.queueGroups(await waitingIn(em, roundId, now));
}

/** The number that somebody who waits has in the queue, from 1; whoever has an offer still counts. */
export async function queueNumber(em: Reader, { id, roundId }: Asked, now: Date): Promise<number> {
  return queue.queueNumber(await waitingIn(em, roundId, now), id);
}

/** How many wait without an offer and are asked before somebody who asks, or waits, alone. */
export async function countBefore(em: Reader, { id, roundId }: Asked, now: Date): Promise<number> {
  return queue.countAhead(await waitingIn(em, roundId, now, id), id);
}
