import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';
import { DatabaseUnavailable, translated } from './errors.js';
import { GuardedDataSource } from './guarded-source.js';
import { sourceOptions } from './sources.js';

/** `behind`: migrations of this version are missing. `unknown-newer`: some were run that it does not know. */
export type MigrationState = 'current' | 'behind' | 'unknown-newer';

/** How long one process waits for another that is migrating the same database (s). */
const WAIT_FOR_OTHERS = 60;

/**
 * Runs the migrations that are missing, each in its own transaction, and tells their names. Makes an
 * SQLite file where there is none. @throws DatabaseUnavailable
 */
export async function migrate(databaseUrl: string): Promise<readonly string[]> {
  const source = await migrationSource(databaseUrl);
  try {
    return await alone(source, async () => {
      const done = await source.runMigrations({ transaction: 'each' });
      return done.map(({ name }) => name);
    });
  } finally {
    await source.destroy();
  }
}

/** Compares the migrations a database has seen with those of this version. @throws DatabaseUnavailable */
export async function migrationState(source: DataSource): Promise<MigrationState> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return 'behind';
    const rows: unknown = await runner.query('SELECT name FROM migrations');
    return compare(rows);
  } finally {
    await runner.release();
  }
}

/** The same for a database that nothing has connected to yet. Makes no SQLite file. */
export async function migrationStateOf(databaseUrl: string): Promise<MigrationState> {
  const source = await connected(new GuardedDataSource(sourceOptions(databaseUrl, 'read')));
  try {
    return await migrationState(source);
  } finally {
    await source.destroy();
  }
}

/** Statements that change a schema may take long, so nothing here has a time limit. */
function migrationSource(databaseUrl: string): Promise<DataSource> {
  return connected(
    new DataSource({
      ...sourceOptions(databaseUrl, 'migrate'),
      migrations,
      migrationsTransactionMode: 'each',
    }),
  );
}

async function connected(source: DataSource): Promise<DataSource> {
  try {
    await source.initialize();
    return source;
  } catch (error) {
    throw translated(error);
  }
}

/** Two servers that start at once migrate one after the other. SQLite's own lock does that for files. */
async function alone<T>(source: DataSource, work: () => Promise<T>): Promise<T> {
  if (source.options.type === 'better-sqlite3') return work();
  const runner = source.createQueryRunner();
  try {
    const rows: unknown = await runner.query(
      `SELECT GET_LOCK(CONCAT(DATABASE(), '.migrate'), ${String(WAIT_FOR_OTHERS)}) AS held`,
    );
    if (!firstColumn(rows, 'held').includes(1)) {
      throw new DatabaseUnavailable('another process is migrating it');
    }
    const result = await work();
    await runner.query("SELECT RELEASE_LOCK(CONCAT(DATABASE(), '.migrate'))");
    return result;
  } finally {
    await runner.release();
  }
}

function compare(rows: unknown): MigrationState {
  const seen = new Set(firstColumn(rows, 'name'));
  const known = migrations.map(({ name }) => name);
  if ([...seen].some((name) => !known.includes(String(name)))) return 'unknown-newer';
  return known.every((name) => seen.has(name)) ? 'current' : 'behind';
}

function firstColumn(rows: unknown, column: string): unknown[] {
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown): unknown =>
    typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined,
  );
}
