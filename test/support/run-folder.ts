import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Jest's global set-up: a folder for what this run makes, told to the workers through the environment. */
export default function makeRunFolder(): void {
  if (process.env['TEST_RUN_FOLDER'] !== undefined) return;
  const folder = mkdtempSync(join(tmpdir(), 'familjepeppen-'));
  // MariaDB runs as another user when the tests run as root.
  chmodSync(folder, 0o711);
  process.env['TEST_RUN_FOLDER'] = folder;
  process.env['TEST_RUN_PID'] = String(process.pid);
}
