import { Refusal } from '../kernel/refusal.js';
import type { Writer } from '../platform/database/database.js';
import type { Round } from '../rounds/round.entity.js';
import type { Actor } from './enrolment-event.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { isLive, takeOver } from './own-row.writes.js';
import { endPlace } from './place-end.writes.js';
import { lockRounds, type LockedRound } from './round-lock.writes.js';
import { SeatOffer } from './seat-offer.entity.js';

/** Who decided it, and when. */
export interface Decision {
  readonly actor: Actor;
  readonly at: Date;
}

/** Somebody who waits, in their round, and the round that they are to be placed in, both locked. */
export interface Placing {
  readonly waiting: Enrolment;
  readonly own: LockedRound;
  readonly target: LockedRound;
}

/**
 * Locks the round of somebody who is to be placed, and the joined one that they are to be placed in; both
 * are the same when none is named.
 * @throws Refusal `not-joined`, `not-waiting`
 */
export async function lockForPlacing(
  em: Writer,
  enrolmentId: number,
  roundId: number | undefined,
): Promise<Placing> {
  const { roundId: ownId } = await em.findOneByOrFail(Enrolment, { id: enrolmentId });
  const both = await lockRounds(em, [ownId, roundId ?? ownId]);
  const own = both.get(ownId);
  const target = both.get(roundId ?? ownId);
  // Nobody is moved but by being placed: then there is nobody to place any more.
  const here = { id: enrolmentId, roundId: ownId, state: 'waiting' } as const;
  const waiting = await em.findOneBy(Enrolment, here);
  if (!own || !target || !waiting) throw new Refusal('not-waiting');
  if (own !== target && !areJoined(own.round, target.round)) throw new Refusal('not-joined');
  return { waiting, own, target };
}

function areJoined(one: Round, other: Round): boolean {
  return (
    one.joinKey !== null &&
    one.joinKey === other.joinKey &&
    one.programmeId === other.programmeId &&
    other.state === 'published'
  );
}

/**
 * Brings somebody who waits into a round, and gives the row that is theirs there. Nothing of theirs goes on
 * in the round that they leave: whoever is in it learns nothing. @throws Refusal `has-seat`
 */
export async function moveInto(
  em: Writer,
  waiting: Enrolment,
  target: Round,
  { actor, at }: Decision,
): Promise<number> {
  const { id, participantId } = waiting;
  if (waiting.roundId === target.id) return id;
  const there = await em.findOneBy(Enrolment, {
    roundId: target.id,
    participantId: participantId ?? 0,
  });
  if (!there) {
    const withdrawn = { state: 'withdrawn', endedAt: at } as const;
    await em.update(SeatOffer, { enrolmentId: id, state: 'open' }, withdrawn);
    await em.update(Enrolment, { id }, { roundId: target.id });
    return id;
  }
  if (there.state === 'confirmed') throw new Refusal('has-seat');
  if (!isLive(there)) await takeOver(em, waiting, there);
  await endPlace(em, id, { state: 'cancelled', actor, at });
  return there.id;
}
