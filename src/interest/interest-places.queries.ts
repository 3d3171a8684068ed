import { In } from 'typeorm';

import { isSamePerson } from '../enrolments/answers.rules.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { LIVE_STATES } from '../enrolments/enrolment-words.rules.js';
import type { Reader } from '../platform/database/database.js';
import type { Interest } from './interest.entity.js';

/** Tells who of a list has a seat in a round, or waits for one. One query. */
export async function inRound(
  em: Reader,
  roundId: number,
): Promise<(interest: Pick<Interest, 'email' | 'firstName'>) => boolean> {
  const state = In([...LIVE_STATES]);
  const people = await em.find(Enrolment, {
    select: { id: true, firstName: true, email: true },
    where: { roundId, state },
  });
  return (interest) => people.some((person) => isSamePerson(person, interest));
}
