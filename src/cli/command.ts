import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';

import { AppModule } from '../app.module.js';
import { Clock, SystemClock } from '../kernel/clock.js';
import type { Config } from '../platform/config/config.js';
import { NestLogger } from '../platform/log.js';

/** One command of the command line: a file of its own that calls one service. */
export interface Command {
  /** Does the work and gives the exit code. `args` is what stood after the command's name. */
  run(args: readonly string[]): Promise<number>;
}

/** A wish that cannot be fulfilled as it was typed; its message is all that the person sees. */
export class UsageError extends Error {}

/** Writes one line for the person at the keyboard. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Boots the app without its web server, hands it to `work` and closes it again. */
export async function withApp<T>(
  config: Config,
  work: (app: INestApplicationContext) => Promise<T>,
  clock: Clock = new SystemClock(),
): Promise<T> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config, clock), {
    logger: new NestLogger({ logLevels: ['fatal', 'error'] }),
    abortOnError: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
