import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { EnrolmentProof } from '../../src/enrolments/enrolment-proof.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { addDays } from '../../src/kernel/civil-date.js';
import { civilDateAt } from '../../src/kernel/instant.js';
import { markInstallation } from '../../src/platform/database/installation.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { describeOn, useDatabase } from '../support/databases.js';
import { formOf, openRound } from '../support/enrolling.js';
import { allEntities } from '../support/entities.js';
import { jobsLoop } from '../support/jobs-loop.js';
import { ask, type RawAnswer } from '../support/listening.js';
import { ServerProcess } from '../support/server-process.js';

const ENROLMENTS = 200;
const AT_ONCE = 8;
const ROUNDS = 4;
const entities = await allEntities();

let server: ServerProcess | undefined;
afterEach(() => server?.kill());

describeOn('sqlite', 'Two hundred enrolments', (database) => {
  const db = useDatabase(database, entities);

  beforeAll(() =>
    db().transaction(async (em) => {
      await markInstallation(em, 'demo');
      const date = addDays(civilDateAt(new Date()), 70);
      for (let round = 0; round < ROUNDS; round += 1)
        await openRound(em, { slug: slugOf(round), capacity: 20, meetings: [{ date }] });
    }),
  );

  it('over HTTP while jobs run in another process: none fails, none is lost', async () => {
    const settings = { DEMO: '1', DATABASE_URL: database.url, TRUST_PROXY: '127.0.0.1' };
    server = await (await ServerProcess.start(settings)).ready();
    const jobs = jobsLoop(database);
    const { port } = server;
    const answers: RawAnswer[] = [];
    const waiting = Array.from({ length: ENROLMENTS }, (_, number) => number).values();
    const lane = async () => {
      for (const number of waiting) {
        // However fast they are: half of them come while the jobs run for the second time.
        if (number >= ENROLMENTS / 2) await jobs.once;
        answers.push(await enrol(port, number));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const runs = await jobs.stop();
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 303));
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.filter(({ code }) => code !== 0)).toEqual([]);
    const rows = await db().read.find(Enrolment);
    expect(new Set(rows.map(({ email }) => email)).size).toBe(ENROLMENTS);
    expect(rows).toHaveLength(ENROLMENTS);
    const proofs = await db().read.find(EnrolmentProof);
    expect(new Set(proofs.map(({ enrolmentId }) => enrolmentId))).toEqual(
      new Set(rows.map(({ id }) => id)),
    );
    const mails = await db().read.findBy(OutgoingMail, { kind: 'enrolment-code' });
    expect(mails.map(({ subjectId }) => subjectId).sort(byNumber)).toEqual(
      proofs.map(({ id }) => id).sort(byNumber),
    );
    for (const mail of mails) {
      expect(['queued', 'sending', 'sent']).toContain(mail.state);
      expect(mail.possibleDuplicate).toBe(false);
    }
    const holding = rows.filter(({ holdsUntil }) => holdsUntil !== null);
    const held = Map.groupBy(holding, ({ roundId }) => roundId);
    // Half of the seats are kept for who types a code.
    expect([...held.values()].map((holds) => holds.length)).toEqual(Array(ROUNDS).fill(10));
    server.terminate();
    expect((await server.ended).errors).toBe('');
  });
});

function slugOf(number: number): string {
  return `runda${String(number % ROUNDS)}`;
}

/** One person's form, each from a network of their own behind a proxy that we trust. */
function enrol(port: number, number: number): Promise<RawAnswer> {
  const person = `person${String(number)}`;
  const fields = { firstName: person, email: `${person}@exempel.test`, childAges: '3-6' };
  return ask(port, formOf(slugOf(number)), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': `10.${String(number)}.0.1`,
      'sec-fetch-site': 'same-origin',
    },
    body: new URLSearchParams({ ...fields, queue: 'yes' }).toString(),
  });
}

function byNumber(a: number | null, b: number | null): number {
  return (a ?? 0) - (b ?? 0);
}
