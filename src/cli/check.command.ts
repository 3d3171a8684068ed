import type { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { DatabaseNotCurrent } from '../platform/database/errors.js';
import { installationMode } from '../platform/database/installation.js';
import { migrationStateOf } from '../platform/database/migrate.js';
import { MailResume } from '../platform/mail/mail-resume.service.js';
import { cliConfig } from './cli-config.js';
import { say, withApp, type Command } from './command.js';

/** `check`: looks over settings, database and mail; exits with 1 when somebody has to act. */
export const command: Command = {
  async run() {
    const config = await cliConfig();
    say('Settings: fine.');
    const state = await migrationStateOf(config.databaseUrl);
    if (state !== 'current') throw new DatabaseNotCurrent(state);
    say('Database: reachable, all migrations run.');
    const problems = await problemsOf(config);
    for (const problem of problems) say(`Problem: ${problem}`);
    return problems.length === 0 ? 0 : 1;
  },
};

function problemsOf(config: Config): Promise<string[]> {
  return withApp(config, async (app) => {
    const mode = await installationMode(app.get(Database).read);
    const { waiting, dead } = await app.get(MailResume).state();
    say(`Mode: ${mode ?? 'not decided yet'}. Mail: ${waiting} waiting, ${dead} given up.`);
    const problems: string[] = [];
    if (mode !== null && (mode === 'demo') !== config.demo)
      problems.push(`the database is for ${mode}, the settings are not`);
    if (dead > 0) problems.push(`${dead} mails were given up`);
    return problems;
  });
}
