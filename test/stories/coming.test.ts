import { beforeAll, describe, expect, it } from '@jest/globals';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { instantOf, plusHours } from '../../src/kernel/instant.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { ComingQuestion } from '../../src/reminders/coming-question.entity.js';
import { ComingQuestions } from '../../src/reminders/coming-questions.service.js';
import { COMING } from '../../src/reminders/coming.mails.js';
import { Meeting } from '../../src/rounds/meeting.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp, type RunningApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { mailsTo } from '../support/enrolling.js';
import { addGroup, addPerson, addStaff, type GroupPlan } from '../support/group.js';
import { hire, signIn } from '../support/staff.js';

const FORGED = 'a'.repeat(43);

describeOnBothDatabases('"Kommer du?"', (database) => {
  const story = useApp(database, { now: '2027-01-04T08:00:00Z' });
  const { group, jobsRunAt, asked, linkFor, question, tasks, stateOf } = helpers(story);
  const visit = (path: string) => story.visitor().get(path);

  beforeAll(() => hire(story.app(), 'Siv', 'coordinator'));

  it('is asked once, a week before the start, at nine', async () => {
    await group({ slug: 'forst', meetings: [{ date: '2027-01-19' }, { date: '2027-01-26' }] });
    await jobsRunAt('2027-01-12', '08:59');
    expect(await asked('forst')).toBe(0);
    const questions = story.app().get(ComingQuestions);
    story.clock.set(instantOf('2027-01-12', '09:00'));
    await Promise.all([questions.askDue(story.clock.now()), questions.askDue(story.clock.now())]);
    await jobsRunAt('2027-01-12', '09:00');
    await jobsRunAt('2027-01-13', '12:00');
    expect(await asked('forst')).toBe(1);
    const [mail] = await mailsTo(story.app(), 'amina.forst@exempel.test');
    expect(mail?.subject).toBe('Kommer du tisdag 19 januari?');
    const { reference } = await story.db().read.findOneByOrFail(Enrolment, {
      email: 'amina.forst@exempel.test',
    });
    for (const part of ['tisdag 19 januari', '17.30–19.30', 'Väven', 'Karin', reference])
      expect(mail?.text).toContain(part);
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(/forst|Kursen|Amina/);
  });

  it('is answered with yes, and opening the link changes nothing', async () => {
    const { people } = await group({ slug: 'ja', meetings: [{ date: '2027-01-20' }] });
    await jobsRunAt('2027-01-13', '09:00');
    const link = await linkFor('ja');
    const before = await question(people[0]!);
    for (const path of [link, `${link}/avbokning`])
      for (const method of ['GET', 'HEAD'] as const)
        expect((await story.visitor().send(path, { method })).status).toBe(200);
    const foreign = await story.visitor().send(link, {
      method: 'POST',
      fields: [],
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    expect(await question(people[0]!)).toEqual(before);
    const page = await visit(link);
    expect([page.heading, page.headers['cache-control']]).toEqual(['Kommer du?', 'no-store']);
    expect(page.body).not.toMatch(/Amina|amina|Kursen/);
    expect(page.text).toContain('Det startar onsdag 20 januari 17.30.');
    const done = await page.press('Ja, jag kommer');
    expect(done.heading).toBe('Vad bra, vi ses!');
    expect(await question(people[0]!)).toMatchObject({ answer: 'yes' });
    expect((await visit(link)).heading).toBe('Vad bra, vi ses!');
    expect((await page.press('Ja, jag kommer')).heading).toBe('Vad bra, vi ses!');
    await jobsRunAt('2027-01-17', '09:00');
    expect(await tasks(people[0]!)).toEqual([]);
    expect(await stateOf(people[0]!)).toBe('confirmed');
  });

  it('may be answered by giving the seat to somebody else, asked about once more', async () => {
    const { people } = await group({ slug: 'nej', meetings: [{ date: '2027-01-20' }] });
    await jobsRunAt('2027-01-13', '09:00');
    const page = await visit(await linkFor('nej'));
    const sure = await page.follow('Nej, ge platsen till någon annan');
    expect(sure.heading).toBe('Vill du avboka din plats? Någon annan får den då.');
    expect((await sure.follow('Nej, behåll min plats')).heading).toBe('Kommer du?');
    expect(await stateOf(people[0]!)).toBe('confirmed');
    const done = await sure.press('Ja, avboka');
    expect(done.heading).toBe('Du har ingen plats längre');
    expect(await stateOf(people[0]!)).toBe('cancelled');
    expect(await question(people[0]!)).toMatchObject({ answer: 'no' });
    for (const again of [await sure.press('Ja, avboka'), await page.press('Ja, jag kommer')])
      expect(again.heading).toBe('Du har ingen plats längre');
    expect(await stateOf(people[0]!)).toBe('cancelled');
  });

  it('may be answered with no after yes', async () => {
    const { people } = await group({ slug: 'andrar', meetings: [{ date: '2027-01-20' }] });
    await jobsRunAt('2027-01-13', '09:00');
    const yes = await (await visit(await linkFor('andrar'))).press('Ja, jag kommer');
    const sure = await yes.follow('Nej, ge platsen till någon annan');
    await sure.press('Ja, avboka');
    expect(await stateOf(people[0]!)).toBe('cancelled');
  });

  it('costs nobody the seat: who is silent for three days is called, once', async () => {
    const { people } = await group({ slug: 'tyst', meetings: [{ date: '2027-01-21' }] });
    await jobsRunAt('2027-01-14', '09:00');
    await jobsRunAt('2027-01-17', '08:59');
    expect(await tasks(people[0]!)).toEqual([]);
    story.clock.set(instantOf('2027-01-17', '09:00'));
    const questions = story.app().get(ComingQuestions);
    const now = story.clock.now();
    await Promise.all([questions.callSilent(now), questions.callSilent(now)]);
    await jobsRunAt('2027-01-18', '09:00');
    expect(await tasks(people[0]!)).toMatchObject([{ kind: 'coming', handledAt: null }]);
    expect(await stateOf(people[0]!)).toBe('confirmed');
    const work = await signIn(story.visitor(), 'Siv');
    expect(work.text).toContain('Fråga om personen kommer.');
    await story
      .db()
      .transaction((em) => em.update(CallTask, { enrolmentId: people[0]! }, { handledAt: now }));
    await jobsRunAt('2027-01-19', '09:00');
    expect(await tasks(people[0]!)).toHaveLength(1);
  });

  it('takes the task off the list when the answer comes late', async () => {
    const { people } = await group({ slug: 'sent', meetings: [{ date: '2027-01-21' }] });
    await jobsRunAt('2027-01-14', '09:00');
    const page = await visit(await linkFor('sent'));
    await jobsRunAt('2027-01-17', '09:00');
    await page.press('Ja, jag kommer');
    expect(await tasks(people[0]!)).toMatchObject([{ handledAt: story.clock.now() }]);
  });

  it('is asked on the telephone where there is no mailbox', async () => {
    const { people } = await group({
      slug: 'telefon',
      meetings: [{ date: '2027-01-21' }],
      people: [{ firstName: 'Stina', email: null }],
    });
    await jobsRunAt('2027-01-14', '09:00');
    await jobsRunAt('2027-01-18', '09:00');
    expect(await tasks(people[0]!)).toMatchObject([{ kind: 'coming' }]);
  });

  it('is not asked of whoever has just got the seat, waits, or has left', async () => {
    const { roundId, people } = await group({
      slug: 'andra',
      meetings: [{ date: '2027-01-26' }],
      people: [{ firstName: 'Borta' }, { firstName: 'Vantar' }],
    });
    await story.db().transaction(async (em) => {
      await em.update(Enrolment, people[0]!, { state: 'cancelled' });
      await em.update(Enrolment, people[1]!, { state: 'waiting', confirmedAt: null });
      const confirmedAt = instantOf('2027-01-16', '09:00');
      await addPerson(em, roundId, { firstName: 'Ny', confirmedAt });
    });
    await jobsRunAt('2027-01-19', '09:00');
    expect(
      await story.db().read.countBy(ComingQuestion, { startsAt: instantOf('2027-01-26', '17:30') }),
    ).toBe(0);
  });

  it('is not asked about a round that is called off, nor so late that nobody could answer', async () => {
    const off = await group({ slug: 'inst', meetings: [{ date: '2027-01-27' }] });
    await story.db().transaction((em) => em.update(Round, off.roundId, { state: 'cancelled' }));
    const late = await group({ slug: 'forsent', meetings: [{ date: '2027-01-27' }] });
    await jobsRunAt('2027-01-23', '09:00');
    expect([await question(off.people[0]!), await question(late.people[0]!)]).toEqual([null, null]);
  });

  it('is asked again about another start, and the old link says so', async () => {
    const { roundId, people, meetings } = await group({
      slug: 'flytt',
      meetings: [{ date: '2027-02-02' }],
    });
    await jobsRunAt('2027-01-26', '09:00');
    const link = await linkFor('flytt');
    const startsAt = instantOf('2027-02-16', '17:30');
    const endsAt = plusHours(startsAt, 2);
    await story.db().transaction(async (em) => {
      await em.update(Meeting, meetings[0]!, { date: '2027-02-16', startsAt, endsAt });
      await em.update(Round, roundId, { startsAt, endsAt });
    });
    const old = await visit(link);
    expect([old.status, old.heading]).toEqual([410, 'Frågan gäller inte längre']);
    await jobsRunAt('2027-01-29', '09:00');
    expect(await tasks(people[0]!)).toEqual([]);
    await jobsRunAt('2027-02-09', '09:00');
    expect(await asked('flytt')).toBe(2);
    expect(await linkFor('flytt')).not.toBe(link);
  });

  it('cannot be answered by a made-up link, nor after the start', async () => {
    const { people } = await group({ slug: 'over', meetings: [{ date: '2027-02-03' }] });
    await jobsRunAt('2027-01-27', '09:00');
    const link = await linkFor('over');
    story.clock.set(instantOf('2027-02-03', '17:30'));
    for (const path of [`/sv/kommer/${FORGED}`, link])
      for (const act of ['', '/avbokning'])
        for (const method of ['GET', 'POST'] as const) {
          const page = await story.visitor().fromOwnPage(`${path}${act}`, { method });
          expect(page.status).toBe(410);
          expect(page.href('Se alla kurser')).toBe('/sv/kurser');
        }
    expect(await stateOf(people[0]!)).toBe('confirmed');
    expect(await question(people[0]!)).toMatchObject({ answer: null });
  });

  it('tells neither place nor leaders of a discreet one', async () => {
    await group({ slug: 'diskret', discreet: true, meetings: [{ date: '2027-02-04' }] });
    await jobsRunAt('2027-01-28', '09:00');
    const [mail] = await mailsTo(story.app(), 'amina.diskret@exempel.test');
    expect(mail?.text).toContain('torsdag 4 februari');
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(/Väven|Storgatan|Karin|Björken|diskret/);
  });

  it('is asked and answered in Arabic', async () => {
    const { people } = await group({
      slug: 'arabiska',
      meetings: [{ date: '2027-02-04' }],
      people: [{ firstName: 'Layla', language: 'ar', email: 'amina.arabiska@exempel.test' }],
    });
    await jobsRunAt('2027-01-28', '09:00');
    const link = await linkFor('arabiska');
    expect(link).toMatch(/^\/ar\/kommer\//);
    const page = await visit(link);
    expect([page.$('html').attr('dir'), page.heading]).toEqual(['rtl', 'هل ستأتي؟']);
    const sure = await page.follow('لا، أعطوا المكان لشخص آخر');
    expect((await sure.press('نعم، ألغوه')).heading).toBe('لم يعد لديك مكان');
    expect(await stateOf(people[0]!)).toBe('cancelled');
  });

  describe('across the clock changes', () => {
    it.each([
      // The start is in summer time, the question still in winter time; and the other way round.
      ['2027-03-30', '2027-03-23T08:00:00Z'],
      ['2027-11-02', '2027-10-26T07:00:00Z'],
    ])('keeps local time: %s', async (date, due) => {
      await group({ slug: `tid-${date}`, meetings: [{ date }] });
      const run = async (at: Date) => {
        story.clock.set(at);
        await story.app().get(Jobs).runDue(at);
      };
      await run(new Date(new Date(due).getTime() - 1));
      expect(await asked(`tid-${date}`)).toBe(0);
      await run(new Date(due));
      expect(await asked(`tid-${date}`)).toBe(1);
    });
  });
});

function helpers(story: RunningApp) {
  let leader: number | undefined;
  const address = (slug: string) => `amina.${slug}@exempel.test`;
  return {
    group: (plan: Omit<GroupPlan, 'people'> & Partial<Pick<GroupPlan, 'people'>>) =>
      story.db().transaction(async (em) => {
        leader ??= await addStaff(em, 'Karin', 'leader');
        const people = [{ firstName: 'Amina', email: address(plan.slug) }];
        return addGroup(em, { people, leaders: [leader], ...plan });
      }),
    jobsRunAt: async (date: string, time: string) => {
      story.clock.set(instantOf(date, time));
      const outcomes = await story.app().get(Jobs).runDue(story.clock.now());
      expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
    },
    /** How many questions were sent about a group. */
    asked: (slug: string) =>
      story.db().read.countBy(OutgoingMail, {
        kind: COMING,
        recipient: address(slug),
        state: 'sent',
      }),
    /** The path of the link in the newest question about a group. */
    linkFor: async (slug: string) => {
      const mails = await mailsTo(story.app(), address(slug));
      const links = mails.flatMap(
        ({ text }) => /https?:\/\/\S+\/kommer\/\S+/.exec(text)?.slice(0, 1) ?? [],
      );
      return new URL(links.at(-1) ?? '').pathname;
    },
    question: (enrolmentId: number) => story.db().read.findOneBy(ComingQuestion, { enrolmentId }),
    tasks: (enrolmentId: number) =>
      story.db().read.findBy(CallTask, { enrolmentId, kind: 'coming' }),
    stateOf: async (id: number) => (await story.db().read.findOneByOrFail(Enrolment, { id })).state,
  };
}
