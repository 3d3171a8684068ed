import { readFileSync } from 'node:fs';

import { KINDS, limitRow, QUICK, rounded } from '../lib/compare.mjs';
import { load, median, requestBytes } from '../lib/load.mjs';
import { addPeople, addRounds, withSql } from '../lib/seed.mjs';
import { leaderHeaders, openSite } from '../lib/site.mjs';
import { addSheet, fill } from './pages.mjs';

const PAGES = JSON.parse(readFileSync(new URL('../pages.json', import.meta.url), 'utf8')).growth;
const SMALL = { rounds: 20, enrolments: 200 };
const LARGE = QUICK ? { rounds: 200, enrolments: 20_000 } : { rounds: 2_000, enrolments: 200_000 };
const REQUESTS = QUICK ? 40 : 200;
const BLOCK = 5;
/** One round in so many is still to come, the others have been: some years of work. */
const ONE_COMING_IN = 20;

/** What pages cost when much has happened: the same pages of a small and of a large database, in turns. */
export async function growth(databases) {
  const rows = [];
  for (const kind of KINDS) {
    const small = await openSized(databases, kind, SMALL);
    const large = await openSized(databases, kind, LARGE);
    for (const [name, path] of Object.entries(PAGES)) {
      const { few, many, cpuTimes } = await compare(small, large, path);
      const shown = { app: `${rounded(many)} ms`, floor: `${rounded(few)} ms` };
      const times = { value: many / few, cpuTimes, unit: ' ×', aim: 1.5, goal: 1.1 };
      rows.push(
        limitRow(`${name}: ${LARGE.rounds} rounds beside ${SMALL.rounds}`, kind, {
          ...times,
          ...shown,
        }),
      );
    }
    await Promise.all([small.app.stop(), large.app.stop()]);
  }
  return rows;
}

async function openSized(databases, kind, size) {
  const site = await openSite(databases, kind);
  await site.app.keepNoPages();
  const sheet = await addSheet(site.url);
  await withSql(site.url, async (sql) => {
    const [{ count: roundCount }] = await sql.query('SELECT COUNT(*) AS count FROM round');
    const daysLater = (one) =>
      one % ONE_COMING_IN === 0 ? 30 + (one % 150) : -200 - (one % 4_000);
    const added = await addRounds(sql, Math.max(1, size.rounds - roundCount), { daysLater });
    await spread(sql, added, sheet.programme);
    const [{ count: placeCount }] = await sql.query('SELECT COUNT(*) AS count FROM enrolment');
    await addPeople(sql, added, Math.max(0, size.enrolments - placeCount));
  });
  return { ...site, sheet, leader: await leaderHeaders(site.port) };
}

/** Gives the rounds to all programmes but the one whose pages are measured: they show the same in both. */
async function spread(sql, roundIds, measured) {
  const programmes = await sql.query(
    "SELECT id FROM programme WHERE slug <> ? AND discreet = 0 AND state = 'published' ORDER BY id",
    [measured],
  );
  for (const [at, { id }] of programmes.entries()) {
    const share = roundIds.filter((_round, index) => index % programmes.length === at);
    if (share.length > 0)
      await sql.query(`UPDATE round SET programme_id = ${id} WHERE id IN (${share.join()})`);
  }
}

/** How many times as long a page takes in the large one: the middle latencies (ms), and by processor time. */
async function compare(small, large, path) {
  const sites = [small, large].map((site) => ({ ...site, latencies: [], cpu: 0 }));
  for (let turn = 0; turn <= REQUESTS / BLOCK; turn += 1)
    for (const site of sites) {
      const before = await site.app.cpu();
      const { latencies, statuses } = await read(site, path);
      if (Object.keys(statuses).join() !== '200')
        throw new Error(`${path}: ${JSON.stringify(statuses)}`);
      // The first turn warms up.
      if (turn === 0) continue;
      site.latencies.push(...latencies);
      site.cpu += (await site.app.cpu()) - before;
    }
  const [few, many] = sites.map((site) => median(site.latencies));
  return { few, many, cpuTimes: sites[1].cpu / sites[0].cpu };
}

function read({ port, sheet, leader }, path) {
  const address = fill(path, sheet);
  const headers = path.startsWith('/ledare') ? leader : {};
  return load(port, () => requestBytes(address, { headers }), { connections: 1, count: BLOCK });
}
