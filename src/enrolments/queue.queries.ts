import type { Reader } from '../platform/database/database.js';
import { Enrolment } from './enrolment.entity.js';

/** How many people in the round's queue asked before this enrolment did. */
export function countBefore(
  em: Reader,
  enrolment: Pick<Enrolment, 'id' | 'roundId' | 'queuedAt'>,
): Promise<number> {
  const { id, roundId, queuedAt } = enrolment;
  return em
    .createQueryBuilder(Enrolment, 'e')
    .where("e.roundId = :roundId and e.state = 'waiting' and e.id <> :id", { roundId, id })
    .andWhere('(e.queuedAt < :queuedAt or (e.queuedAt = :queuedAt and e.id < :id))', {
      queuedAt,
      id,
    })
    .getCount();
}
