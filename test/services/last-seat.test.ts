import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Confirmations } from '../../src/enrolments/confirmations.service.js';
import { EnrolmentRequests } from '../../src/enrolments/enrolment-requests.service.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { EnrolmentsQueries } from '../../src/enrolments/enrolments.queries.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { TransactionManager } from '../../src/platform/database/writer.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp, type RunningApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { enrol, fillIn, formOf, openRound } from '../support/enrolling.js';
import { takeTheLockAway } from '../support/no-lock.js';
import type { SeenPage } from '../support/seen-page.js';
import { untilServed } from '../support/until-served.js';

const PEOPLE = 50;

describeOnBothDatabases('The last seat', (database) => {
  const story = useApp(database);
  const { requests, queries, answers, seated, ask, codeOf } = helpers(story);
  let round: { slug: string; id: number };
  let rounds = 0;

  beforeEach(async () => {
    rounds += 1;
    const slug = `runda${String(rounds)}`;
    const plan = { slug, capacity: 1 };
    const { roundId } = await story.db().transaction((em) => openRound(em, plan));
    round = { slug, id: roundId };
  });

  /** Everybody asks at the same time; who got the seat and who was told that it is gone. */
  async function rush(): Promise<{ held: number; refused: number }> {
    const outcomes = await Promise.allSettled(everybody((name) => ask(round.id, name)));
    const refused = outcomes.filter(
      (outcome) => outcome.status === 'rejected' && outcome.reason instanceof Refusal,
    );
    const failed = outcomes.filter(
      (outcome) => outcome.status === 'rejected' && !(outcome.reason instanceof Refusal),
    );
    expect(failed).toEqual([]);
    return { held: outcomes.length - refused.length, refused: refused.length };
  }

  it('is held by one of fifty who ask at the same time', async () => {
    expect(await rush()).toEqual({ held: 1, refused: PEOPLE - 1 });
    expect(await seated(round.id)).toBe(1);
  });

  it('goes to one of fifty who type their codes at the same time; the others queue in order', async () => {
    await setCapacity(PEOPLE);
    for (const [index, name] of everybody((each) => each).entries()) {
      await ask(round.id, name);
      story.clock.advance({ minutes: index % 2 });
    }
    const rows = await story
      .db()
      .read.find(Enrolment, { where: { roundId: round.id }, order: { id: 'ASC' } });
    const codes = await Promise.all(rows.map((row) => codeOf(row)));
    await setCapacity(1);
    story.clock.advance({ hours: 3 });
    const confirmations = story.app().get(Confirmations);
    const settled = await Promise.all(
      rows.map(({ id }, index) => untilServed(() => confirmations.byCode(id, codes[index] ?? ''))),
    );
    expect(settled.map(({ kind }) => kind)).toEqual(rows.map(() => 'done'));
    expect(await seated(round.id)).toBe(1);
    const waiting = await story
      .db()
      .read.findBy(Enrolment, { roundId: round.id, state: 'waiting' });
    expect(waiting).toHaveLength(PEOPLE - 1);
    waiting.sort((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime() || a.id - b.id);
    for (const [index, { id, participantId }] of waiting.entries())
      expect((await queries().ownPlace(id, participantId ?? 0))?.queueNumber).toBe(index + 1);
  });

  it('is held by one of fifty who send the form at the same time, and the others are told so', async () => {
    const forms = await Promise.all(
      everybody(async (firstName, index) => {
        const visitor = story.visitor({ ip: `203.0.${String(index)}.9` });
        return fillIn(await shown(() => visitor.get(formOf(round.slug))), { firstName });
      }),
    );
    const pages = await Promise.all(forms.map((form) => shown(() => form.submit())));
    expect(pages.filter(({ heading }) => heading === 'Skriv koden från mejlet')).toHaveLength(1);
    const told = pages.filter(({ status }) => status === 422);
    expect(told).toHaveLength(PEOPLE - 1);
    for (const page of told) expect(page.text).toContain('Den sista platsen hann bli tagen.');
    expect(await seated(round.id)).toBe(1);
    expect(await story.db().read.countBy(Enrolment, { roundId: round.id })).toBe(1);
  });

  it('would be sold many times over without the lock: the tests above prove something', async () => {
    const putBack = takeTheLockAway(database, story);
    try {
      const { held } = await rush();
      expect(held).toBeGreaterThan(1);
    } finally {
      putBack();
    }
    expect(await seated(round.id)).toBeGreaterThan(1);
  });

  it('is one even when each asks in three browsers at once', async () => {
    const asked = everybody((name) => name)
      .slice(0, 10)
      .flatMap((name) => [1, 2, 3].map(() => ask(round.id, name, true)));
    await Promise.all(asked);
    expect(await seated(round.id)).toBe(1);
  });

  describe('and its mail', () => {
    it('are kept or lost together', async () => {
      const { slug, id } = round;
      await enrol(story.visitor(), slug, { firstName: 'sista' });
      const [row] = await story.db().read.findBy(Enrolment, { roundId: id });
      expect(row && (await codeOf(row))).toMatch(/^[2-9A-Z]{8}$/);
      await setCapacity(2);
      jest.spyOn(TransactionManager.prototype, 'afterCommit').mockImplementationOnce(() => {
        throw new Error('the power went');
      });
      const failing = requests().request({ ...answers('nasta'), roundId: id });
      await expect(failing).rejects.toThrow('the power went');
      expect(await story.db().read.countBy(Enrolment, { roundId: id })).toBe(1);
      const recipient = 'nasta@exempel.test';
      expect(await story.db().read.countBy(OutgoingMail, { recipient })).toBe(0);
    });
  });

  function setCapacity(capacity: number): Promise<unknown> {
    return story.db().transaction((em) => em.update(Round, { id: round.id }, { capacity }));
  }
});

function everybody<T>(work: (firstName: string, index: number) => T): T[] {
  return Array.from({ length: PEOPLE }, (_, index) => work(`person${String(index)}x`, index));
}

/** A page; who is told that the database is busy asks again, as that page says. */
async function shown(ask: () => Promise<SeenPage>): Promise<SeenPage> {
  for (;;) {
    const page = await ask();
    if (page.status !== 503) return page;
  }
}

function helpers(story: RunningApp) {
  let networks = 0;
  const requests = () => story.app().get(EnrolmentRequests);
  const answers = (firstName: string) => {
    networks += 1;
    return {
      answers: {
        firstName,
        lastName: null,
        email: `${firstName}@exempel.test`,
        phone: null,
        childAges: ['3-6' as const],
        relation: null,
        sex: null,
        interpreter: null,
        childCare: null,
      },
      language: 'sv' as const,
      acceptsQueue: false,
      from: `10.${String(networks >> 8)}.${String(networks & 255)}.1`,
      ownSteps: [],
    };
  };
  return {
    requests,
    answers,
    queries: () => story.app().get(EnrolmentsQueries),
    ask: (roundId: number, firstName: string, acceptsQueue = false) =>
      untilServed(() =>
        requests().request({ ...answers(`${firstName}${String(roundId)}`), roundId, acceptsQueue }),
      ),
    /** How many seats are taken, counted here and not by the app. */
    seated: async (roundId: number) => {
      const rows = await story.db().read.findBy(Enrolment, { roundId });
      return rows.filter(
        ({ state, holdsUntil }) =>
          state === 'confirmed' ||
          (state === 'pending' && holdsUntil !== null && holdsUntil > story.clock.now()),
      ).length;
    },
    codeOf: async ({ email }: Enrolment) => {
      const mail = await story.db().read.findOneByOrFail(OutgoingMail, { recipient: email ?? '' });
      return (/\b([2-9A-Z]{4})-([2-9A-Z]{4})\b/.exec(mail.text ?? '') ?? []).slice(1).join('');
    },
  };
}
