import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';

import { plusHours } from '../../../kernel/instant.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.service.js';
import { ActLimits } from './act-limits.js';
import { BrowserSession } from './browser-session.entity.js';
import { KeptForms } from './kept-forms.service.js';
import { PendingStep } from './pending-step.entity.js';
import { LONGEST_SESSION_HOURS } from './session.rules.js';

/** Deletes what no browser can come back to: ended sessions, old steps, counts behind every limit. */
@Injectable()
export class SessionPurge implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly limits: ActLimits,
    private readonly kept: KeptForms,
  ) {}

  onModuleInit(): void {
    this.jobs.register('sessions:purge', (now) => this.purge(now));
  }

  /** Doing it again deletes nothing more. */
  async purge(now: Date): Promise<void> {
    const lastUsedAt = LessThan(plusHours(now, -LONGEST_SESSION_HOURS));
    const over =
      (await this.db.read.existsBy(BrowserSession, { lastUsedAt })) ||
      (await this.db.read.existsBy(PendingStep, { expiresAt: LessThan(now) })) ||
      (await this.kept.hasOld(this.db.read, now)) ||
      (await this.limits.hasOld(this.db.read, now));
    // Every half minute, and hardly ever anything to do: readers are not made to wait for it.
    if (!over) return;
    await this.db.transaction(async (em) => {
      await em.delete(BrowserSession, { lastUsedAt });
      await em.delete(PendingStep, { expiresAt: LessThan(now) });
      await this.kept.purge(em, now);
      await this.limits.purge(em, now);
    });
  }
}
