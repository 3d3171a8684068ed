import { chmodSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import mysql from 'mysql2';
import type { DataSourceOptions } from 'typeorm';
import { Naming } from './naming.js';

/** Which of the two databases a URL names. */
export type DatabaseKind = 'sqlite' | 'mariadb';

/** What a connection is for: writing in transactions, reading for pages, or changing the schema. */
export type Purpose = 'write' | 'read' | 'migrate';

/** better-sqlite3 waits with the event loop stopped, so it waits briefly and `Database` goes on waiting (ms). */
const SQLITE_WAIT = 25;
const SQLITE_MIGRATE_WAIT = 10_000;
/** What a file's mode grants to others than its owner. */
const FOR_OTHERS = 0o077;
/** Connections of each pool. */
export const POOL_SIZE = 10;
const CONNECT_TIMEOUT = 2_000;

const SESSION = [
  // Without strict mode MariaDB shortens what is too long and stores the rest.
  "sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
  'innodb_lock_wait_timeout = 5',
];
// The same limit of five seconds per statement: MariaDB reads the first comment as SQL, MySQL the second.
const STATEMENT_LIMIT = '/*M! , max_statement_time = 5 */ /*!80000 , max_execution_time = 5000 */';

/** Reads the kind off a URL as `DATABASE_URL` holds it. */
export function kindOf(url: string): DatabaseKind {
  return url.startsWith('sqlite:') ? 'sqlite' : 'mariadb';
}

/**
 * TypeORM's options for one purpose. `entities` are the rows it knows.
 * A MariaDB URL may name a unix socket: `mariadb://user:password@localhost/name?socket=/path`.
 */
export function sourceOptions(
  url: string,
  purpose: Purpose,
  entities: NonNullable<DataSourceOptions['entities']> = [],
): DataSourceOptions {
  const common = { entities, namingStrategy: new Naming(), logging: false } as const;
  return kindOf(url) === 'sqlite'
    ? { ...common, ...sqliteOptions(url, purpose) }
    : { ...common, ...mariadbOptions(url, purpose) };
}

function sqliteOptions(url: string, purpose: Purpose) {
  const shared = {
    type: 'better-sqlite3',
    database: resolve(url.slice('sqlite:'.length)),
    timeout: purpose === 'migrate' ? SQLITE_MIGRATE_WAIT : SQLITE_WAIT,
    statementCacheSize: 500,
  } as const;
  return purpose === 'read'
    ? ({ ...shared, readonly: true, fileMustExist: true } as const)
    : ({ ...shared, prepareDatabase: prepareForWriting } as const);
}

/**
 * Durable commits, and transactions that take the write lock at once: a deferred BEGIN cannot be turned
 * into a writing transaction after another process has written.
 */
function prepareForWriting(database: BetterSqlite3.Database): void {
  keepFromOthers(database.name);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const prepare = database.prepare.bind(database);
  Object.defineProperty(database, 'prepare', {
    value: (sql: string) => prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql),
  });
}

/** Before anything is written: SQLite gives the files beside the database the database's own mode. */
function keepFromOthers(database: string): void {
  for (const file of [database, `${database}-wal`, `${database}-shm`]) {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & FOR_OTHERS) === 0) continue;
    try {
      chmodSync(file, 0o600);
    } catch {
      // Another user's file: only they can say who reads it.
    }
  }
}

function mariadbOptions(url: string, purpose: Purpose) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const socketPath = searchParams.get('socket');
  const address =
    socketPath === null
      ? { host: hostname, port: port === '' ? 3306 : Number(port) }
      : { socketPath };
  return {
    type: 'mariadb',
    ...address,
    username: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
    poolSize: POOL_SIZE,
    connectTimeout: CONNECT_TIMEOUT,
    timezone: 'Z',
    charset: 'utf8mb4_swedish_ci',
    // Counts and sums as numbers, as SQLite gives them.
    bigNumberStrings: false,
    extra: { decimalNumbers: true },
    driver: { createPool: (options: mysql.PoolOptions) => createPool(options, purpose) },
  } as const;
}

function createPool(options: mysql.PoolOptions, purpose: Purpose): mysql.Pool {
  const pool = mysql.createPool(options);
  pool.on('connection', (connection) => {
    // Whoever uses the connection is told; a second error without a listener would end the process.
    connection.on('error', () => undefined);
    // A connection without these settings is worse than none.
    const orClose = (error: mysql.QueryError | null) => {
      if (error !== null) connection.destroy();
    };
    const limit = purpose === 'migrate' ? '' : STATEMENT_LIMIT;
    connection.query(`SET SESSION ${SESSION.join(', ')} ${limit}`, orClose);
    connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', orClose);
    if (purpose === 'read') connection.query('SET SESSION TRANSACTION READ ONLY', orClose);
  });
  return pool;
}
