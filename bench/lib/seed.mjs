import { insertRows, openSql } from './sql.mjs';

const DAY = 86_400_000;
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const INSTANTS = ['starts_at', 'ends_at', 'enrol_until'];

/** An instant as both databases keep it. */
export function instant(at) {
  return new Date(at).toISOString().slice(0, 23).replace('T', ' ');
}

/** Runs `work` with the database's driver. */
export async function withSql(url, work) {
  const sql = openSql(url);
  try {
    return await work(sql);
  } finally {
    await sql.close();
  }
}

/**
 * Adds copies of an open round of the demo with its texts and meetings, led by the demo's second leader,
 * and gives their ids.
 * `daysLater(i)` moves the i-th in time; `capacity` is what each takes.
 */
export async function addRounds(sql, count, { daysLater, capacity = 20 }) {
  const [model] = await sql.query(
    "SELECT r.* FROM round r JOIN programme p ON p.id = r.programme_id WHERE p.discreet = 0 AND p.admission = 'direct' AND r.state = 'published' AND r.form = 'on-site' AND r.starts_at > ? ORDER BY r.starts_at LIMIT 1",
    [instant(Date.now())],
  );
  const texts = await sql.query('SELECT * FROM round_text WHERE round_id = ?', [model.id]);
  const meetings = await sql.query('SELECT * FROM meeting WHERE round_id = ?', [model.id]);
  const [other] = await sql.query("SELECT id FROM staff_account WHERE email = 'ledare2@demo.test'");
  const first = (await highestId(sql, 'round')) + 1;
  const ids = Array.from({ length: count }, (_, index) => first + index);
  const copies = (rows) =>
    ids.flatMap((roundId, index) =>
      rows.map(({ id: _id, ...row }) => moved({ ...row, round_id: roundId }, daysLater(index))),
    );
  await insertRows(
    sql,
    'round',
    ids.map((id, index) =>
      moved(
        { ...model, id, slug: `omgang-${id}`, group_code: `X${id}`, capacity },
        daysLater(index),
      ),
    ),
  );
  await insertRows(sql, 'round_text', copies(texts));
  await insertRows(sql, 'meeting', copies(meetings));
  await insertRows(sql, 'round_leader', copies([{ staff_id: other.id, sort_order: 0 }]));
  return ids;
}

/** Adds people with confirmed places, spread evenly over the rounds. */
export async function addPeople(sql, roundIds, count, confirmedAt = Date.now() - 30 * DAY) {
  const firstPerson = (await highestId(sql, 'participant')) + 1;
  const firstEnrolment = (await highestId(sql, 'enrolment')) + 1;
  const at = instant(confirmedAt);
  const people = Array.from({ length: count }, (_, index) => ({
    id: firstPerson + index,
    first_name: `Förnamn${index % 700}`,
    last_name: null,
    email: `person${firstPerson + index}@bench.test`,
    phone: null,
    language: 'sv',
    created_at: at,
    version: 1,
  }));
  const enrolments = people.map(({ id: participantId, created_at: _at, ...person }, index) => ({
    ...person,
    id: firstEnrolment + index,
    round_id: roundIds[index % roundIds.length],
    participant_id: participantId,
    reference: reference(firstEnrolment + index),
    state: 'confirmed',
    holds_until: null,
    queued_at: at,
    confirmed_at: at,
    origin_hash: null,
    created_at: at,
  }));
  const events = enrolments.map(({ id }) => ({
    enrolment_id: id,
    state: 'confirmed',
    at,
    actor: 'person',
  }));
  await insertRows(sql, 'participant', people);
  await insertRows(sql, 'enrolment', enrolments);
  await insertRows(sql, 'enrolment_event', events);
}

async function highestId(sql, table) {
  const [row] = await sql.query(`SELECT MAX(id) AS id FROM ${table}`);
  return row.id ?? 0;
}

/** A row so many days later; dates and instants in whatever columns it has. */
function moved(row, days) {
  const later = { ...row };
  for (const column of INSTANTS)
    if (later[column]) later[column] = instant(millis(later[column]) + days * DAY);
  if (later.date) later.date = instant(millis(`${later.date} 12:00:00`) + days * DAY).slice(0, 10);
  return later;
}

function millis(value) {
  return value instanceof Date ? value.getTime() : Date.parse(`${value.replace(' ', 'T')}Z`);
}

/** The first letter is one that the app never draws. */
function reference(number) {
  let text = '';
  for (let rest = number, digit = 0; digit < 5; digit += 1) {
    text = ALPHABET[rest % ALPHABET.length] + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return `0${text}`;
}
