/**
 * `npm run check`: everything that can be said about the code without running it. Every step runs, so
 * that all faults are seen at once. `npm run check -- lint layers` runs those two only.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const STEPS = {
  format: ['prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'],
  types: ['typescript/bin/tsc', '-p', 'tsconfig.json'],
  lint: ['eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  layers: [
    'dependency-cruiser/bin/dependency-cruiser.mjs',
    ...['src', 'migrations'],
    ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  ],
  'dead-code': ['knip/bin/knip.js', '--no-config-hints'],
  translations: ['jest/bin/jest.js', '--silent', 'test/architecture/translations.test.ts'],
};

/** Jest runs native ES modules. */
const NODE_OPTIONS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];

function passes(name) {
  const [bin, ...args] = STEPS[name];
  process.stdout.write(`check: ${name}\n`);
  const command = [...NODE_OPTIONS, join('node_modules', bin), ...args];
  return spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  process.stderr.write(
    `No check ${unknown.join(', ')}. There are: ${Object.keys(STEPS).join(', ')}\n`,
  );
  process.exit(2);
}

const failed = (chosen.length > 0 ? chosen : Object.keys(STEPS)).filter((name) => !passes(name));
if (failed.length > 0) process.stderr.write(`check: failed: ${failed.join(', ')}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
