import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { In, IsNull } from 'typeorm';
import { EnrolmentChildAge } from '../../src/enrolments/enrolment-child-age.entity.js';
import { EnrolmentEvent } from '../../src/enrolments/enrolment-event.entity.js';
import { EnrolmentProof } from '../../src/enrolments/enrolment-proof.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { addDays } from '../../src/kernel/civil-date.js';
import { civilDateAt, plusMinutes } from '../../src/kernel/instant.js';
import { markInstallation } from '../../src/platform/database/installation.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { PendingStep } from '../../src/platform/web/session/pending-step.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { describeOnBothDatabases, useDatabase } from '../support/databases.js';
import { openRound } from '../support/enrolling.js';
import { allEntities } from '../support/entities.js';
import { HttpPerson } from '../support/http-person.js';
import { sample } from '../support/seat-sampler.js';
import { ServerProcess } from '../support/server-process.js';

const entities = await allEntities();
const PEOPLE = 200;
const SEATS = 120;
/** Half of what is left may be held before a mailbox is proved. */
const HOLDS = SEATS / 2;
const AT_ONCE = 25;
/** So many have their answer when the process is killed. */
const ANSWERED = 60;
const ROUND = 'kraschen';

let server: ServerProcess | undefined;
afterEach(() => server?.kill());

describeOnBothDatabases('A server that is killed in the middle of 200 enrolments', (database) => {
  const db = useDatabase(database, entities);
  let roundId: number;

  beforeAll(async () => {
    roundId = await db().transaction(async (em) => {
      await markInstallation(em, 'demo');
      const date = addDays(civilDateAt(new Date()), 70);
      const plan = { slug: ROUND, capacity: SEATS, meetings: [{ date }] };
      return (await openRound(em, plan)).roundId;
    });
  });

  it('has kept what it answered, whole, nothing by halves, and the next one goes on', async () => {
    const settings = { DEMO: '1', DATABASE_URL: database.url, TRUST_PROXY: '127.0.0.1' };
    const killed = await (server = await ServerProcess.start(settings)).ready();
    const kept: string[] = [];
    const unanswered: number[] = [];
    await inLanes(PEOPLE, async (number) => {
      const person = new HttpPerson([killed.port], number);
      const status = await person.enrol(ROUND).then(
        (answer) => answer.status,
        () => null,
      );
      if (status === null) unanswered.push(number);
      else {
        expect(status).toBe(303);
        kept.push(person.email);
      }
      if (kept.length === ANSWERED) void killed.kill();
    });
    expect(kept.length).toBeGreaterThanOrEqual(ANSWERED);
    expect(unanswered.length).toBeGreaterThan(AT_ONCE);
    await killed.kill();
    const { addresses } = await expectWhole();
    // Some may have been taken whose answer got lost.
    expect(kept.filter((address) => !addresses.includes(address))).toEqual([]);

    const next = await (server = await ServerProcess.start(settings)).ready();
    await letTheMinuteLast();
    await inLanes(unanswered.length, async (index) => {
      const person = new HttpPerson([next.port], unanswered[index] ?? 0);
      expect((await person.enrol(ROUND)).status).toBe(303);
    });
    // Whoever had been taken without hearing of it is not taken twice.
    const all = await expectWhole();
    expect(all.addresses).toHaveLength(PEOPLE);
    expect(new Set(all.addresses).size).toBe(PEOPLE);
    expect(all.holds).toBe(HOLDS);
    const { taken } = await sample(db().read, roundId, new Date());
    expect(taken).toBe(HOLDS);
  });

  /** Who asks again within a minute is the same, and is mailed once, however slowly a server starts. */
  async function letTheMinuteLast(): Promise<void> {
    const createdAt = plusMinutes(new Date(), 10);
    await db().transaction(async (em) => {
      await em.update(Enrolment, { roundId }, { createdAt });
      await em.update(EnrolmentProof, { usedAt: IsNull() }, { createdAt });
    });
  }

  /** Every enrolment has all of its parts, and no part is without its enrolment. */
  async function expectWhole() {
    // MariaDB may have been told to commit by somebody who is dead: that is over when the lock is free.
    await db().transaction((em) => em.lockRow(Round, roundId));
    const rows = await db().read.findBy(Enrolment, { roundId });
    const ids = rows.map(({ id }) => id).sort(byNumber);
    const proofs = await db().read.find(EnrolmentProof);
    for (const part of [
      proofs,
      await db().read.find(EnrolmentChildAge),
      await db().read.findBy(EnrolmentEvent, { state: 'pending' }),
    ])
      expect(part.map(({ enrolmentId }) => enrolmentId).sort(byNumber)).toEqual(ids);
    const mails = await db().read.find(OutgoingMail, {
      where: { kind: 'enrolment-code' },
      select: { id: true, recipient: true, subjectId: true, state: true },
    });
    const addressOfProof = new Map(
      proofs.map(({ id, enrolmentId }) => [id, rows.find((row) => row.id === enrolmentId)?.email]),
    );
    expect(mails).toHaveLength(rows.length);
    for (const { recipient, subjectId } of mails)
      expect(addressOfProof.get(subjectId ?? 0)).toBe(recipient);
    const steps = await db().read.findBy(PendingStep, { subjectId: In(ids) });
    expect(new Set(steps.map(({ subjectId }) => subjectId)).size).toBe(rows.length);
    const addresses = rows.flatMap(({ email }) => email ?? []);
    return { addresses, holds: rows.filter(({ holdsUntil }) => holdsUntil !== null).length };
  }
});

/** Does something with every number, some at a time. */
async function inLanes(count: number, work: (number: number) => Promise<void>): Promise<void> {
  const numbers = Array.from({ length: count }, (_, number) => number).values();
  const lane = async () => {
    for (const number of numbers) await work(number);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

function byNumber(a: number, b: number): number {
  return a - b;
}
