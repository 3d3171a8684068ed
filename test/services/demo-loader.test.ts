import { expect, it } from '@jest/globals';
import { DEMO_PARENT } from '../../src/demo/content/people.js';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { civilDateAt } from '../../src/kernel/instant.js';
import { LibraryItem } from '../../src/library/library-item.entity.js';
import { Meeting } from '../../src/rounds/meeting.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { DemoLoader } from '../../src/demo/demo-loader.service.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { markInstallation } from '../../src/platform/database/installation.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { useApp } from '../support/app.js';
import { describeOn, describeOnBothDatabases } from '../support/databases.js';
import { answerLink } from '../support/queueing.js';
import { signInByCode } from '../support/signing-in.js';

const now = '2026-11-22T11:00:00Z';

describeOnBothDatabases('The demo', (database) => {
  let loaded: boolean;
  const { app, db, clock, visitor } = useApp(database, {
    now,
    before: async (started) => {
      loaded = await started.get(DemoLoader).load();
      await started.get(Jobs).runDue(clock.now());
    },
  });

  it('is loaded into an empty database, once', async () => {
    expect(loaded).toBe(true);
    expect(await app().get(DemoLoader).load()).toBe(false);
  });

  it('has the programmes, rounds and items that are promised', async () => {
    expect(await db().read.count(Programme)).toBeGreaterThanOrEqual(6);
    expect(await db().read.count(Round)).toBeGreaterThanOrEqual(12);
    expect(await db().read.count(LibraryItem)).toBe(12);
  });

  it('has a full round with four waiting, and a seat that is offered to a fifth', async () => {
    const [offer, ...more] = await db().read.find(SeatOffer);
    expect([offer?.state, more]).toEqual(['open', []]);
    const queued = { programme: { admission: 'direct' } } as const;
    const waiting = await db().read.findBy(Enrolment, { state: 'waiting', round: queued });
    expect(waiting.filter(({ id }) => id !== offer?.enrolmentId)).toHaveLength(4);
    const round = await db().read.findOneByOrFail(Round, { id: waiting[0]?.roundId ?? 0 });
    const seated = await db().read.countBy(Enrolment, { roundId: round.id, state: 'confirmed' });
    expect(seated + 1).toBe(round.capacity);
  });

  it('has a parent to sign in as, with places past and coming, and a link to answer', async () => {
    const browser = visitor();
    const places = await signInByCode(app(), browser, DEMO_PARENT.email);
    expect(places.texts('main h2').slice(0, 2)).toEqual(['Kommande', 'Tidigare']);
    expect(places.texts('.place-list__item')).toHaveLength(3);
    const link = await answerLink(app(), DEMO_PARENT.email);
    expect((await visitor().get(link)).heading).toBe('Du kan få en plats');
    const mailbox = await visitor().get('/demo/brevlada');
    expect(mailbox.text).toContain(DEMO_PARENT.email);
  });

  it('has somebody to talk with before they are placed, in one of two joined rounds', async () => {
    const tasks = await db().read.find(CallTask, {
      where: { kind: 'talk' },
      relations: { participant: true, round: true },
    });
    expect(tasks).toMatchObject([{ participant: { phone: '0701740605' }, handledAt: null }]);
    const { programmeId, joinKey } = tasks[0]?.round ?? {};
    expect(joinKey).toEqual(expect.any(String));
    expect(await db().read.countBy(Round, { programmeId: programmeId!, joinKey: joinKey! })).toBe(
      2,
    );
  });

  it.each([
    ['today', '2026-11-22'],
    ['in three days', '2026-11-25'],
  ])('has a meeting %s with people who were confirmed before', async (_, date) => {
    const meeting = await db().read.findOneByOrFail(Meeting, { date, state: 'planned' });
    const people = await db().read.findBy(Enrolment, {
      roundId: meeting.roundId,
      state: 'confirmed',
    });
    expect(people.length).toBeGreaterThan(5);
    for (const person of people) expect(person.confirmedAt?.getTime()).toBeLessThan(+clock.now());
  });

  it('keeps instants and local times in step', async () => {
    for (const meeting of await db().read.find(Meeting))
      expect(civilDateAt(meeting.startsAt)).toBe(meeting.date);
  });
});

describeOn('sqlite', 'A production database', (database) => {
  const { app, db } = useApp(database, { now });

  it('is never filled with the demo', async () => {
    await db().transaction((em) => markInstallation(em, 'production'));
    await expect(app().get(DemoLoader).load()).rejects.toThrow('production database');
    expect(await db().read.count(Programme)).toBe(0);
  });
});
