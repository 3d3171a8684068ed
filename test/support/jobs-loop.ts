import { execFile } from 'node:child_process';

import { builtScript } from './built.js';
import type { TestDatabase } from './databases.js';

/** How one run of the command ended. */
export interface JobsRun {
  readonly code: number;
  readonly errors: string;
}

/** `jobs:run` that goes on over and over. */
export interface JobsLoop {
  /** Resolves when the first run has ended: the next has begun then. */
  readonly once: Promise<unknown>;
  readonly stop: () => Promise<JobsRun[]>;
}

/** `jobs:run`, over and over, as a timer on the same machine would. */
export function jobsLoop(database: TestDatabase): JobsLoop {
  let isStopped = false;
  const runs: JobsRun[] = [];
  const first = Promise.withResolvers<undefined>();
  const loop = async () => {
    const script = await builtScript('src/cli/main.ts');
    while (!isStopped) {
      runs.push(await run(script, database));
      first.resolve(undefined);
    }
  };
  const looping = loop();
  return {
    once: first.promise,
    stop: async () => {
      isStopped = true;
      await looping;
      return runs;
    },
  };
}

function run(script: string, database: TestDatabase): Promise<JobsRun> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: database.url, LOG_LEVEL: 'error' };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, 'jobs:run'], { env }, (error, out, errors) => {
      resolve({ code: error ? 1 : 0, errors: error ? out + errors : '' });
    });
  });
}
