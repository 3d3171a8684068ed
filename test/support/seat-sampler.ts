import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { HeldSeats } from '../../src/enrolments/held-seats.entity.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import type { Reader } from '../../src/platform/database/database.js';
import { Round } from '../../src/rounds/round.entity.js';
import { untilServed } from './until-served.js';

const EVERY_MS = 4;

/** A round at one instant, as one statement of ours sees it; the app is not asked. */
export interface Sample {
  readonly capacity: number;
  readonly taken: number;
  /** People with more than one proved place, or with an offer and no place in the queue. */
  readonly twofold: number;
  /** Offers that were made while somebody stood further ahead who has never been asked. */
  readonly overtaken: number;
}

const RUNS = "o.state = 'open' and o.answerBy > :now";

/** One statement, so that nothing is committed between its parts. */
export async function sample(db: Reader, roundId: number, now: Date): Promise<Sample> {
  const row = await db
    .createQueryBuilder(Round, 'round')
    .select('round.capacity', 'capacity')
    .addSelect(
      (sub) =>
        sub
          .select('count(*)')
          .from(Enrolment, 'e')
          .where('e.roundId = :roundId')
          .andWhere("(e.state = 'confirmed' or (e.state = 'pending' and e.holdsUntil > :now))"),
      'seated',
    )
    .addSelect(
      (sub) =>
        sub.select('count(*)').from(SeatOffer, 'o').where(`o.roundId = :roundId and ${RUNS}`),
      'offered',
    )
    .addSelect(
      (sub) =>
        sub
          .select('coalesce(sum(held.seats), 0)')
          .from(HeldSeats, 'held')
          .where('held.roundId = :roundId and held.releasedAt is null'),
      'held',
    )
    .addSelect(
      (sub) =>
        sub
          .select('count(*)')
          .from(Enrolment, 'e')
          .innerJoin(Enrolment, 'other', 'other.email = e.email and other.firstName = e.firstName')
          .where('e.roundId = :roundId and other.roundId = :roundId and e.id < other.id')
          .andWhere("e.state in ('confirmed', 'waiting')")
          .andWhere("other.state in ('confirmed', 'waiting')"),
      'doubled',
    )
    .addSelect(
      (sub) =>
        sub
          .select('count(*)')
          .from(SeatOffer, 'o')
          .innerJoin(Enrolment, 'e', "e.id = o.enrolmentId and e.state <> 'waiting'")
          .where(`o.roundId = :roundId and ${RUNS}`),
      'stray',
    )
    .addSelect(
      (sub) =>
        sub
          .select('count(*)')
          .from(SeatOffer, 'o')
          .innerJoin(Enrolment, 'e', 'e.id = o.enrolmentId')
          .innerJoin(
            Enrolment,
            'ahead',
            "ahead.roundId = o.roundId and ahead.state = 'waiting' and ahead.queuedAt < e.queuedAt",
          )
          .leftJoin(SeatOffer, 'asked', 'asked.enrolmentId = ahead.id')
          .where(`o.roundId = :roundId and ${RUNS} and asked.id is null`),
      'overtaken',
    )
    .where('round.id = :roundId', { roundId, now })
    .getRawOne<Record<string, number | string>>();
  const number = (name: string) => Number(row?.[name]);
  return {
    capacity: number('capacity'),
    taken: number('seated') + number('offered') + number('held'),
    twofold: number('doubled') + number('stray'),
    overtaken: number('overtaken'),
  };
}

/** Looks at a round over and over while `work` runs. */
export async function sampled(
  look: () => Promise<Sample>,
  work: () => Promise<unknown>,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  let isDone = false;
  const watch = async () => {
    while (!isDone) {
      samples.push(await untilServed(look));
      await sleep(EVERY_MS);
    }
  };
  const watching = watch();
  try {
    await work();
  } finally {
    isDone = true;
    await watching;
  }
  samples.push(await look());
  return samples;
}

/** What must hold at every instant. */
export function expectKept(samples: readonly Sample[]): void {
  // Else nobody has looked while it happened.
  expect(samples.length).toBeGreaterThan(3);
  const broken = samples.filter(
    ({ capacity, taken, twofold, overtaken }) => taken > capacity || twofold > 0 || overtaken > 0,
  );
  expect(broken).toEqual([]);
}
