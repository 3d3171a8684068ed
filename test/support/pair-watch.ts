import { expect } from '@jest/globals';
import { In, IsNull } from 'typeorm';

import { TogetherWish } from '../../src/enrolments/together-wish.entity.js';
import type { Reader } from '../../src/platform/database/database.js';
import { inOrder, lookAt, running, taken, type RoundSight } from './seat-watch.js';

/** A round as its rows tell it, with who has said that they go together. */
export interface PairSight extends RoundSight {
  /** By person the code that they gave or took. */
  readonly codes: ReadonlyMap<number, string>;
}

/** Reads all rows that say something about the seats and the pairs of a round. */
export async function lookAtPairs(db: Reader, roundId: number, now: Date): Promise<PairSight> {
  const sight = await lookAt(db, roundId, now);
  const enrolmentId = In(sight.enrolments.map(({ id }) => id));
  const wishes = await db.findBy(TogetherWish, { enrolmentId, endedAt: IsNull() });
  return { ...sight, codes: new Map(wishes.map((wish) => [wish.enrolmentId, wish.code])) };
}

/** Everybody without an offer, one or two at a time, in the order in which they are to be asked. */
function groupsOf(sight: PairSight): readonly (readonly number[])[] {
  const asked = new Set(running(sight).map(({ enrolmentId }) => enrolmentId));
  const line = inOrder(sight).flatMap(({ id }) => (asked.has(id) ? [] : [id]));
  const groups: number[][] = [];
  for (const [index, id] of line.entries()) {
    const code = sight.codes.get(id);
    const isOther = (other: number) => code !== undefined && sight.codes.get(other) === code;
    if (line.slice(index + 1).some(isOther)) continue;
    groups.push([...line.slice(0, index).filter(isOther), id]);
  }
  return groups;
}

/** Offers that an act has made. */
function newOffers(before: PairSight, after: PairSight) {
  const known = new Set(before.offers.map(({ id }) => id));
  return after.offers.filter(({ id }) => !known.has(id));
}

/** Nobody who goes with somebody is asked without them. */
export function expectNoHalves(before: PairSight, after: PairSight): void {
  const asked = new Set(running(after).map(({ enrolmentId }) => enrolmentId));
  const waiting = new Set(inOrder(after).map(({ id }) => id));
  for (const { enrolmentId } of newOffers(before, after)) {
    const code = after.codes.get(enrolmentId);
    const others = [...after.codes].filter(([id, other]) => id !== enrolmentId && other === code);
    for (const [other] of code === undefined ? [] : others)
      if (waiting.has(other)) expect([enrolmentId, other, asked.has(other)]).toContain(true);
  }
}

/**
 * Nobody is passed over for somebody further back, and no free seat lies idle: whoever was not asked could
 * not have been, tried in every way.
 */
export function expectInTurn(before: PairSight, after: PairSight): void {
  expect(taken(after)).toBeLessThanOrEqual(Math.max(after.capacity, taken(before)));
  const made = newOffers(before, after);
  const asked = made.map(({ enrolmentId }) => enrolmentId);
  // As it was when the seats were dealt out: those who have been asked by it still in the queue.
  const dealt = { ...after, offers: after.offers.filter((offer) => !made.includes(offer)) };
  const seats = [...made.map(({ seatNumber }) => seatNumber), ...freeSeats(after)];
  const wasAsked = (person: number, seat: number) =>
    dealt.offers.some((one) => one.enrolmentId === person && one.seatNumber === seat);
  const chosen: number[] = [];
  for (const group of groupsOf(dealt)) {
    const all = group.every((id) => asked.includes(id));
    expect([group, all || !group.some((id) => asked.includes(id))]).toEqual([group, true]);
    expect([group, fits([...chosen, ...group], seats, wasAsked)]).toEqual([group, all]);
    if (all) chosen.push(...group);
  }
  expect(chosen.toSorted()).toEqual(asked.toSorted());
}

/** Seats that are free: those that rest, then new ones with the numbers that follow. */
function freeSeats(sight: PairSight): readonly number[] {
  const free = Math.max(0, sight.capacity - taken(sight));
  const resting = sight.offers.flatMap(({ seatFree, seatNumber }) =>
    seatFree ? [seatNumber] : [],
  );
  const last = Math.max(0, ...sight.offers.map(({ seatNumber }) => seatNumber));
  const fresh = Array.from({ length: free }, (_, index) => last + 1 + index);
  return [...resting, ...fresh].slice(0, free);
}

/** Whether all can have a seat that they have not been asked about; tries one way after the other. */
function fits(
  people: readonly number[],
  seats: readonly number[],
  wasAsked: (person: number, seat: number) => boolean,
): boolean {
  const [first, ...rest] = people;
  if (first === undefined) return true;
  return seats.some(
    (seat) =>
      !wasAsked(first, seat) &&
      fits(
        rest,
        seats.filter((other) => other !== seat),
        wasAsked,
      ),
  );
}
