/**
 * `npm run bench`: what the app does beside the least that could do the same, in one run, in turns, on
 * both databases. Aims and goals are those of the README. A table on the screen, everything as JSON in
 * `bench/results/`. `BENCH_QUICK=1` takes a short look; `BENCH_ONLY=pages,mails` takes only these.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';

import { KINDS, QUICK } from './lib/compare.mjs';
import { Databases } from './lib/databases.mjs';
import { stopAll } from './lib/processes.mjs';
import { printTable } from './lib/table.mjs';
import { enrolments } from './rows/enrolments.mjs';
import { growth } from './rows/growth.mjs';
import { mails } from './rows/mails.mjs';
import { pages } from './rows/pages.mjs';
import { reminders } from './rows/reminders.mjs';
import { start } from './rows/start.mjs';

const ROWS = { pages, enrolments, reminders, mails, growth, start };

const only = process.env.BENCH_ONLY?.split(',');
const chosen = Object.entries(ROWS).filter(([name]) => only?.includes(name) ?? true);
const databases = new Databases();
if (KINDS.includes('mariadb') && !(await databases.hasMariaDb())) {
  process.stderr.write('bench: no MariaDB on this machine, so only SQLite is measured\n');
  KINDS.splice(KINDS.indexOf('mariadb'), 1);
}
const rows = [];
try {
  for (const [name, measure] of chosen) {
    process.stderr.write(`bench: ${name} …\n`);
    rows.push(...(await measure(databases)));
  }
} finally {
  stopAll();
  databases.remove();
}

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  platform: process.platform,
};
printTable(rows, machine);
const folder = new URL('results/', import.meta.url);
mkdirSync(folder, { recursive: true });
const at = new Date().toISOString();
const file = new URL(`${at.slice(0, 19).replaceAll(':', '-')}.json`, folder);
const report = { at, quick: QUICK, databases: KINDS, machine, rows };
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
process.exit(0);
