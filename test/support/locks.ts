import Sqlite from 'better-sqlite3';
import mysql from 'mysql2/promise';

import type { TestDatabase } from './databases.js';

/**
 * Lets nobody else write to a table (MariaDB: nor read it) until the function returned is called, as if
 * another process held the database for too long.
 */
export async function lockAgainstWriting(
  database: TestDatabase,
  table: string,
): Promise<() => Promise<void>> {
  if (database.kind === 'sqlite') {
    const connection = new Sqlite(database.url.slice('sqlite:'.length));
    connection.exec('BEGIN IMMEDIATE');
    return () => {
      connection.close();
      return Promise.resolve();
    };
  }
  const url = new URL(database.url);
  const socketPath = url.searchParams.get('socket');
  const connection = await mysql.createConnection({
    ...(socketPath === null
      ? { host: url.hostname, port: Number(url.port || 3306) }
      : { socketPath }),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  });
  await connection.query(`LOCK TABLES \`${table}\` WRITE`);
  return () => connection.end();
}
