import { ask } from './load.mjs';
import { startChild } from './processes.mjs';
import { withSql } from './seed.mjs';

/** The origin that the app is told it has; browsers would send it with a form. */
const ORIGIN = 'http://localhost:3000';
const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN };

/** The app on a new database that holds the demo. */
export async function openSite(databases, kind) {
  const url = await databases.empty(kind);
  const app = startChild('app.mjs');
  const port = await app.start({ DATABASE_URL: url }, { fill: true });
  return { app, port, url };
}

/** Signs the demo's leader in and gives the headers of a request in that browser. */
export async function leaderHeaders(port) {
  const body = 'email=ledare%40demo.test&password=familjepeppen-demo';
  const { status, headers } = await ask(port, '/logga-in', { method: 'POST', headers: FORM, body });
  const cookie = headers.find((line) => /^set-cookie: sid=/i.test(line));
  if (status !== 303 || cookie === undefined)
    throw new Error(`Sign-in was answered with ${status}`);
  return { cookie: cookie.slice(cookie.indexOf(':') + 2).split(';')[0] };
}

let person = 0;

/** An enrolment of somebody new, from a network of their own: path and request. */
export function enrolment(path) {
  person += 1;
  const ip = `10.${(person >> 16) & 255}.${(person >> 8) & 255}.${person & 255}`;
  const body = `firstName=Kim&lastName=Exempel&email=kim${person}%40bench.test&childAges=3-6&relation=parent`;
  return [`${path}/anmalan`, { method: 'POST', headers: { ...FORM, 'x-forwarded-for': ip }, body }];
}

/** The public path of rounds, without language. */
export function pathsOf(url, ids) {
  return withSql(url, async (sql) => {
    const rows = await sql.query(
      `SELECT p.slug AS programme, r.slug AS round FROM round r JOIN programme p ON p.id = r.programme_id WHERE r.id IN (${ids.join()})`,
    );
    return rows.map(({ programme, round }) => ({ programme, round }));
  });
}
