import type { Reader } from '../platform/database/database.js';
import type { Round } from '../rounds/round.entity.js';
import { ChildCare } from './child-care.entity.js';
import type { ChildCareCount } from './child-care.rules.js';

interface CountRow {
  readonly given: number | string | null;
  readonly waiting: number | string | null;
}

/** The child care of a round as it is used now: by people with a seat, and nobody else. One query. */
export async function childCareOf(
  em: Reader,
  { id: roundId, childCarePlaces: places }: Round,
): Promise<ChildCareCount> {
  const row = await em
    .createQueryBuilder(ChildCare, 'care')
    .innerJoin('care.enrolment', 'e', "e.roundId = :roundId and e.state = 'confirmed'", { roundId })
    .select("sum(case when care.state = 'given' then care.children else 0 end)", 'given')
    .addSelect("sum(case when care.state = 'waiting' then 1 else 0 end)", 'waiting')
    .getRawOne<CountRow>();
  return { places, given: Number(row?.given ?? 0), waiting: Number(row?.waiting ?? 0) };
}

/** Who waits for child care in a round, in the order in which they get it. */
export function childCareListOf(em: Reader, roundId: number): Promise<ChildCare[]> {
  return em
    .createQueryBuilder(ChildCare, 'care')
    .innerJoin('care.enrolment', 'e', "e.roundId = :roundId and e.state = 'confirmed'", { roundId })
    .where("care.state = 'waiting'")
    .orderBy('care.queuedAt', 'ASC')
    .addOrderBy('care.id', 'ASC')
    .getMany();
}
