import { migrate } from '../platform/database/migrate.js';
import { cliConfig } from './cli-config.js';
import { say, type Command } from './command.js';

/** `migrate`: runs the migrations that the database lacks. */
export const command: Command = {
  async run() {
    const config = await cliConfig();
    const done = await migrate(config.migrateDatabaseUrl);
    say(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}`);
    return 0;
  },
};
