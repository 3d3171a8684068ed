import { DataSource } from 'typeorm';

import { Config } from '../platform/config/config.js';
import { environment } from '../platform/config/settings.js';
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
  const demo = parsed.success && (await isDemo(parsed.data.DATABASE_URL));
  return Config.read(demo ? { ...variables, DEMO: '1' } : variables);
}

async function isDemo(databaseUrl: string): Promise<boolean> {
  try {
    const source = await new DataSource(sourceOptions(databaseUrl, 'read')).initialize();
    try {
      const rows: unknown = await source.query("SELECT id FROM installation WHERE mode = 'demo'");
      return Array.isArray(rows) && rows.length > 0;
    } finally {
      await source.destroy();
    }
  } catch {
    // No database, or none of ours yet: the command itself says what is wrong with it.
    return false;
  }
}
