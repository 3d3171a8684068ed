import { NotFoundException } from '@nestjs/common';

import { Refusal } from '../kernel/refusal.js';
import type { Writer } from '../platform/database/database.js';
import { findUnique } from '../platform/database/find-unique.js';
import type { Programme } from '../programmes/programme.entity.js';
import { Round } from '../rounds/round.entity.js';
import { closedBecause } from './enrolment-window.rules.js';
import { Enrolment } from './enrolment.entity.js';

/** A round whose seats nobody else changes until this transaction ends. */
export interface LockedRound {
  readonly round: Round;
  readonly programme: Programme;
}

/** Somebody's place in a locked round, as it is from then on. */
export interface LockedPlace extends LockedRound {
  readonly enrolment: Enrolment;
}

/**
 * Locks a round before its seats are counted. First statement of every transaction that changes who
 * has a seat. @throws NotFoundException
 */
export async function lockRound(em: Writer, roundId: number): Promise<LockedRound> {
  await em.lockRow(Round, roundId);
  const round = await findUnique(em, Round, {
    where: { id: roundId },
    relations: { programme: true },
  });
  if (!round?.programme || round.state === 'planned') throw new NotFoundException();
  return { round, programme: round.programme };
}

/** The same for several rounds, in the order in which everybody locks them. @throws NotFoundException */
export async function lockRounds(
  em: Writer,
  roundIds: readonly number[],
): Promise<ReadonlyMap<number, LockedRound>> {
  const locked = new Map<number, LockedRound>();
  for (const id of [...new Set(roundIds)].sort((a, b) => a - b))
    locked.set(id, await lockRound(em, id));
  return locked;
}

/**
 * Locks the round that an enrolment is in, also when staff move it to another one meanwhile; null when
 * there is no such enrolment, or it was pending and has been taken in by another.
 */
export async function lockPlaceIfAny(em: Writer, id: number): Promise<LockedPlace | null> {
  for (;;) {
    const found = await em.findOneBy(Enrolment, { id });
    if (!found) return null;
    const { roundId } = found;
    const locked = await lockRound(em, roundId);
    const enrolment = await em.findOneBy(Enrolment, { id, roundId });
    if (enrolment) return { ...locked, enrolment };
  }
}

/** The same where there must be one. @throws NotFoundException */
export async function lockPlace(em: Writer, enrolmentId: number): Promise<LockedPlace> {
  const place = await lockPlaceIfAny(em, enrolmentId);
  if (!place) throw new NotFoundException();
  return place;
}

/** The same for what a person does with a place of their own. @throws NotFoundException when it is not theirs */
export async function lockOwnPlace(
  em: Writer,
  enrolmentId: number,
  participantId: number,
): Promise<LockedPlace> {
  const place = await lockPlace(em, enrolmentId);
  if (place.enrolment.participantId !== participantId) throw new NotFoundException();
  return place;
}

/**
 * The same for somebody who wants in.
 * @throws Refusal `round-cancelled`, `enrolment-closed`, `not-open-yet`
 */
export async function lockOpenRound(em: Writer, roundId: number, now: Date): Promise<LockedRound> {
  const locked = await lockRound(em, roundId);
  const closed = closedBecause(locked.round, now);
  if (closed !== null) throw new Refusal(closed);
  return locked;
}
