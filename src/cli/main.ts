import 'reflect-metadata';

import { ConfigError } from '../platform/config/config.js';
import {
  DatabaseNotCurrent,
  DatabaseOfOtherMode,
  DatabaseUnavailable,
} from '../platform/database/errors.js';
import { endAtUncaughtFaults } from '../platform/log.js';
import { say, UsageError, type Command } from './command.js';

/** Loaded when asked for: what one command needs does not slow down another. */
const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  migrate: () => import('./migrate.command.js'),
  'demo:load': () => import('./demo-load.command.js'),
  'jobs:run': () => import('./jobs-run.command.js'),
  'mail:resume': () => import('./mail-resume.command.js'),
  check: () => import('./check.command.js'),
};

const USAGE = `Usage: npm run cli -- <command>

  migrate                       run the migrations that the database lacks
  demo:load                     fill an empty database with the demo
  jobs:run                      do everything that is due, once
  jobs:run --at <local time>    in the demo: show the reminders due then, in the demo mailbox
  mail:resume                   try all waiting mail again at once
  check                         look over settings, database and mail`;

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const load = COMMANDS[name];
  if (load === undefined) {
    say(USAGE);
    return name === '' || name === 'help' ? 0 : 2;
  }
  try {
    return await (await load()).command.run(args);
  } catch (error) {
    if (!isForPeople(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Errors whose message says what to do; all others show where in the code they come from. */
function isForPeople(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    isMisspelledOption(error) ||
    error instanceof ConfigError ||
    error instanceof DatabaseNotCurrent ||
    error instanceof DatabaseOfOtherMode ||
    error instanceof DatabaseUnavailable
  );
}

function isMisspelledOption(error: unknown): boolean {
  return (
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

endAtUncaughtFaults();
// As the server: what it makes is nobody else's to read.
process.umask(0o077);
process.exitCode = await main(process.argv.slice(2));
