import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnavailable } from '../../src/platform/database/errors.js';

const BUSY_MS = 20;

/** Whoever is told that the database is busy tries again, as the page asks them to. */
export async function untilServed<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
    }
    await sleep(BUSY_MS);
  }
}
