import { In } from 'typeorm';

import type { Reader } from '../platform/database/database.js';
import { isSamePerson } from './answers.rules.js';
import { Enrolment } from './enrolment.entity.js';

type Who = Pick<Enrolment, 'roundId' | 'email' | 'firstName'>;

/**
 * Everything live that a person has in a round, the oldest first: what they have proved, and what was
 * typed in their name in any browser and waits for a proof.
 */
export async function liveEnrolmentsOf(em: Reader, who: Who): Promise<readonly Enrolment[]> {
  const { roundId, email } = who;
  if (email === null) return [];
  const live = await em.find(Enrolment, {
    where: { roundId, email, state: In(['pending', 'confirmed', 'waiting']) },
    order: { id: 'ASC' },
  });
  return live.filter((enrolment) => isSamePerson(enrolment, who));
}
