import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { EnrolmentEvent } from '../../src/enrolments/enrolment-event.entity.js';
import { addDays } from '../../src/kernel/civil-date.js';
import { civilDateAt } from '../../src/kernel/instant.js';
import { markInstallation } from '../../src/platform/database/installation.js';
import type { Database } from '../../src/platform/database/database.js';
import { DemoMail } from '../../src/platform/mail/demo-mail.entity.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { describeOn, useDatabase, type TestDatabase } from '../support/databases.js';
import { openRound } from '../support/enrolling.js';
import { allEntities } from '../support/entities.js';
import { HttpPerson } from '../support/http-person.js';
import { jobsLoop } from '../support/jobs-loop.js';
import { expectKept, sample, sampled } from '../support/seat-sampler.js';
import {
  expectNothingIdle,
  expectSound,
  inOrder,
  lookAt,
  running,
  taken,
  type RoundSight,
} from '../support/seat-watch.js';
import { ServerProcess } from '../support/server-process.js';
import { tidy } from '../support/seen-page.js';
import { untilServed } from '../support/until-served.js';

const entities = await allEntities();
const PEOPLE = 60;
const LATER = 15;
const SEATS = 20;
const ROUND = 'manga';
const LOOK_MS = 50;
/** What people say to an offer, twice at once. Some are sure, so that the queue lasts whoever is faster. */
const ANSWERS = [
  ['yes', 'no'],
  ['no', 'yes'],
  ['yes', 'yes'],
];

const servers: ServerProcess[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.kill()));
});

describeOn('mariadb', 'Three processes of the app', (database) => {
  const { play } = useCrowd(database, 3);

  it('give every seat once between them, to whoever is next', () => play());
});

describeOn('sqlite', 'One process of the app with the command line beside it', (database) => {
  const { play } = useCrowd(database, 1);

  it('gives every seat once, to whoever is next', async () => {
    const jobs = jobsLoop(database);
    try {
      await play(jobs.once);
    } finally {
      const runs = await jobs.stop();
      expect(runs.length).toBeGreaterThan(1);
      expect(runs.filter(({ code }) => code !== 0)).toEqual([]);
    }
  });
});

/** Seventy-five people who enrol, prove their address, cancel and answer, all over HTTP and at once. */
function useCrowd(database: TestDatabase, processes: number) {
  const db = useDatabase(database, entities);
  let roundId: number;
  const look = () => untilServed(() => lookAt(db().read, roundId, new Date()));

  beforeAll(async () => {
    roundId = await db().transaction(async (em) => {
      await markInstallation(em, 'demo');
      const date = addDays(civilDateAt(new Date()), 70);
      const plan = { slug: ROUND, capacity: SEATS, meetings: [{ date }] };
      return (await openRound(em, plan)).roundId;
    });
  });

  /** @param meanwhile what the second half waits for, so that it goes on beside it */
  const play = async (meanwhile?: Promise<unknown>) => {
    const ports = await start(database, processes);
    const people = Array.from({ length: PEOPLE + LATER }, (_, number) => {
      return new HttpPerson(ports, number);
    });
    const first = people.slice(0, PEOPLE);
    const samples = await sampled(
      () => sample(db().read, roundId, new Date()),
      async () => {
        await Promise.all(first.map((person) => getPlace(db(), person)));
        expect(taken(await look())).toBe(SEATS);
        await meanwhile;
        await Promise.all([
          giveUpAndAnswer(look, people),
          ...people.slice(PEOPLE).map((person) => getPlace(db(), person)),
        ]);
        while (goesOn(await look())) await giveUpAndAnswer(look, people);
      },
    );
    expectKept(samples);
    const sight = await look();
    expectSound(sight);
    expectNothingIdle(sight);
    expect(taken(sight)).toBe(SEATS);
    await expectOneThingAfterTheOther(db(), sight);
    await expectPagesToAgree(sight, people);
  };
  return { play };
}

async function start(database: TestDatabase, processes: number): Promise<number[]> {
  const settings = { DEMO: '1', DATABASE_URL: database.url, TRUST_PROXY: '127.0.0.1' };
  for (let number = 0; number < processes; number += 1)
    servers.push(await ServerProcess.start(settings));
  await Promise.all(servers.map((server) => server.ready()));
  return servers.map(({ port }) => port);
}

/** From the form to the place that the code gives. */
async function getPlace(db: Database, person: HttpPerson): Promise<void> {
  expect((await person.enrol(ROUND)).status).toBe(303);
  const form = `/sv/kurser/${ROUND}/${ROUND}/anmalan/kod`;
  const answer = await person.post(form, { code: await codeFor(db, person.email) });
  const place = expect.stringMatching(/^\/sv\/mina-kurser\/\d+$/);
  expect([answer.status, answer.headers.location]).toEqual([303, place]);
}

/** The body of a mail with a code is gone once it is sent; the demo's mailbox has it then. */
async function codeFor(db: Database, recipient: string): Promise<string> {
  for (;;) {
    const kind = 'enrolment-code';
    const queued = await untilServed(() => db.read.findOneBy(OutgoingMail, { recipient, kind }));
    const sent = await untilServed(() => db.read.findOneBy(DemoMail, { recipient }));
    const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(`${queued?.text ?? ''} ${sent?.text ?? ''}`);
    if (code) return code[0];
    await sleep(LOOK_MS);
  }
}

/** Until as many offers have been made as there are seats, however they are answered, and all are. */
function goesOn(sight: RoundSight): boolean {
  return running(sight).length > 0 || sight.offers.length < SEATS;
}

/** Every third with a seat cancels; whoever is asked answers twice at once, by two processes. */
async function giveUpAndAnswer(
  look: () => Promise<RoundSight>,
  people: readonly HttpPerson[],
): Promise<void> {
  const sight = await look();
  const asked = new Set(running(sight).map(({ enrolmentId }) => enrolmentId));
  const seated = sight.enrolments.filter(({ state }) => state === 'confirmed');
  const tired = sight.offers.length < SEATS ? seated.filter((_, index) => index % 3 === 0) : [];
  const givingUp = new Set(tired.map(({ id }) => id));
  const acts = sight.enrolments.flatMap(({ id, email }) => {
    const person = people.find((each) => each.email === email);
    const page = `/sv/mina-kurser/${String(id)}`;
    if (!person) return [];
    if (asked.has(id))
      return (ANSWERS[id % ANSWERS.length] ?? []).map((answer) =>
        person.post(`${page}/erbjudande`, { answer }),
      );
    return givingUp.has(id) ? [person.post(`${page}/avbokning`, { silent: 'yes' })] : [];
  });
  const answers = await Promise.all(acts);
  expect(answers.map(({ status }) => status)).toEqual(acts.map(() => 303));
}

/** Nobody was seated twice in a row, nor given up twice: every answer has counted once. */
async function expectOneThingAfterTheOther(db: Database, sight: RoundSight): Promise<void> {
  const events = await db.read.find(EnrolmentEvent, { order: { id: 'ASC' } });
  for (const { id, state } of sight.enrolments) {
    const states = events.filter(({ enrolmentId }) => enrolmentId === id).map((e) => e.state);
    expect(states.filter((each, index) => each === states[index - 1])).toEqual([]);
    expect(states.at(-1)).toBe(state);
    const yes = sight.offers.filter((one) => one.enrolmentId === id && one.state === 'accepted');
    const confirmed = states.filter((each) => each === 'confirmed');
    expect(confirmed).toHaveLength(states.includes('waiting') ? yes.length : 1);
  }
}

/** What everybody reads on their own page, and a stranger on the public one, is what the rows say. */
async function expectPagesToAgree(sight: RoundSight, people: readonly HttpPerson[]) {
  const queue = inOrder(sight).map(({ id }) => id);
  expect(queue.length).toBeGreaterThan(0);
  for (const person of people) {
    const own = sight.enrolments.find(({ email }) => email === person.email);
    const { body } = await person.get(`/sv/mina-kurser/${String(own?.id)}`);
    const text = tidy(load(body.toString())('main').text());
    if (own?.state === 'confirmed') expect(text).toContain('Du har en plats');
    else if (own?.state === 'cancelled')
      expect(text).toContain(
        own.confirmedAt ? 'Du är avbokad' : 'Du står inte längre på väntelistan',
      );
    else expect(text).toContain(`Du är nummer ${String(queue.indexOf(own?.id ?? 0) + 1)}.`);
  }
  // An address that nobody has asked for before, so that no cache knows it.
  const { body } = (await people[0]?.get(`/sv/kurser/${ROUND}/${ROUND}?nu=1`)) ?? {};
  expect(tidy(load(body?.toString() ?? '')('main').text())).toContain('Fullt, kö finns');
}
