import type { Sources } from './database.js';
import { DatabaseNotCurrent, DatabaseOfOtherMode, translated } from './errors.js';
import { GuardedDataSource } from './guarded-source.js';
import type { InstallationMode } from './installation.entity.js';
import { installationMode } from './installation.js';
import { migrationState } from './migrate.js';
import { kindOf, sourceOptions } from './sources.js';

/**
 * What `Database` connects: the writing source that TypeORM's module made, and a reading one beside it;
 * `wanted` is what the database must be for, null when either will do.
 */
export function databaseSources(
  write: GuardedDataSource,
  url: string,
  wanted: InstallationMode | null = null,
): Sources {
  return {
    kind: kindOf(url),
    write,
    connect: async () => {
      try {
        if (!write.isInitialized) await write.initialize();
        const state = await migrationState(write);
        if (state !== 'current') throw new DatabaseNotCurrent(state);
        if (wanted !== null) await refuseOtherMode(write, wanted);
        const read = new GuardedDataSource(sourceOptions(url, 'read', write.options.entities));
        return await read.initialize();
      } catch (error) {
        throw translated(error);
      }
    },
  };
}

async function refuseOtherMode(write: GuardedDataSource, wanted: InstallationMode): Promise<void> {
  const mode = await installationMode(write.manager);
  if (mode !== null && mode !== wanted) throw new DatabaseOfOtherMode(mode);
}
