import { setTimeout as sleep } from 'node:timers/promises';

const STEP_MS = 100;

/**
 * What `work` gives, if it does so before somebody loses patience with this process. While a busy machine lets
 * the process wait for its turn, the steps wait as well: it is told how long the app takes, and not how many
 * others there are.
 */
export async function inTime<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let isDone = false;
  const waiting = async (): Promise<never> => {
    for (let waited = 0; waited < limitMs && !isDone; waited += STEP_MS) await sleep(STEP_MS);
    throw new Error(`Nothing within ${String(limitMs)} ms.`);
  };
  try {
    return await Promise.race([work, waiting()]);
  } finally {
    isDone = true;
  }
}
