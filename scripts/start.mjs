/**
 * Everything `npm start` does before the server itself: build what has changed, bring the database up to
 * date, load the demo into an empty one. A production database is refused here.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

mkdirSync(join(ROOT, 'var'), { recursive: true, mode: 0o700 });
run(join('scripts', 'build.mjs'));
run(join('dist', 'src', 'cli', 'main.js'), 'migrate');
run(join('dist', 'src', 'cli', 'main.js'), 'demo:load');
