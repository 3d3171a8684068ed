import { DatabaseOfOtherMode } from '../platform/database/errors.js';
import { migrate } from '../platform/database/migrate.js';
import { cliConfig, modeOf } from './cli-config.js';
import { say, type Command } from './command.js';

/** `migrate`: runs the migrations that the database lacks; never those of the other mode's database. */
export const command: Command = {
  async run() {
    const config = await cliConfig();
    const mode = await modeOf(config.databaseUrl);
    if (mode !== null && (mode === 'demo') !== config.demo) throw new DatabaseOfOtherMode(mode);
    const done = await migrate(config.migrateDatabaseUrl);
    say(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}`);
    return 0;
  },
};
