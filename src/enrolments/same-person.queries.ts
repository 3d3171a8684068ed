import { In } from 'typeorm';

import type { Reader } from '../platform/database/database.js';
import { isSamePerson } from './answers.rules.js';
import { LIVE_STATES } from './enrolment-words.rules.js';
import { Enrolment } from './enrolment.entity.js';

type Who = Pick<Enrolment, 'roundId' | 'email' | 'firstName'>;

/** Those of some pending enrolments whose person has no place in the round by another one. */
export async function withoutPlace(
  em: Reader,
  pending: readonly Enrolment[],
): Promise<readonly Enrolment[]> {
  if (pending.length === 0) return [];
  const placed = await em.findBy(Enrolment, {
    roundId: In(pending.map(({ roundId }) => roundId)),
    email: In(pending.map(({ email }) => email)),
    state: In([...LIVE_STATES]),
  });
  return pending.filter(
    (one) => !placed.some((other) => other.roundId === one.roundId && isSamePerson(other, one)),
  );
}

/**
 * Everything live that a person has in a round, the oldest first: what they have proved, and what was
 * typed in their name in any browser and waits for a proof.
 */
export async function liveEnrolmentsOf(em: Reader, who: Who): Promise<readonly Enrolment[]> {
  const { roundId, email } = who;
  if (email === null) return [];
  const live = await em.find(Enrolment, {
    where: { roundId, email, state: In(['pending', ...LIVE_STATES]) },
    order: { id: 'ASC' },
  });
  return live.filter((enrolment) => isSamePerson(enrolment, who));
}
