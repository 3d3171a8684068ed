import { DataSource } from 'typeorm';

import { Config } from '../platform/config/config.js';
import { environment } from '../platform/config/settings.js';
import type { InstallationMode } from '../platform/database/installation.entity.js';
import { sourceOptions } from '../platform/database/sources.js';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The settings of a command. A database remembers that it is a demo, so that commands beside
 * `npm start` need not be told.
 * @throws ConfigError
 */
export async function cliConfig(variables: Variables = process.env): Promise<Config> {
  if (variables.DEMO !== undefined) return Config.read(variables);
  const parsed = environment.safeParse(variables);
  const demo = parsed.success && (await modeOf(parsed.data.DATABASE_URL)) === 'demo';
  return Config.read(demo ? { ...variables, DEMO: '1' } : variables);
}

/** What a database says it is for; null when it says nothing, or is not there yet. */
export async function modeOf(databaseUrl: string): Promise<InstallationMode | null> {
  try {
    const source = await new DataSource(sourceOptions(databaseUrl, 'read')).initialize();
    try {
      const rows: unknown = await source.query("SELECT id FROM installation WHERE mode = 'demo'");
      if (Array.isArray(rows) && rows.length > 0) return 'demo';
      const any: unknown = await source.query('SELECT id FROM installation');
      return Array.isArray(any) && any.length > 0 ? 'production' : null;
    } finally {
      await source.destroy();
    }
  } catch {
    // The command itself says what is wrong with it.
    return null;
  }
}
