import type { Sources } from './database.js';
import { DatabaseNotCurrent, translated } from './errors.js';
import { GuardedDataSource } from './guarded-source.js';
import { migrationState } from './migrate.js';
import { kindOf, sourceOptions } from './sources.js';

/** What `Database` connects: the writing source that TypeORM's module made, and a reading one beside it. */
export function databaseSources(write: GuardedDataSource, url: string): Sources {
  return {
    kind: kindOf(url),
    write,
    connect: async () => {
      try {
        if (!write.isInitialized) await write.initialize();
        const state = await migrationState(write);
        if (state !== 'current') throw new DatabaseNotCurrent(state);
        const read = new GuardedDataSource(sourceOptions(url, 'read', write.options.entities));
        return await read.initialize();
      } catch (error) {
        throw translated(error);
      }
    },
  };
}
