import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';

import { plusHours } from '../kernel/instant.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { Enrolment } from './enrolment.entity.js';

/** Hold, code and a margin for late mail have all run out by then. */
const KEPT_HOURS = 48;

/** What nobody has proved is nobody's: it is deleted, with everything that was typed. */
@Injectable()
export class UnprovenEnrolments implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register('enrolments:purge-unproven', (now) => this.purge(now));
  }

  /** Deletes pending enrolments older than two days. */
  async purge(now: Date): Promise<void> {
    const old = { state: 'pending', createdAt: LessThan(plusHours(now, -KEPT_HOURS)) } as const;
    if (!(await this.db.read.existsBy(Enrolment, old))) return;
    await this.db.transaction((em) => em.delete(Enrolment, old));
  }
}
