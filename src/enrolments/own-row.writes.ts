import { In } from 'typeorm';

import type { Reader, Writer } from '../platform/database/database.js';
import { Round } from '../rounds/round.entity.js';
import { EnrolmentChildAge } from './enrolment-child-age.entity.js';
import { LIVE_STATES } from './enrolment-words.rules.js';
import { Enrolment } from './enrolment.entity.js';

/** Whether somebody has a seat or waits for one. */
export function isLive({ state }: Enrolment): boolean {
  return LIVE_STATES.includes(state);
}

/**
 * What a person has had in a round before. Two rounds that are joined are one to apply to: a live row in
 * the other one comes before an ended one here, so that nobody is called twice about the same thing.
 */
export async function earlierRow(
  em: Reader,
  round: Round,
  participantId: number,
): Promise<Enrolment | null> {
  const roundId = In(await joinedWith(em, round));
  const rows = await em.find(Enrolment, {
    where: { roundId, participantId },
    order: { id: 'ASC' },
  });
  const here = rows.find((row) => row.roundId === round.id) ?? null;
  return here && isLive(here) ? here : (rows.find(isLive) ?? here);
}

/** The round itself and those it is joined with. */
async function joinedWith(em: Reader, { id, joinKey, programmeId }: Round): Promise<number[]> {
  if (joinKey === null) return [id];
  const rounds = await em.findBy(Round, { joinKey, programmeId });
  return rounds.map((round) => round.id);
}

/** An ended row takes over what was asked for in another row, which the caller then ends or deletes. */
export async function takeOver(em: Writer, from: Enrolment, to: Enrolment): Promise<void> {
  const { id, reference, roundId, participantId, version, ...asked } = from;
  await em.delete(EnrolmentChildAge, { enrolmentId: to.id });
  await em.update(EnrolmentChildAge, { enrolmentId: id }, { enrolmentId: to.id });
  await em.update(Enrolment, { id: to.id }, asked);
  Object.assign(to, asked);
}
