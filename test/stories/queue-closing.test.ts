import { describe, expect, it } from '@jest/globals';
import { MoreThan, Not } from 'typeorm';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { EnrolmentEvent } from '../../src/enrolments/enrolment-event.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { QueueClosings } from '../../src/enrolments/queue-closings.service.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { instantOf } from '../../src/kernel/instant.js';
import { sha256 } from '../../src/kernel/secret.js';
import { ContactChoices } from '../../src/participants/contact-choices.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { ActCount } from '../../src/platform/web/session/act-count.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { mailsTo } from '../support/enrolling.js';
import { queued, roundFrom, seated } from '../support/queueing.js';
import { signInByCode } from '../support/signing-in.js';

const TITLE = 'Det blev ingen plats den här gången';
/** Meetings on 23 and 30 March and 6 April, 17.30; enrolment ends the day before. */
const FIRST = '2027-03-23';
const SECOND = instantOf('2027-03-30', '17:30');

describeOnBothDatabases('A queue in which no seat comes free', (database) => {
  // Monday 11 January 2027, 09:00.
  const story = useApp(database, { settings: { LOG_LEVEL: 'silent' } });
  const start = new Date('2027-01-11T08:00:00Z');

  async function fullRound(slug: string, ...waiting: readonly string[]) {
    story.clock.set(start);
    await story.db().transaction((em) => em.delete(ActCount, { id: MoreThan(0) }));
    const { roundId } = await story.db().transaction((em) => roundFrom(em, slug, FIRST));
    await seated(story, slug, `${slug}-anna`);
    const people = [];
    for (const firstName of waiting) people.push(await queued(story, slug, { firstName }));
    await change(roundId, { enrolUntil: instantOf('2027-03-22', '12:00') });
    return { roundId, people };
  }
  const change = (id: number, to: Partial<Pick<Round, 'enrolUntil' | 'state'>>) =>
    story.db().transaction((em) => em.update(Round, { id }, to));
  const address = (name: string) => `${name}@exempel.test`;
  const rowOf = (name: string) =>
    story.db().read.findOneByOrFail(Enrolment, { email: address(name) });
  const states = async (roundId: number) =>
    (
      await story.db().read.find(Enrolment, {
        where: { roundId, state: Not('confirmed') },
        order: { id: 'ASC' },
      })
    ).map(({ state }) => state);
  const closings = async (name: string, words = 'Det blev ingen|det blev ingen plats ledig') =>
    (await mailsTo(story.app(), address(name))).filter(({ text }) => new RegExp(words).test(text));

  async function runJobs(at: Date, times = 1) {
    story.clock.set(at);
    const jobs = story.app().get(Jobs);
    const runs = await Promise.all(Array.from({ length: times }, () => jobs.runDue(at)));
    expect(runs.flat().filter(({ error }) => error !== null)).toEqual([]);
  }

  it('ends when seats are offered no more, and each is told once, in their own way', async () => {
    const { roundId, people } = await fullRound('slut', 'bo', 'cia', 'dora');
    const [{ participantId: cia }, { participantId: dora }] = [
      await rowOf('cia'),
      await rowOf('dora'),
    ];
    await story.db().transaction(async (em) => {
      await em.update(Participant, { id: cia ?? 0 }, { language: 'ar' });
      await story
        .app()
        .get(ContactChoices)
        .chooseMail(em, dora ?? 0, 'none', 'person');
    });
    await runJobs(new Date(SECOND.getTime() - 1));
    expect(await states(roundId)).toEqual(['waiting', 'waiting', 'waiting']);
    await runJobs(SECOND, 2);
    await runJobs(new Date(SECOND.getTime() + 60_000), 2);
    expect(await states(roundId)).toEqual(['closed', 'closed', 'closed']);

    const [mail, ...more] = await closings('bo');
    expect(more).toEqual([]);
    expect(mail?.text).toContain('Din tur på väntelistan gäller inte längre.');
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(/Kursen slut|Väven/);
    expect(await closings('cia', 'لم يتوفر مكان')).toHaveLength(1);
    expect(await closings('dora')).toEqual([]);
    const { id: enrolmentId } = await rowOf('dora');
    const calls = { enrolmentId, kind: 'place' } as const;
    expect(await story.db().read.countBy(CallTask, calls)).toBe(1);
    const events = await story.db().read.findBy(EnrolmentEvent, { enrolmentId });
    expect(events.at(-1)).toMatchObject({ state: 'closed', actor: 'time', at: SECOND });

    const browser = story.visitor();
    const there = people[0]!.place.path;
    const page = await signInByCode(story.app(), browser, address('bo'), there);
    expect(page.heading).toBe(TITLE);
    expect(page.text).not.toContain('Lämna väntelistan');
    expect(page.href('Säg till mig när kursen ges igen')).toBe('/sv/kurser/slut/intresse');
    expect((await browser.get('/sv/mina-kurser')).text).toContain('Väntelistan är stängd');
    const list = await page.follow('Säg till mig när kursen ges igen');
    expect([list.status, list.heading]).toEqual([200, 'Säg till mig när kursen ges']);
  });

  it('is closed once by two jobs at the same time', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `kim${String(index)}`);
    const { roundId } = await fullRound('samtidigt', ...names);
    story.clock.set(SECOND);
    const closing = story.app().get(QueueClosings);
    await Promise.all([1, 2, 3].map(() => closing.closeDue(SECOND)));
    expect(await states(roundId)).toEqual(names.map(() => 'closed'));
    for (const name of names) {
      expect(await closings(name)).toHaveLength(1);
      const { id: enrolmentId } = await rowOf(name);
      const closed = { enrolmentId, state: 'closed' } as const;
      expect(await story.db().read.countBy(EnrolmentEvent, closed)).toBe(1);
    }
  });

  describe('stays as it is', () => {
    it('for who has an offer to answer, until it is over', async () => {
      const { roundId } = await fullRound('erbjuden', 'eva', 'fia');
      const { id: enrolmentId } = await rowOf('eva');
      const answerBy = new Date(SECOND.getTime() + 3_600_000);
      await story.db().transaction((em) =>
        em.insert(SeatOffer, {
          ...{ roundId, enrolmentId, seatNumber: 1, seatFree: false, tokenHash: sha256('eva') },
          ...{ state: 'open', byPhone: true, missed: false, offeredAt: start, answerBy },
          endedAt: null,
        }),
      );
      await runJobs(SECOND);
      expect(await states(roundId)).toEqual(['waiting', 'closed']);
      await runJobs(answerBy);
      expect(await states(roundId)).toEqual(['closed', 'closed']);
    });

    it('after a talk, where staff place people', async () => {
      const { roundId } = await fullRound('samtal', 'gun');
      const { programmeId } = await story.db().read.findOneByOrFail(Round, { id: roundId });
      await story
        .db()
        .transaction((em) => em.update(Programme, { id: programmeId }, { admission: 'talk' }));
      await runJobs(instantOf('2027-05-01', '12:00'));
      expect(await states(roundId)).toEqual(['waiting']);
    });
  });

  it('ends without a mail where the round was cancelled: it has not begun', async () => {
    const { roundId } = await fullRound('installd', 'hugo');
    await change(roundId, { state: 'cancelled' });
    await runJobs(instantOf(FIRST, '17:00'));
    expect(await states(roundId)).toEqual(['waiting']);
    await runJobs(SECOND);
    expect(await states(roundId)).toEqual(['closed']);
    expect(await closings('hugo')).toEqual([]);
  });
});
