import { Injectable, type OnModuleDestroy } from '@nestjs/common';

import { Clock } from '../../kernel/clock.js';
import { Jobs } from './jobs.service.js';

const EVERY_MS = 30_000;

/** Runs the jobs every half minute while the server is up; rounds never overlap within a process. */
@Injectable()
export class JobLoop implements OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Begins at once. Called by the server only: a command runs its jobs itself. */
  start(): void {
    this.schedule(0);
  }

  /** Begins no further round and waits for the present one. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.round;
  }

  private schedule(delay: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.jobs.runDue(this.clock.now()).finally(() => this.schedule(EVERY_MS));
    }, delay);
    this.timer.unref();
  }
}
