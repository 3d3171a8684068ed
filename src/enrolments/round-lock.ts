import { NotFoundException } from '@nestjs/common';

import { Refusal } from '../kernel/refusal.js';
import type { Writer } from '../platform/database/database.js';
import { Programme } from '../programmes/programme.entity.js';
import { Round } from '../rounds/round.entity.js';
import { closedBecause } from './enrolment-window.rules.js';

/** A round whose seats nobody else changes until this transaction ends. */
export interface LockedRound {
  readonly round: Round;
  readonly programme: Programme;
}

/**
 * Locks a round before its seats are counted. First statement of every transaction that changes who
 * has a seat. @throws NotFoundException
 */
export async function lockRound(em: Writer, roundId: number): Promise<LockedRound> {
  await em.lockRow(Round, roundId);
  const round = await em.findOneBy(Round, { id: roundId });
  if (!round || round.state === 'planned') throw new NotFoundException();
  const programme = await em.findOneByOrFail(Programme, { id: round.programmeId });
  return { round, programme };
}

/**
 * The same for somebody who wants in.
 * @throws Refusal `round-cancelled`, `enrolment-closed`, `not-open-yet`, `after-talk`
 */
export async function lockOpenRound(em: Writer, roundId: number, now: Date): Promise<LockedRound> {
  const locked = await lockRound(em, roundId);
  const closed = closedBecause(locked.round, locked.programme.admission, now);
  if (closed !== null) throw new Refusal(closed);
  return locked;
}
