import { Injectable } from '@nestjs/common';

import { isSameName, isSamePerson } from '../enrolments/answers.rules.js';
import type { Participant } from '../participants/participant.entity.js';
import type { Writer } from '../platform/database/database.js';
import { Programme } from '../programmes/programme.entity.js';
import { InterestLink } from './interest-link.entity.js';
import { Interest } from './interest.entity.js';

/** How somebody is reached from now on. `email` null: never by mail. */
export type Reach = Pick<Participant, 'email' | 'phone' | 'language'>;

/** Keeps the lists in step with what their people decide on their own pages. */
@Injectable()
export class InterestOwners {
  /**
   * Whoever reads a mailbox that the person has left learns nothing more of the lists: the links that were
   * mailed there are dead, and what comes goes the new way. Rows that were never proved, and rows of people
   * who cannot be reached at all, are deleted.
   */
  async follow(em: Writer, person: Participant, reach: Reach): Promise<void> {
    const { email } = person;
    const { language, phone } = reach;
    if (email === null) return;
    const programmes = (await em.findBy(Interest, { email })).map(({ programmeId }) => programmeId);
    for (const id of [...new Set(programmes)].sort((a, b) => a - b))
      await em.lockRow(Programme, id);
    const rows = (await em.findBy(Interest, { email })).filter((row) => isSamePerson(row, person));
    for (const row of rows) {
      if (reach.email !== email) await em.delete(InterestLink, { interestId: row.id });
      const columns = { language, email: reach.email, phone: reach.email === null ? phone : null };
      if (await isWorthMoving(em, row, reach)) await em.update(Interest, { id: row.id }, columns);
      else await em.delete(Interest, { id: row.id });
    }
  }
}

async function isWorthMoving(em: Writer, row: Interest, { email, phone }: Reach): Promise<boolean> {
  if (email === row.email) return true;
  if (row.state === 'asked') return false;
  if (email === null) return phone !== null;
  const { programmeId } = row;
  const there = await em.findBy(Interest, { programmeId, email, state: 'listed' });
  return !there.some((other) => isSameName(other, row));
}
