import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import type mysql from 'mysql2/promise';
import type { DataSourceOptions } from 'typeorm';
import { databaseSources } from '../../src/platform/database/connect.js';
import { Database } from '../../src/platform/database/database.js';
import { GuardedDataSource } from '../../src/platform/database/guarded-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { sourceOptions, type DatabaseKind } from '../../src/platform/database/sources.js';
import { administer, mariadbServer } from './mariadb.js';
import { once, runFolder } from './once.js';

/** A migrated, otherwise empty database; `url` is known once the tests of its block run. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  readonly url: string;
}

/** The same tests on SQLite and on MariaDB, each block with a fresh, migrated database of its own. */
export function describeOnBothDatabases(
  title: string,
  tests: (database: TestDatabase) => void,
): void {
  describeOn('sqlite', title, tests);
  describeOn('mariadb', title, tests);
}

/** Tests for one of the databases, with a fresh, migrated one. */
export function describeOn(
  kind: DatabaseKind,
  title: string,
  tests: (database: TestDatabase) => void,
): void {
  const databases = process.env['TEST_DATABASES'] ?? 'sqlite,mariadb';
  const block = databases.split(',').includes(kind) ? describe : describe.skip;
  block(`${title} (${kind})`, () => {
    const database = { kind, url: '' };
    beforeAll(async () => {
      database.url = await freshDatabase(kind);
    });
    tests(database);
  });
}

/** Makes (SQLite) or empties (MariaDB: one per worker) a migrated database and gives its URL. */
function freshDatabase(kind: DatabaseKind): Promise<string> {
  return kind === 'sqlite' ? freshFile() : freshSchema();
}

/**
 * `Database` without Nest, for tests of plumbing: it knows `entities` and is closed after the tests of the
 * block it is called in. Call it in a `describe`; the function it gives is for use inside tests.
 */
export function useDatabase(
  database: TestDatabase,
  entities: NonNullable<DataSourceOptions['entities']> = [],
): () => Database {
  let opened: { db: Database; write: GuardedDataSource } | undefined;
  beforeAll(async () => {
    const write = new GuardedDataSource(sourceOptions(database.url, 'write', entities));
    opened = { db: await Database.open(databaseSources(write, database.url)), write };
  });
  afterAll(async () => {
    await opened?.db.onApplicationShutdown();
    if (opened?.write.isInitialized === true) await opened.write.destroy();
  });
  return () => {
    if (opened === undefined) throw new Error('The database is open only while tests run.');
    return opened.db;
  };
}

let files = 0;

async function freshFile(): Promise<string> {
  const template = await once('template', async (folder) => {
    const file = join(folder, 'template.db');
    await migrate(`sqlite:${file}`);
    return file;
  });
  const folder = join(runFolder(), 'files');
  mkdirSync(folder, { recursive: true });
  files += 1;
  const file = join(folder, `${String(process.pid)}-${String(files)}-${String(Date.now())}.db`);
  // Closing the template has moved everything from its journal into the file.
  copyFileSync(template, file);
  return `sqlite:${file}`;
}

async function freshSchema(): Promise<string> {
  const server = await mariadbServer();
  const name = `familjepeppen_test_${process.env['JEST_WORKER_ID'] ?? '1'}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await once(name, async () => {
    await administer(server, async (connection) => {
      for (const schema of [name, seedOf(name)]) {
        await connection.query(`DROP DATABASE IF EXISTS \`${schema}\``);
        // Another collation than ours, so that a column that names none is found out.
        await connection.query(
          `CREATE DATABASE \`${schema}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
        );
      }
    });
    await migrate(url.href);
    await administer(server, (connection) => keepSeed(connection, name));
    return name;
  });
  await administer(server, (connection) => backToSeed(connection, name));
  return url.href;
}

function seedOf(name: string): string {
  return `${name}_seed`;
}

/** Remembers the rows that migrations insert. */
async function keepSeed(connection: mysql.Connection, name: string): Promise<void> {
  for (const table of await tablesOf(connection, name)) {
    await connection.query(
      `CREATE TABLE \`${seedOf(name)}\`.\`${table}\` AS SELECT * FROM \`${name}\`.\`${table}\``,
    );
  }
}

async function backToSeed(connection: mysql.Connection, name: string): Promise<void> {
  await connection.query('SET FOREIGN_KEY_CHECKS = 0');
  const seeded = new Set(await tablesOf(connection, seedOf(name)));
  for (const table of await tablesOf(connection, name)) {
    if (!seeded.has(table)) {
      await connection.query(`DROP TABLE \`${name}\`.\`${table}\``);
      continue;
    }
    await connection.query(`DELETE FROM \`${name}\`.\`${table}\``);
    await connection.query(`ALTER TABLE \`${name}\`.\`${table}\` AUTO_INCREMENT = 1`);
    await connection.query(
      `INSERT INTO \`${name}\`.\`${table}\` SELECT * FROM \`${seedOf(name)}\`.\`${table}\``,
    );
  }
}

async function tablesOf(connection: mysql.Connection, schema: string): Promise<string[]> {
  const [rows] = await connection.query<mysql.RowDataPacket[]>(
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?',
    [schema],
  );
  return rows.map((row) => String(row['name']));
}
