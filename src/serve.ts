import { createApp } from './create-app.js';
import { SystemClock } from './kernel/clock.js';
import { Config, ConfigError } from './platform/config/config.js';
import { DatabaseNotCurrent } from './platform/database/errors.js';
import { JobLoop } from './platform/jobs/job-loop.service.js';
import { MailWorker } from './platform/mail/mail-worker.service.js';

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
    await app.listen(config.port, config.host);
    app.get(MailWorker).start();
    app.get(JobLoop).start();
  } catch (error) {
    explain(error, config);
  }
  if (config.demo) greet(config);
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
  if (error instanceof DatabaseNotCurrent) giveUp(error.message);
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
  Staff             ${config.baseUrl}/logga-in
    ledare@demo.test, ledare2@demo.test, samordnare@demo.test,
    redaktor@demo.test, admin@demo.test   password: familjepeppen-demo

Stop with Ctrl-C.`);
}
