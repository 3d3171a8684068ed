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
  const answer = await ask(port, '/logga-in', { method: 'POST', headers: FORM, body });
  return { cookie: cookieOf(answer, 'sid') };
}

/** Enrols somebody in the round at a path, with the code from the mail, and gives the headers of their browser. */
export async function parentHeaders({ app, port, url }, path) {
  const [address, request] = enrolment(path);
  const asked = await ask(port, address, request);
  await app.sendDue();
  const code = await withSql(url, async (sql) => {
    const [mail] = await sql.query('SELECT text FROM demo_mail ORDER BY id DESC LIMIT 1');
    return /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(mail.text)[0];
  });
  const headers = { ...FORM, cookie: cookieOf(asked, 'steg') };
  const body = `code=${code}`;
  const proved = await ask(port, `${address}/kod`, { method: 'POST', headers, body });
  return { cookie: cookieOf(proved, 'sid') };
}

/** A cookie that an answer sets, as a browser sends it back. */
function cookieOf({ status, headers }, name) {
  const line = headers.find((header) => header.toLowerCase().startsWith(`set-cookie: ${name}=`));
  if (status !== 303 || line === undefined)
    throw new Error(`No ${name} with a status of ${status}`);
  return line.slice(line.indexOf(':') + 2).split(';')[0];
}

let person = 0;

/** An enrolment of somebody new, from a network of their own: path and request. `more`: further fields. */
export function enrolment(path, more = '') {
  person += 1;
  const ip = `10.${(person >> 16) & 255}.${(person >> 8) & 255}.${person & 255}`;
  const body = `firstName=Kim&lastName=Exempel&email=kim${person}%40bench.test&childAges=3-6&relation=parent${more}`;
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
