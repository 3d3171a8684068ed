/** `npm run dev`: the demo, rebuilt and restarted at every change. */
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DEMO = { ...process.env, DEMO: '1' };

const prepared = spawnSync(process.execPath, [join('scripts', 'start.mjs')], {
  cwd: ROOT,
  env: DEMO,
  stdio: 'inherit',
});
if (prepared.status !== 0) process.exit(prepared.status ?? 1);

const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
const children = [
  [compiler, '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
  [
    '--watch-path=dist',
    '--watch-path=views',
    '--watch-path=locales',
    join('dist', 'src', 'main.js'),
  ],
].map((args) => spawn(process.execPath, args, { cwd: ROOT, env: DEMO, stdio: 'inherit' }));

for (const child of children) child.on('exit', () => children.forEach((each) => each.kill()));
