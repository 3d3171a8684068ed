import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { once } from './once.js';

const START_LIMIT_MS = 120_000;

/**
 * The URL of a MariaDB where tests may make and drop databases, without a database name. With
 * `TEST_DATABASE_URL` it is the given one; otherwise a private server is started, once per test run, on a
 * unix socket with its own data folder.
 */
export async function mariadbServer(): Promise<URL> {
  const given = process.env['TEST_DATABASE_URL'];
  const url = new URL(given ?? (await once('mariadb', startServer)));
  url.pathname = '/';
  return url;
}

/** Runs SQL as the owner of the server, outside of what is tested. */
export async function administer<T>(
  url: URL,
  work: (connection: mysql.Connection) => Promise<T>,
): Promise<T> {
  const socketPath = url.searchParams.get('socket');
  const connection = await mysql.createConnection({
    ...(socketPath === null
      ? { host: url.hostname, port: url.port === '' ? 3306 : Number(url.port) }
      : { socketPath }),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ...(url.pathname === '/' ? {} : { database: url.pathname.slice(1) }),
  });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

async function startServer(folder: string): Promise<string> {
  const user = unprivilegedUser();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  const asUser = user === null ? [] : [`--user=${user.name}`];
  execFileSync(
    'mariadb-install-db',
    [
      ...asUser,
      `--datadir=${data}`,
      '--no-defaults',
      '--skip-test-db',
      '--auth-root-authentication-method=normal',
    ],
    { stdio: 'pipe', cwd: folder, env: serverEnvironment() },
  );
  const server = [
    'mariadbd',
    '--no-defaults',
    ...asUser,
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'pid')}`,
    '--skip-networking',
    '--max-connections=300',
    // Nothing here has to outlive the test run.
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=OFF',
    '--innodb-buffer-pool-size=128M',
    '--innodb-log-file-size=32M',
    '--performance-schema=OFF',
    `--log-error=${join(folder, 'log')}`,
  ];
  startWatched(server, folder);
  await untilItAnswers(socket, folder);
  return `mariadb://root@localhost/?socket=${encodeURIComponent(socket)}`;
}

/** Starts the server beside a shell that ends it should the test run die without tidying up. */
function startWatched(command: readonly string[], folder: string): void {
  const watch =
    '"$@" & server=$!; while kill -0 $server && kill -0 $RUN; do sleep 1; done; kill $server; wait $server';
  spawn('/bin/sh', ['-c', watch, 'sh', ...command], {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
    env: { ...serverEnvironment(), RUN: process.env['TEST_RUN_PID'] },
  }).unref();
}

/** Debian keeps servers where ordinary users do not look. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` };
}

async function untilItAnswers(socket: string, folder: string): Promise<void> {
  const url = new URL(`mariadb://root@localhost/?socket=${encodeURIComponent(socket)}`);
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    try {
      await administer(url, (connection) => connection.query('SELECT 1'));
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        const log = join(folder, 'log');
        throw new Error(
          `MariaDB did not start. ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`,
          {
            cause: error,
          },
        );
      }
      await sleep(100);
    }
  }
}

/** MariaDB refuses to run as root. */
function unprivilegedUser(): { name: string; uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const name = 'nobody';
  const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { name, uid: id('-u'), gid: id('-g') };
}
