import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';

import { plusHours } from '../kernel/instant.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { Enrolment } from './enrolment.entity.js';

/** Hold, code and a margin for late mail have all run out by then. */
const KEPT_HOURS = 48;

/** What nobody has proved is nobody's: it is deleted, with everything that was typed. */
@Injectable()
export class UnprovenEnrolments implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly limits: ActLimits,
  ) {}

  onModuleInit(): void {
    this.jobs.register('enrolments:purge-unproven', (now) => this.purge(now));
  }

  /** Deletes pending enrolments older than two days, and counts that no limit looks at any more. */
  async purge(now: Date): Promise<void> {
    const createdAt = LessThan(plusHours(now, -KEPT_HOURS));
    await this.db.transaction(async (em) => {
      await em.delete(Enrolment, { state: 'pending', createdAt });
      await this.limits.purge(em);
    });
  }
}
