import { Injectable } from '@nestjs/common';

import { Log } from '../log.js';

/**
 * Does whatever of its kind is due at `now` and resolves when that is done. Runs every half minute,
 * perhaps in several processes at once, so doing it twice must be the same as doing it once.
 */
export type JobWork = (now: Date) => Promise<void>;

/** `delivery` comes after all `work`, so that a mail queued by one job leaves in the same round. */
export type JobPhase = 'work' | 'delivery';

/** How one job of a round went. */
export interface JobOutcome {
  readonly name: string;
  /** Null when all went well. */
  readonly error: Error | null;
}

interface Job {
  readonly name: string;
  readonly work: JobWork;
  readonly phase: JobPhase;
}

/** What happens by itself as time goes by: features register their jobs when their module starts. */
@Injectable()
export class Jobs {
  private readonly log = new Log('Jobs');
  private readonly jobs: Job[] = [];

  /** @throws Error when the name is taken. */
  register(name: string, work: JobWork, phase: JobPhase = 'work'): void {
    if (this.jobs.some((job) => job.name === name))
      throw new Error(`Job ${name} is registered twice`);
    this.jobs.push({ name, work, phase });
  }

  /** Runs every job once, one after the other. One that fails is logged and does not stop the rest. */
  async runDue(now: Date): Promise<readonly JobOutcome[]> {
    const outcomes: JobOutcome[] = [];
    for (const phase of ['work', 'delivery'] as const)
      for (const job of this.jobs)
        if (job.phase === phase) outcomes.push(await this.runOne(job, now));
    return outcomes;
  }

  private async runOne({ name, work }: Job, now: Date): Promise<JobOutcome> {
    try {
      await work(now);
      return { name, error: null };
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error('What was thrown is no Error');
      this.log.error(`${name} failed`, error);
      return { name, error };
    }
  }
}
