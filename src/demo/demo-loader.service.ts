import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { civilDateAt } from '../kernel/instant.js';
import { HelpLines } from '../library/help-lines.service.js';
import { ContentChanges } from '../platform/database/content-changes.js';
import { Database } from '../platform/database/database.js';
import { installationMode, markInstallation } from '../platform/database/installation.js';
import { Programme } from '../programmes/programme.entity.js';
import { hashPassword } from '../platform/passwords.js';
import { DEMO_PASSWORD } from './content/staff.js';
import { loadCallRequests } from './call-requests.load.js';
import { loadComing } from './coming.load.js';
import { loadInterest } from './interest.load.js';
import { loadHelpLines, loadLibrary } from './library.load.js';
import { loadParent } from './parent.load.js';
import { loadPeople } from './people.load.js';
import { loadPlan } from './plan.load.js';
import { loadProgrammes } from './programmes.load.js';
import { loadRounds } from './rounds.load.js';
import { loadStaff } from './staff.load.js';
import { loadTalks } from './talks.load.js';

/** Fills an empty database with the demo. */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly helpLines: HelpLines,
    private readonly changes: ContentChanges,
  ) {}

  /**
   * Adds everything in one transaction, on dates around today, and marks the database as a demo. The jobs
   * then find one seat free in the round that people wait for, and offer it.
   * Gives false, and changes nothing, when there is content already.
   * @throws Error when the database is a production one
   */
  async load(): Promise<boolean> {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    const now = this.clock.now();
    const today = civilDateAt(now);
    return this.db.transaction(async (em) => {
      if ((await installationMode(em)) === 'production')
        throw new Error('This is a production database: no demo is loaded into it.');
      if (await em.exists(Programme)) return false;
      await markInstallation(em, 'demo');
      const staff = await loadStaff(em, passwordHash, now);
      const programmes = await loadProgrammes(em, now);
      const rounds = await loadRounds(em, programmes, staff, today);
      await loadPeople(em, rounds, now);
      await loadParent(em, rounds);
      await loadTalks(em, rounds, now);
      await loadCallRequests(em, rounds, now);
      await loadComing(em, rounds, now);
      await loadInterest(em, programmes, now);
      await loadHelpLines(em, now);
      const items = await loadLibrary(em, today);
      const programmeIds = new Map([...programmes].map(([slug, { id }]) => [slug, id]));
      await loadPlan(em, { programmes: programmeIds, items });
      await this.changes.mark(em);
      em.afterCommit(() => this.helpLines.refresh());
      return true;
    });
  }
}
