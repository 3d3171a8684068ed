import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Database, type Reader } from '../platform/database/database.js';
import { Enrolment } from './enrolment.entity.js';
import { HeldSeats } from './held-seats.entity.js';
import type { SeatCount } from './place-allocation.rules.js';
import { SeatOffer } from './seat-offer.entity.js';
import type { UnprovenHolds } from './unproven-holds.rules.js';

interface SeatRow {
  readonly roundId: number;
  readonly taken: number | string;
  readonly waiting: number | string;
}

const NOBODY: SeatCount = { taken: 0, waiting: 0 };

const TAKES_A_SEAT = `e.state = 'confirmed' or (e.state = 'pending' and e.holdsUntil > :now)
  or (e.state = 'waiting' and offer.id is not null)`;
const WAITS = "e.state = 'waiting' and offer.id is null";

/**
 * Counts the seats of some rounds in two queries; inside a transaction pass its `em`. Taken is confirmed,
 * pending whose hold has not run out, offered whose answer-by has not passed, and held by staff: lapsing
 * is a matter of time, not of a job. Whoever has an offer to answer holds a seat and does not wait.
 */
export async function countSeats(
  em: Reader,
  roundIds: readonly number[],
  now: Date,
  exceptEnrolmentId = 0,
): Promise<ReadonlyMap<number, SeatCount>> {
  if (roundIds.length === 0) return new Map();
  const rows = await em
    .createQueryBuilder(Enrolment, 'e')
    .leftJoin(
      SeatOffer,
      'offer',
      "offer.enrolmentId = e.id and offer.state = 'open' and offer.answerBy > :now",
    )
    .select('e.roundId', 'roundId')
    .addSelect(`sum(case when ${TAKES_A_SEAT} then 1 else 0 end)`, 'taken')
    .addSelect(`sum(case when ${WAITS} then 1 else 0 end)`, 'waiting')
    .where('e.roundId in (:...roundIds)', { roundIds: [...roundIds] })
    .andWhere('e.id <> :exceptEnrolmentId', { exceptEnrolmentId })
    .setParameter('now', now)
    .groupBy('e.roundId')
    .getRawMany<SeatRow>();
  const counts = new Map<number, SeatCount>();
  for (const { roundId, taken, waiting } of [...rows, ...(await heldSeats(em, roundIds))]) {
    const before = counts.get(roundId) ?? NOBODY;
    counts.set(roundId, {
      taken: before.taken + Number(taken),
      waiting: before.waiting + Number(waiting),
    });
  }
  return counts;
}

function heldSeats(em: Reader, roundIds: readonly number[]): Promise<SeatRow[]> {
  return em
    .createQueryBuilder(HeldSeats, 'held')
    .select('held.roundId', 'roundId')
    .addSelect('sum(held.seats)', 'taken')
    .addSelect('0', 'waiting')
    .where('held.roundId in (:...roundIds)', { roundIds: [...roundIds] })
    .andWhere('held.releasedAt is null')
    .groupBy('held.roundId')
    .getRawMany<SeatRow>();
}

/** The running holds of unproven requests, for {@link mayHold}; `originHash` is the network that asks. */
export async function unprovenHolds(
  em: Reader,
  roundId: number,
  originHash: string,
  now: Date,
): Promise<UnprovenHolds> {
  const holds = await em
    .createQueryBuilder(Enrolment, 'e')
    .select(['e.id', 'e.roundId', 'e.originHash'])
    .where("e.state = 'pending' and e.holdsUntil > :now", { now })
    .andWhere('(e.roundId = :roundId or e.originHash = :originHash)', { roundId, originHash })
    .getMany();
  const here = holds.filter((hold) => hold.roundId === roundId);
  const isFromNetwork = (hold: Enrolment) => hold.originHash === originHash;
  return {
    here: here.length,
    hereFromNetwork: here.filter(isFromNetwork).length,
    fromNetwork: holds.filter(isFromNetwork).length,
  };
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

  /** Two queries, however many rounds; a round nobody has asked for is missing from the map. */
  async seatsOf(roundIds: readonly number[]): Promise<ReadonlyMap<number, SeatCount>> {
    return countSeats(this.db.read, roundIds, this.clock.now());
  }
}
