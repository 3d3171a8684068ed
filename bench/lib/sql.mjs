import Sqlite from 'better-sqlite3';
import mysql from 'mysql2/promise';

/**
 * A database by its driver alone: what the floors are made of, and how the databases of the bench are
 * filled. Opened with the settings that the app uses.
 */
export function openSql(url, { connections = 1 } = {}) {
  return url.startsWith('sqlite:') ? new SqliteSql(url.slice(7)) : new MariaSql(url, connections);
}

const READS = /^\s*(select|with|show|pragma)/i;

class SqliteSql {
  kind = 'sqlite';
  #statements = new Map();

  constructor(file) {
    this.db = new Sqlite(file);
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = FULL');
  }

  async query(sql, params = []) {
    return this.now(sql, params);
  }

  /** The same without a promise. */
  now(sql, params = []) {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.db.prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql);
      this.#statements.set(sql, statement);
    }
    return READS.test(sql) || statement.reader
      ? statement.all(...params)
      : statement.run(...params);
  }

  /** One connection is all there is. */
  async onOneConnection(work) {
    return work(this);
  }

  async close() {
    this.db.close();
  }
}

class MariaSql {
  kind = 'mariadb';

  constructor(url, connections) {
    const { hostname, port, username, password, pathname, searchParams } = new URL(url);
    const socketPath = searchParams.get('socket');
    this.pool = mysql.createPool({
      ...(socketPath === null ? { host: hostname, port: Number(port || 3306) } : { socketPath }),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database: decodeURIComponent(pathname.slice(1)),
      connectionLimit: connections,
      timezone: 'Z',
      charset: 'utf8mb4_swedish_ci',
    });
    this.pool.pool.on('connection', (connection) => {
      connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    });
  }

  async query(sql, params = []) {
    return (await this.pool.query(sql, params))[0];
  }

  /** Gives `work` one connection of the pool to itself. */
  async onOneConnection(work) {
    const connection = await this.pool.getConnection();
    try {
      return await work({ query: async (sql, params) => (await connection.query(sql, params))[0] });
    } finally {
      connection.release();
    }
  }

  async close() {
    await this.pool.end();
  }
}

/** Inserts rows (objects by column) quickly, many a statement, in one transaction. */
export async function insertRows(sql, table, rows, rowsAStatement = 500) {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]);
  const one = `(${columns.map(() => '?').join()})`;
  const head = `INSERT INTO ${table} (${columns.map((column) => `\`${column}\``).join()}) VALUES `;
  const perStatement = Math.min(rowsAStatement, Math.floor(30_000 / columns.length));
  await sql.onOneConnection(async (connection) => {
    await connection.query(sql.kind === 'sqlite' ? 'BEGIN TRANSACTION' : 'START TRANSACTION');
    for (let from = 0; from < rows.length; from += perStatement) {
      const some = rows.slice(from, from + perStatement);
      const params = some.flatMap((row) => columns.map((column) => row[column]));
      await connection.query(head + some.map(() => one).join(), params);
    }
    await connection.query('COMMIT');
  });
}
