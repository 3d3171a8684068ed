import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Database, type Reader } from '../platform/database/database.js';
import { Enrolment } from './enrolment.entity.js';
import type { SeatCount } from './place-allocation.rules.js';

interface SeatRow {
  readonly roundId: number;
  readonly taken: number | string;
  readonly waiting: number | string;
}

const NOBODY: SeatCount = { taken: 0, waiting: 0 };

/**
 * Counts the seats of some rounds in one query; inside a transaction pass its `em`. Taken is confirmed
 * and pending whose hold has not run out: lapsing is a matter of time, not of a job.
 */
async function countSeats(
  em: Reader,
  roundIds: readonly number[],
  now: Date,
  exceptEnrolmentId = 0,
): Promise<ReadonlyMap<number, SeatCount>> {
  if (roundIds.length === 0) return new Map();
  const rows = await em
    .createQueryBuilder(Enrolment, 'e')
    .select('e.roundId', 'roundId')
    .addSelect(
      "sum(case when e.state = 'confirmed' or (e.state = 'pending' and e.holdsUntil > :now) then 1 else 0 end)",
      'taken',
    )
    .addSelect("sum(case when e.state = 'waiting' then 1 else 0 end)", 'waiting')
    .where('e.roundId in (:...roundIds)', { roundIds: [...roundIds] })
    .andWhere('e.id <> :exceptEnrolmentId', { exceptEnrolmentId })
    .setParameter('now', now)
    .groupBy('e.roundId')
    .getRawMany<SeatRow>();
  return new Map(
    rows.map((row) => [row.roundId, { taken: Number(row.taken), waiting: Number(row.waiting) }]),
  );
}

/** The seats of one round, see {@link countSeats}. */
export async function seatsOfRound(
  em: Reader,
  roundId: number,
  now: Date,
  exceptEnrolmentId?: number,
): Promise<SeatCount> {
  return (await countSeats(em, [roundId], now, exceptEnrolmentId)).get(roundId) ?? NOBODY;
}

/** Seats for pages: how many are taken and how many people wait, by round. */
@Injectable()
export class SeatsQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** One query, however many rounds; a round nobody has asked for is missing from the map. */
  async seatsOf(roundIds: readonly number[]): Promise<ReadonlyMap<number, SeatCount>> {
    return countSeats(this.db.read, roundIds, this.clock.now());
  }
}
