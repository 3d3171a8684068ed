/**
 * Builds the server (`src`, `migrations` → `dist`) and the assets (`public`), each only when its inputs
 * have changed. `npm start`, `npm run build` and the tests call it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, 'dist', '.inputs');
const INPUTS = [
  'src',
  'migrations',
  'locales/sv',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];

function filesOf(path) {
  const full = join(ROOT, path);
  const entries = path.includes('.')
    ? null
    : readdirSync(full, { recursive: true, withFileTypes: true });
  if (entries === null) return [full];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function inputsHash() {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap(filesOf).sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const now = inputsHash();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== now) {
  run(join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json');
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, now);
}
run(join('scripts', 'build-assets.mjs'));
