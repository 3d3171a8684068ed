import { KINDS, limitRow, QUICK, rounded } from '../lib/compare.mjs';
import { load, requestBytes } from '../lib/load.mjs';
import { addPeople, addRounds, withSql } from '../lib/seed.mjs';
import { openSite } from '../lib/site.mjs';
import { insertRows } from '../lib/sql.mjs';

const REMINDERS = QUICK ? 1_000 : 10_000;
const PEOPLE_A_ROUND = 100;
const BATCH = 200;
const DAY = 86_400_000;
/** Somebody reads a page meanwhile, over and over. */
const PAGE = '/sv/kurser';

/** Due reminders: found, rendered and queued; against bare inserts of the same rows. */
export async function reminders(databases) {
  const rows = [];
  for (const kind of KINDS) {
    const { app, port, url } = await openSite(databases, kind);
    await app.keepNoPages();
    const due = await withSql(url, (sql) => addDueReminders(sql, REMINDERS));
    await read(port, { count: 50 });
    const alone = await read(port, { count: 50 });
    let done = false;
    const reading = read(port, { goOn: () => !done });
    const { ms, result } = await app.queueReminders(due);
    done = true;
    const longest = Math.max(...(await reading).latencies);
    await app.stop();
    if (result < REMINDERS) throw new Error(`Only ${result} reminders were due.`);
    const floorMs = await withSql(url, bareInserts);
    const perSecond = (time) => `${rounded(result / (time / 1_000))} /s`;
    const rates = { app: perSecond(ms), floor: perSecond(floorMs) };
    const times = { value: ms / floorMs, unit: ' ×', aim: 10, goal: 5 };
    rows.push(limitRow(`${REMINDERS} due reminders`, kind, { ...times, ...rates }));
    const wait = { value: longest, unit: ' ms', aim: 250, goal: 250 };
    const usual = `${rounded(Math.max(...alone.latencies))} ms`;
    rows.push(limitRow('longest wait for a page meanwhile', kind, { ...wait, floor: usual }));
  }
  return rows;
}

/** People with a first meeting in the same week; gives a time when all of them are to be reminded. */
export async function addDueReminders(sql, count) {
  const rounds = await addRounds(sql, count / PEOPLE_A_ROUND, { daysLater: () => 28 });
  await addPeople(sql, rounds, count);
  const [{ date }] = await sql.query(
    'SELECT date FROM meeting WHERE round_id = ? ORDER BY starts_at LIMIT 1',
    [rounds[0]],
  );
  // Three days before at nine o'clock in Stockholm, whether it is summer there or winter.
  return new Date(Date.parse(`${date}T08:05:00Z`) - 3 * DAY);
}

function read(port, options) {
  return load(port, () => requestBytes(PAGE), { connections: 1, ...options });
}

/** How long it takes to insert the rows that are in the outbox by now (ms). */
async function bareInserts(sql) {
  const mails = await sql.query('SELECT * FROM outgoing_mail');
  await sql.query('DELETE FROM outgoing_mail');
  const began = performance.now();
  for (let from = 0; from < mails.length; from += BATCH)
    await insertRows(sql, 'outgoing_mail', mails.slice(from, from + BATCH));
  return performance.now() - began;
}
