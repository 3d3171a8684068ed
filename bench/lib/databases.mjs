import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { openSql } from './sql.mjs';

/** Where what is compiled for the run lies: inside the project, so that packages are found. */
const COMPILED = fileURLToPath(new URL('../../var/bench/', import.meta.url));

/** The databases of one run, in a folder of its own; a private MariaDB is started when it is first needed. */
export class Databases {
  #server;
  #made = 0;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'familjepeppen-bench-'));
    // MariaDB runs as another user when the bench runs as root.
    chmodSync(this.folder, 0o711);
  }

  /** A new, empty database of a kind: its URL. */
  async empty(kind) {
    this.#made += 1;
    const name = `bench_${this.#made}`;
    if (kind === 'sqlite') return `sqlite:${join(this.folder, `${name}.db`)}`;
    const url = await this.#mariadb();
    const sql = openSql(url.href);
    await sql.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_swedish_ci`);
    await sql.close();
    url.pathname = `/${name}`;
    return url.href;
  }

  /** The same rows in another database. On MariaDB the copy has no foreign keys: its ids may differ. */
  async copyOf(url) {
    const copy = await this.empty(url.startsWith('sqlite:') ? 'sqlite' : 'mariadb');
    if (url.startsWith('sqlite:')) {
      const sql = openSql(url);
      sql.db.pragma('wal_checkpoint(TRUNCATE)');
      await sql.close();
      copyFileSync(url.slice(7), copy.slice(7));
      return copy;
    }
    const [from, to] = [url, copy].map((each) => new URL(each).pathname.slice(1));
    const sql = openSql(url);
    const tables = await sql.query(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?',
      [from],
    );
    for (const { name } of tables) {
      await sql.query(`CREATE TABLE ${to}.\`${name}\` LIKE ${from}.\`${name}\``);
      await sql.query(`INSERT INTO ${to}.\`${name}\` SELECT * FROM ${from}.\`${name}\``);
    }
    await sql.close();
    return copy;
  }

  /** Whether there is one to start. Every other fault ends the bench. */
  async hasMariaDb() {
    try {
      await this.#mariadb();
      return true;
    } catch (error) {
      if (error.code === 'ENOENT') return false;
      throw error;
    }
  }

  /** Stops MariaDB, if it was started, and removes everything. */
  remove() {
    if (this.#server !== undefined) {
      const pid = Number(readFileSync(join(this.folder, 'mariadb', 'pid'), 'utf8'));
      // Nothing in it is worth an orderly end.
      process.kill(pid, 'SIGKILL');
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    rmSync(COMPILED, { recursive: true, force: true });
  }

  /** The one that the tests start: a private server on a unix socket. */
  async #mariadb() {
    if (this.#server === undefined) {
      process.env.TEST_RUN_FOLDER = this.folder;
      process.env.TEST_RUN_PID = String(process.pid);
      const outfile = join(COMPILED, 'mariadb.mjs');
      const entryPoints = ['test/support/mariadb.ts'];
      await build({
        entryPoints,
        outfile,
        bundle: true,
        platform: 'node',
        format: 'esm',
        packages: 'external',
        logLevel: 'error',
      });
      const { mariadbServer } = await import(outfile);
      this.#server = await mariadbServer();
    }
    return new URL(this.#server);
  }
}
