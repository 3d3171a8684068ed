import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { createApp } from './create-app.js';
import { SystemClock } from './kernel/clock.js';
import { Config, ConfigError } from './platform/config/config.js';
import { Database } from './platform/database/database.js';
import {
  DatabaseNotCurrent,
  DatabaseOfOtherMode,
  DatabaseUnavailable,
} from './platform/database/errors.js';
import { markInstallation } from './platform/database/installation.js';
import { JobLoop } from './platform/jobs/job-loop.service.js';
import { MailWorker } from './platform/mail/mail-worker.service.js';
import { GracefulStop } from './platform/web/graceful-stop.js';

/** Whoever told us to stop waits no longer than this (ms); what is unfinished then is cut off. */
const LONGEST_STOP = 25_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function giveUp(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Reads the settings and serves until a signal comes. What cannot start says why in one line. */
export async function serve(): Promise<void> {
  const config = readConfig();
  try {
    const app = await createApp(config, new SystemClock());
    if (!config.demo) await claimForProduction(app.get(Database));
    stopAtSignals(app);
    // Not Nest's own `listen`, which writes a page about a port that is used.
    await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
    app.get(MailWorker).start();
    app.get(JobLoop).start();
  } catch (error) {
    explain(error, config);
  }
  if (config.demo) greet(config);
}

/** From now on the demo refuses this database. One that is gone is claimed at a later start. */
async function claimForProduction(db: Database): Promise<void> {
  try {
    await db.transaction((em) => markInstallation(em, 'production'));
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
  }
}

/**
 * Nest closes the app part by part; here everything learns at once that it is to stop. Readiness is
 * refused and no more mail is claimed while requests and the mail in hand are finished.
 */
function stopAtSignals(app: NestFastifyApplication): void {
  const begin = () => {
    app.get(GracefulStop).begin();
    app.get(MailWorker).claimNoMore();
    setTimeout(
      () => giveUp('Not finished in time: what was left is cut off.'),
      LONGEST_STOP,
    ).unref();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, begin);
}

function readConfig(): Config {
  try {
    return Config.read(process.env);
  } catch (error) {
    if (error instanceof ConfigError) giveUp(error.message);
    throw error;
  }
}

function explain(error: unknown, config: Config): never {
  if (error instanceof DatabaseNotCurrent || error instanceof DatabaseOfOtherMode)
    giveUp(error.message);
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    giveUp(
      `Port ${config.port} is used by something else. Choose another: PORT=${config.port + 1} npm start`,
    );
  throw error;
}

function greet(config: Config): void {
  say(`
Familjepeppen (demo) is running.

  Parents           ${config.baseUrl}/sv   ${config.baseUrl}/en   ${config.baseUrl}/ar
  Mail that is sent ${config.baseUrl}/demo/brevlada
  Components        ${config.baseUrl}/demo/komponenter
  My courses        ${config.baseUrl}/sv/mina-kurser   as foralder@demo.test (the code comes to the mail)
  Staff             ${config.baseUrl}/logga-in
    ledare@demo.test, ledare2@demo.test, samordnare@demo.test,
    redaktor@demo.test, admin@demo.test   password: familjepeppen-demo

Stop with Ctrl-C.`);
}
