import { inTurns, KINDS, measured, QUICK, shareRow, TURNS } from '../lib/compare.mjs';
import { ask, load, requestBytes } from '../lib/load.mjs';
import { startChild } from '../lib/processes.mjs';
import { addRounds, withSql } from '../lib/seed.mjs';
import { enrolment, openSite, pathsOf } from '../lib/site.mjs';

const SAMPLE = QUICK ? 40 : 200;
const MANY_ROUNDS = 50;
const AIMS = { sqlite: [0.2, 0.4], mariadb: [0.4, 0.6] };
/** As many as the app's pool has; SQLite has one that writes. */
const CONNECTIONS = { sqlite: 1, mariadb: 10 };

/**
 * Enrolment, from the POST to the 303. The floor runs the statements of other enrolments of the same
 * kind, which were recorded before, in a bare loop on a copy of the database.
 */
export async function enrolments(databases) {
  const rows = [];
  for (const kind of KINDS)
    for (const [name, count] of [
      ['one hot round', 1],
      [`${MANY_ROUNDS} rounds`, MANY_ROUNDS],
    ]) {
      const compared = await measure(databases, kind, count);
      rows.push(shareRow(`enrolment POST to the 303, ${name}`, kind, compared, ...AIMS[kind]));
    }
  return rows;
}

async function measure(databases, kind, roundCount) {
  const { app, port, url } = await openSite(databases, kind);
  const ids = await withSql(url, (sql) =>
    addRounds(sql, roundCount, { daysLater: () => 30, capacity: 1_000_000 }),
  );
  const paths = (await pathsOf(url, ids)).map((one) => `/sv/kurser/${one.programme}/${one.round}`);
  let turn = 0;
  const next = () => {
    turn += 1;
    return requestBytes(...enrolment(paths[turn % paths.length]));
  };
  await checked(load(port, next, { connections: 8, count: 30 }));
  const copy = await databases.copyOf(url);
  const sequences = await recorded(app, port, paths);
  const floor = startChild('floor.mjs');
  const compared = await inTurns(
    () =>
      measured(app, async () => {
        const run = await checked(load(port, next, { connections: 16, count: SAMPLE }));
        return { units: SAMPLE, seconds: run.seconds };
      }),
    () =>
      measured(floor, async () => {
        const some = sequences.splice(0, SAMPLE);
        const connections = CONNECTIONS[kind];
        return {
          units: some.length,
          seconds: await floor.replay({ url: copy, sequences: some, connections }),
        };
      }),
  );
  await Promise.all([floor.stop(), app.stop()]);
  return compared;
}

/** The statements of as many enrolments as all turns need, one after the other. */
async function recorded(app, port, paths) {
  const sequences = [];
  await app.record();
  for (let one = 0; one < SAMPLE * TURNS; one += 1) {
    const { status } = await ask(port, ...enrolment(paths[one % paths.length]));
    if (status !== 303) throw new Error(`An enrolment was answered with ${status}`);
    sequences.push((await app.recorded()).statements);
  }
  await app.recordNoMore();
  return sequences;
}

async function checked(loading) {
  const run = await loading;
  if (Object.keys(run.statuses).join() !== '303')
    throw new Error(`Enrolments were answered with ${JSON.stringify(run.statuses)}`);
  return run;
}
