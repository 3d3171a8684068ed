import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, LessThan, Not } from 'typeorm';

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

  /** Deletes pending enrolments older than two days, and from which network the others came. */
  async purge(now: Date): Promise<void> {
    const createdAt = LessThan(plusHours(now, -KEPT_HOURS));
    const unproven = { state: 'pending', createdAt } as const;
    const traced = { createdAt, originHash: Not(IsNull()) };
    const { read } = this.db;
    if (!(await read.existsBy(Enrolment, unproven)) && !(await read.existsBy(Enrolment, traced)))
      return;
    await this.db.transaction(async (em) => {
      await em.delete(Enrolment, unproven);
      await em.update(Enrolment, traced, { originHash: null });
    });
  }
}
