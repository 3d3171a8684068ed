import { Injectable, NotFoundException } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { ContentChanges } from '../platform/database/content-changes.js';
import { Database } from '../platform/database/database.js';
import { Programme } from '../programmes/programme.entity.js';
import { Round } from '../rounds/round.entity.js';
import { InterestLetters } from './interest-letters.service.js';
import { headStartEnd } from './interest.rules.js';
import { Interest } from './interest.entity.js';

/** What became of a round that was published. */
export interface Publication {
  /** From when everybody sees it, UTC. */
  readonly showsFrom: Date;
  readonly mailed: number;
  readonly toCall: number;
}

/** Makes planned rounds public, first to those who have asked for them. */
@Injectable()
export class RoundPublishing {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly letters: InterestLetters,
    private readonly changes: ContentChanges,
  ) {}

  /**
   * Publishes a planned round and tells everybody on the programme's list of it, once, by mail or as a
   * task to call. Its form is open at once to whoever has its address; the lists of the site show it two
   * days later, or at once where nobody has asked.
   * @throws NotFoundException; Refusal `already-published`, `round-cancelled`, `programme-not-public`,
   *   `round-begun`
   */
  publishRound(roundId: number): Promise<Publication> {
    return this.db.transaction(async (em) => {
      await em.lockRow(Round, roundId);
      const round = await em.findOne(Round, { where: { id: roundId }, relations: { venue: true } });
      if (!round) throw new NotFoundException();
      const now = this.clock.now();
      const programme = await em.findOneByOrFail(Programme, { id: round.programmeId });
      refuseUnless(round, programme, now);
      await em.lockRow(Programme, programme.id);
      const people = await em.find(Interest, {
        where: { programmeId: programme.id, state: 'listed' },
        order: { id: 'ASC' },
      });
      const showsFrom = people.length === 0 ? null : headStartEnd(now, round.enrolUntil);
      const published = { state: 'published', showsFrom } as const;
      await em.update(Round, { id: round.id }, published);
      Object.assign(round, published);
      await this.letters.tellOf(em, people, { round, programme });
      await this.changes.mark(em);
      const mailed = people.filter(({ email }) => email !== null).length;
      return { showsFrom: showsFrom ?? now, mailed, toCall: people.length - mailed };
    });
  }
}

function refuseUnless(round: Round, programme: Programme, now: Date): void {
  if (round.state === 'cancelled') throw new Refusal('round-cancelled');
  if (round.state === 'published') throw new Refusal('already-published');
  if (programme.state !== 'published') throw new Refusal('programme-not-public');
  if (round.startsAt <= now) throw new Refusal('round-begun');
}
