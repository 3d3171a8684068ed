import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Jest's global tear-down: stops the private MariaDB, if one was started, and removes what the run made. */
export default async function clearRunFolder(): Promise<void> {
  const folder = process.env['TEST_RUN_FOLDER'];
  if (folder === undefined) return;
  delete process.env['TEST_RUN_FOLDER'];
  const pidFile = join(folder, 'mariadb', 'pid');
  if (existsSync(pidFile)) {
    process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGTERM');
    // MariaDB removes the file when it has stopped.
    for (let tries = 0; tries < 100 && existsSync(pidFile); tries += 1) await sleep(50);
  }
  rmSync(folder, { recursive: true, force: true });
  rmSync(join('var', basename(folder)), { recursive: true, force: true });
}
