import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, IsNull, LessThan, Not } from 'typeorm';

import { plusHours } from '../kernel/instant.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { InterestLetters } from './interest-letters.service.js';
import { askedIfBefore, goneIfBefore } from './interest.rules.js';
import { Interest } from './interest.entity.js';

/** What nobody has proved by then is nobody's. */
const UNPROVEN_HOURS = 48;
/** People of one transaction: others get to write in between. */
const BATCH = 200;

/** Keeps the list no longer than people want it. */
@Injectable()
export class InterestUpkeep implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly letters: InterestLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.register('interest-stay', (now) => this.askToStay(now));
    this.jobs.register('interest-purge', (now) => this.purge(now));
  }

  /** Asks everybody once who has been on the list for six months without a word. */
  async askToStay(now: Date): Promise<void> {
    const wantedAt = LessThan(askedIfBefore(now));
    const where = { state: 'listed', stayAskedAt: IsNull(), wantedAt } as const;
    for (;;) {
      const due = await this.db.read.find(Interest, { where, order: { id: 'ASC' }, take: BATCH });
      if (due.length === 0) return;
      await this.db.transaction(async (em) => {
        const id = In(due.map((interest) => interest.id));
        const still = await em.findBy(Interest, { ...where, id });
        const claimed: Interest[] = [];
        for (const interest of still) {
          // Another process may be asking the same people just now: who notes it first asks.
          const noted = { stayAskedAt: now };
          const found = { id: interest.id, stayAskedAt: IsNull() };
          if ((await em.update(Interest, found, noted)).affected === 1) claimed.push(interest);
        }
        await this.letters.askToStay(em, claimed);
      });
    }
  }

  /** Deletes rows thirteen months after the person's last word, and what was never proved. */
  async purge(now: Date): Promise<void> {
    const wantedAt = LessThan(goneIfBefore(now));
    const createdAt = LessThan(plusHours(now, -UNPROVEN_HOURS));
    await this.db.transaction(async (em) => {
      await em.delete(Interest, { state: Not('asked'), wantedAt });
      await em.delete(Interest, { state: 'asked', createdAt });
    });
  }
}
