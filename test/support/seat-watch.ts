import { expect } from '@jest/globals';
import { In, IsNull } from 'typeorm';

import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { HeldSeats } from '../../src/enrolments/held-seats.entity.js';
import { QueuePriority } from '../../src/enrolments/queue-priority.entity.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { StayQuestion } from '../../src/enrolments/stay-question.entity.js';
import type { Reader } from '../../src/platform/database/database.js';
import { Round } from '../../src/rounds/round.entity.js';

/** A round as its rows tell it at one moment, counted here and not by the app. */
export interface RoundSight {
  readonly now: Date;
  readonly capacity: number;
  readonly enrolments: readonly Enrolment[];
  readonly offers: readonly SeatOffer[];
  readonly held: number;
  readonly priorities: ReadonlyMap<number, number>;
  /** Who did not answer an offer, nor since then whether they want to stay. */
  readonly silent: ReadonlySet<number>;
}

/** Reads all rows that say something about the seats of a round. */
export async function lookAt(db: Reader, roundId: number, now: Date): Promise<RoundSight> {
  const enrolments = await db.findBy(Enrolment, { roundId });
  const held = await db.findBy(HeldSeats, { roundId });
  const ids = new Set(enrolments.map(({ id }) => id));
  const priorities = (await db.find(QueuePriority)).filter(
    ({ enrolmentId, replacedAt }) => replacedAt === null && ids.has(enrolmentId),
  );
  const questions = await db.findBy(StayQuestion, { enrolmentId: In([...ids]), answer: IsNull() });
  const queuedAt = new Map(enrolments.map((row) => [row.id, row.queuedAt]));
  const silent = questions.filter((one) => one.askedAt >= (queuedAt.get(one.enrolmentId) ?? now));
  return {
    now,
    silent: new Set(silent.map(({ enrolmentId }) => enrolmentId)),
    capacity: (await db.findOneByOrFail(Round, { id: roundId })).capacity,
    enrolments,
    offers: await db.find(SeatOffer, { where: { roundId }, order: { id: 'ASC' } }),
    held: held.reduce((sum, { seats, releasedAt }) => sum + (releasedAt ? 0 : seats), 0),
    priorities: new Map(priorities.map(({ enrolmentId, priority }) => [enrolmentId, priority])),
  };
}

/** Offers that hold a seat. */
export function running({ offers, now }: RoundSight): readonly SeatOffer[] {
  return offers.filter(({ state, answerBy }) => state === 'open' && answerBy > now);
}

/** Seats that nobody else can have. */
export function taken(sight: RoundSight): number {
  const { enrolments, now, held } = sight;
  const seated = enrolments.filter(
    ({ state, holdsUntil }) =>
      state === 'confirmed' || (state === 'pending' && holdsUntil !== null && holdsUntil > now),
  );
  return seated.length + running(sight).length + held;
}

/** Everybody who waits, in order: by priority, then by the time of the first request. */
export function inOrder({ enrolments, priorities }: RoundSight): readonly Enrolment[] {
  const rank = ({ id }: Enrolment) => priorities.get(id) ?? 0;
  return enrolments
    .filter(({ state }) => state === 'waiting')
    .toSorted(
      (a, b) => rank(b) - rank(a) || a.queuedAt.getTime() - b.queuedAt.getTime() || a.id - b.id,
    );
}

/** Those of them who have no offer to answer. */
function unasked(sight: RoundSight): readonly Enrolment[] {
  const asked = new Set(running(sight).map(({ enrolmentId }) => enrolmentId));
  return inOrder(sight).filter(({ id }) => !asked.has(id));
}

/** What must hold at every moment, whoever does whatever at the same time. */
export function expectSound(sight: RoundSight): void {
  const { enrolments, offers } = sight;
  const people = enrolments.flatMap(({ participantId }) => participantId ?? []);
  expect(new Set(people).size).toBe(people.length);
  const open = offers.filter(({ state }) => state === 'open').map((offer) => offer.enrolmentId);
  expect(new Set(open).size).toBe(open.length);
  const waiting = new Set(inOrder(sight).map(({ id }) => id));
  for (const enrolmentId of open) expect(waiting).toContain(enrolmentId);
  const asked = offers.map(({ enrolmentId, seatNumber }) => `${enrolmentId} ${seatNumber}`);
  expect(new Set(asked).size).toBe(asked.length);
  for (const { seatNumber, seatFree } of offers.filter((offer) => offer.seatFree)) {
    const same = offers.filter((offer) => offer.seatNumber === seatNumber);
    expect([seatFree, same.at(-1)?.seatFree]).toEqual([true, true]);
    expect(same.filter(({ state }) => state === 'open' || state === 'accepted')).toEqual([]);
  }
}

/** What one step may do to the seats. */
export function expectFair(before: RoundSight, after: RoundSight): void {
  expect(taken(after)).toBeLessThanOrEqual(Math.max(after.capacity, taken(before)));
  const known = new Map(before.offers.map((offer) => [offer.id, offer]));
  for (const offer of after.offers) {
    const was = known.get(offer.id);
    // An answer is given once: what has ended never changes again.
    if (was && was.state !== 'open')
      expect([offer.state, offer.endedAt]).toEqual([was.state, was.endedAt]);
  }
  const made = after.offers.filter(({ id }) => !known.has(id));
  const order = [...inOrder(after)].map(({ id }) => id);
  for (const { enrolmentId, seatNumber } of made)
    for (const ahead of unasked(after))
      if (order.indexOf(ahead.id) < order.indexOf(enrolmentId))
        // Nobody is passed over but for a seat that is not for them.
        expect([ahead.id, seatNumber, knows(after, ahead.id, seatNumber)]).toEqual([
          ahead.id,
          seatNumber,
          true,
        ]);
}

/** Whether a free seat is not for somebody: they were asked about it, or keep silent and others were. */
function knows({ offers, silent }: RoundSight, enrolmentId: number, seatNumber: number): boolean {
  const ofSeat = offers.filter((offer) => offer.seatNumber === seatNumber);
  if (ofSeat.some((offer) => offer.enrolmentId === enrolmentId)) return true;
  return silent.has(enrolmentId) && ofSeat.length > 0;
}

/** After every act nothing lies idle: a free seat is offered, unless all who wait know it already. */
export function expectNothingIdle(sight: RoundSight): void {
  const free = sight.capacity - taken(sight);
  if (free <= 0) return;
  const resting = sight.offers.filter(({ seatFree }) => seatFree);
  const waiting = unasked(sight);
  if (waiting.length > 0) expect(resting.length).toBe(free);
  for (const { id } of waiting)
    for (const { seatNumber } of resting)
      expect([id, seatNumber, knows(sight, id, seatNumber)]).toEqual([id, seatNumber, true]);
}
