import { readFileSync } from 'node:fs';

import { inTurns, KINDS, measured, shareRow, TURN_MS } from '../lib/compare.mjs';
import { ask, load, requestBytes } from '../lib/load.mjs';
import { startChild } from '../lib/processes.mjs';
import { addPeople, addRounds, withSql } from '../lib/seed.mjs';
import { leaderHeaders, openSite, parentHeaders, pathsOf } from '../lib/site.mjs';

const PAGES = JSON.parse(readFileSync(new URL('../pages.json', import.meta.url), 'utf8'));
const BROWSER = {
  accept: 'text/html,application/xhtml+xml',
  'accept-encoding': 'gzip, deflate, br, zstd',
  'accept-language': 'sv-SE,sv;q=0.9',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/145.0',
};
const SHEET_PEOPLE = 20;

/** Pages from the cache, pages without it, the attendance sheet of twenty and a parent's own page. */
export async function pages(databases) {
  const rows = [];
  for (const kind of KINDS) {
    const site = await openSite(databases, kind);
    const sheet = await addSheet(site.url);
    const paths = Object.entries(PAGES.cached).map(([name, path]) => [name, fill(path, sheet)]);
    if (kind === KINDS[0])
      for (const [name, path] of paths) rows.push(await cachedRow(site, name, path));
    await site.app.keepNoPages();
    for (const [name, path] of paths) {
      const uncached = await rendered(site, path, {});
      rows.push(shareRow(`${name}, cache off`, kind, uncached, 0.4, 0.6));
    }
    const headers = await leaderHeaders(site.port);
    const register = await rendered(site, `/ledare/traffar/${sheet.meeting}/narvaro`, headers);
    rows.push(shareRow('attendance sheet of 20', kind, register, 0.4, 0.6));
    const parent = await parentHeaders(site, `/sv/kurser/${sheet.programme}/${sheet.round}`);
    const mine = await rendered(site, '/sv/mina-kurser', parent);
    rows.push(shareRow('my courses', kind, mine, 0.4, 0.6));
    await site.app.stop();
  }
  return rows;
}

/** A round with twenty people, led by the demo's leader. */
export async function addSheet(url, daysLater = 0) {
  const found = await withSql(url, async (sql) => {
    const [round] = await addRounds(sql, 1, { daysLater: () => daysLater });
    await addPeople(sql, [round], SHEET_PEOPLE);
    await sql.query('UPDATE round SET capacity = 100 WHERE id = ?', [round]);
    const [{ id: leader }] = await sql.query(
      "SELECT id FROM staff_account WHERE email = 'ledare@demo.test'",
    );
    await sql.query('DELETE FROM round_leader WHERE round_id = ?', [round]);
    await sql.query('INSERT INTO round_leader (round_id, staff_id, sort_order) VALUES (?, ?, 0)', [
      round,
      leader,
    ]);
    const [{ id: meeting }] = await sql.query(
      'SELECT MIN(id) AS id FROM meeting WHERE round_id = ?',
      [round],
    );
    return { id: round, meeting };
  });
  const [{ programme, round }] = await pathsOf(url, [found.id]);
  return { programme, round, meeting: found.meeting };
}

/** A path of `pages.json` with the names of what is there. */
export function fill(path, names) {
  return path.replace(/\{(\w+)\}/g, (_all, name) => names[name]);
}

async function cachedRow({ app, port }, name, path) {
  const answer = await answerTo(port, path, BROWSER);
  const floor = startChild('floor.mjs');
  const floorPort = await floor.fixed({ status: 200, headers: answer.headers, body: answer.body });
  const bytes = requestBytes(path, { headers: BROWSER });
  const compared = await alternately([app, port], [floor, floorPort], bytes, 32);
  await floor.stop();
  return shareRow(`${name}, cached`, '–', compared, 0.7, 0.9);
}

async function rendered({ app, port, url }, path, headers) {
  await answerTo(port, path, headers);
  await app.record();
  const answer = await answerTo(port, path, headers);
  const { statements, renders } = await app.recorded();
  await app.recordNoMore();
  const floor = startChild('floor.mjs');
  const floorPort = await floor.page({ url, statements, renders, headers: answer.headers });
  const plain = await answerTo(floorPort, path, headers);
  if (!plain.body.equals(answer.body)) throw new Error(`${path}: the floor shows another page`);
  const compared = await alternately(
    [app, port],
    [floor, floorPort],
    requestBytes(path, { headers }),
    8,
  );
  await floor.stop();
  return compared;
}

async function answerTo(port, path, headers) {
  const answer = await ask(port, path, { headers });
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
  return answer;
}

/** `app` and `floor`: process and port of each. */
async function alternately(app, floor, bytes, connections) {
  const rate = ([child, port]) =>
    measured(child, async () => {
      const run = await load(port, () => bytes, { connections, ms: TURN_MS });
      if (Object.keys(run.statuses).join() !== '200')
        throw new Error(`Statuses ${JSON.stringify(run.statuses)}`);
      return { units: run.latencies.length, seconds: run.seconds };
    });
  // Both run through their code before it counts.
  await rate(app);
  await rate(floor);
  return inTurns(
    () => rate(app),
    () => rate(floor),
  );
}
