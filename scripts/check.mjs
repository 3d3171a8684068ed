/** `npm run check`: everything that can be said about the code without running it. Stops at the first fault. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const STEPS = [
  ['format', 'prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'],
  ['types', 'typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['lint', 'eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  [
    'layers',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    'migrations',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
  ],
  ['dead code', 'knip/bin/knip.js'],
];

for (const [name, bin, ...args] of STEPS) {
  process.stdout.write(`check: ${name}\n`);
  const { status } = spawnSync(process.execPath, [join('node_modules', bin), ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}
