import { beforeEach, describe, expect, it } from '@jest/globals';
import { MoreThan } from 'typeorm';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { instantOf } from '../../src/kernel/instant.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { DemoMail } from '../../src/platform/mail/demo-mail.entity.js';
import { Meeting } from '../../src/rounds/meeting.entity.js';
import { useApp, type RunningApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { addGroup, addPerson, addStaff, moveMeeting, type GroupPlan } from '../support/group.js';

describeOnBothDatabases('Reminders', (database) => {
  const story = useApp(database, { now: '2027-01-11T08:00:00Z' });
  const { makeGroup, jobsRunAt, mails } = helpers(story);

  beforeEach(() => story.db().transaction((em) => em.delete(DemoMail, { id: MoreThan(0) })));

  it('come three days before the first meeting and the same morning, once', async () => {
    await makeGroup({ slug: 'forsta', meetings: [{ date: '2027-01-19' }, { date: '2027-01-26' }] });
    await jobsRunAt('2027-01-16', '08:59');
    expect(await mails()).toEqual([]);
    await jobsRunAt('2027-01-16', '09:00');
    await jobsRunAt('2027-01-16', '09:00');
    await jobsRunAt('2027-01-16', '11:30');
    expect((await mails()).map((mail) => mail.subject)).toEqual(['Påminnelse: tisdag 17.30']);
    await jobsRunAt('2027-01-19', '09:00');
    expect(await mails()).toHaveLength(2);
  });

  it('come the evening before later meetings', async () => {
    await makeGroup({ slug: 'senare', meetings: [{ date: '2027-01-13' }, { date: '2027-01-27' }] });
    await jobsRunAt('2027-01-26', '17:59');
    expect(await mails()).toEqual([]);
    await jobsRunAt('2027-01-26', '18:00');
    await jobsRunAt('2027-01-27', '09:00');
    expect((await mails()).map((mail) => mail.subject)).toEqual(['Påminnelse: onsdag 17.30']);
  });

  it('tell day, time, place, leaders, reference, office and nothing else', async () => {
    await makeGroup({ slug: 'innehall', meetings: [{ date: '2027-02-02' }] });
    await jobsRunAt('2027-01-30', '09:00');
    const [mail] = await mails();
    const enrolment = await story
      .db()
      .read.findOneByOrFail(Enrolment, { email: mail?.recipient ?? '' });
    for (const part of [
      'tisdag 2 februari',
      '17.30–19.30',
      'Väven',
      'Karin',
      '090-16 00 00',
      enrolment.reference,
    ])
      expect(mail?.text).toContain(part);
    for (const part of ['Kursen', 'innehall', 'Amina', 'Test'])
      expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toContain(part);
  });

  it('of a discreet programme tell neither place nor leaders', async () => {
    await makeGroup({ slug: 'diskret', discreet: true, meetings: [{ date: '2027-02-03' }] });
    await jobsRunAt('2027-01-31', '09:00');
    const [mail] = await mails();
    expect(mail?.text).toContain('onsdag 3 februari');
    for (const part of ['Väven', 'Storgatan', 'Karin', 'Björken'])
      expect(`${mail?.text} ${mail?.html}`).not.toContain(part);
  });

  it('are in the language of the reader, and never sent to whoever has no address', async () => {
    await makeGroup({
      slug: 'sprak',
      meetings: [{ date: '2027-02-04' }],
      people: [
        { firstName: 'Layla', language: 'ar' },
        { firstName: 'Grace', language: 'en' },
        { firstName: 'Stina', email: null },
      ],
    });
    await jobsRunAt('2027-02-01', '09:00');
    // In Arabic each fact is set apart by invisible marks, so that its figures keep their order.
    const subjects = (await mails()).map((mail) => mail.subject.replace(/[\u2066-\u2069]/g, ''));
    expect(subjects.sort()).toEqual(['Reminder: Thursday 17:30', 'تذكير: الخميس 17:30']);
  });

  it('come again when a meeting has been moved, at the time of the new date', async () => {
    const group = await makeGroup({ slug: 'flyttad', meetings: [{ date: '2027-02-09' }] });
    await jobsRunAt('2027-02-06', '09:00');
    expect(await mails()).toHaveLength(1);
    const to = { date: '2027-02-16', from: '18:00', to: '20:00' };
    await story.db().transaction((em) => moveMeeting(em, group.meetings[0]!, to));
    await jobsRunAt('2027-02-09', '09:00');
    expect(await mails()).toHaveLength(1);
    await jobsRunAt('2027-02-13', '09:00');
    expect((await mails()).map((mail) => mail.subject)).toContain('Påminnelse: tisdag 18.00');
  });

  it('are not sent to whoever enrols after they were due', async () => {
    const group = await makeGroup({ slug: 'sen', meetings: [{ date: '2027-02-23' }], people: [] });
    const add = (firstName: string, confirmedAt: Date) =>
      story.db().transaction((em) => addPerson(em, group.roundId, { firstName, confirmedAt }));
    await add('Innan', instantOf('2027-02-20', '08:59'));
    await add('Efteråt', instantOf('2027-02-20', '09:01'));
    await jobsRunAt('2027-02-20', '09:30');
    expect((await mails()).map((mail) => mail.recipient)).toEqual(['innan@exempel.test']);
  });

  it('are not sent for cancelled meetings, cancelled places, or hours late', async () => {
    const cancelled = await makeGroup({
      slug: 'installd',
      meetings: [{ date: '2027-03-02', state: 'cancelled' }],
    });
    expect(cancelled.people).toHaveLength(1);
    const left = await makeGroup({ slug: 'avbokad', meetings: [{ date: '2027-03-02' }] });
    await story
      .db()
      .transaction((em) => em.update(Enrolment, left.people[0]!, { state: 'cancelled' }));
    await makeGroup({ slug: 'sent', meetings: [{ date: '2027-03-03' }] });
    await jobsRunAt('2027-02-27', '09:00');
    await jobsRunAt('2027-02-28', '21:00');
    expect(await mails()).toEqual([]);
  });

  it('are cancelled in the outbox when the meeting is moved before they have left', async () => {
    const group = await makeGroup({ slug: 'iskon', meetings: [{ date: '2027-03-09' }] });
    story.clock.set(instantOf('2027-03-06', '09:00'));
    const { RemindersService } = await import('../../src/reminders/reminders.service.js');
    expect(await story.app().get(RemindersService).queueDue(story.clock.now())).toBe(1);
    await story
      .db()
      .transaction((em) => em.update(Meeting, group.meetings[0]!, { state: 'cancelled' }));
    await story.app().get(Jobs).runDue(story.clock.now());
    expect(await mails()).toEqual([]);
  });

  describe('across the clock changes', () => {
    it.each([
      // The meeting is in summer time, its reminders still in winter time.
      ['2027-03-29', '2027-03-26', '2027-03-28T16:00:00Z'],
      // The other way round.
      ['2027-11-01', '2027-10-29', '2027-10-31T17:00:00Z'],
    ])('keep local time: %s', async (second, first, due) => {
      await makeGroup({ slug: `tid-${second}`, meetings: [{ date: first }, { date: second }] });
      story.clock.set(new Date(new Date(due).getTime() - 1));
      await story.app().get(Jobs).runDue(story.clock.now());
      expect(await mails()).toEqual([]);
      story.clock.set(due);
      await story.app().get(Jobs).runDue(story.clock.now());
      expect((await mails()).map((mail) => mail.subject)).toEqual(['Påminnelse: måndag 17.30']);
    });
  });
});

function helpers(story: RunningApp) {
  let leader: number | undefined;
  return {
    makeGroup: async (plan: Omit<GroupPlan, 'people'> & Partial<Pick<GroupPlan, 'people'>>) =>
      story.db().transaction(async (em) => {
        leader ??= await addStaff(em, 'Karin', 'leader');
        return addGroup(em, {
          people: [{ firstName: 'Amina', email: `amina.${plan.slug}@exempel.test` }],
          leaders: [leader],
          ...plan,
        });
      }),
    jobsRunAt: async (date: string, time: string) => {
      story.clock.set(instantOf(date, time));
      const outcomes = await story.app().get(Jobs).runDue(story.clock.now());
      expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
    },
    mails: () => story.db().read.find(DemoMail, { order: { id: 'ASC' } }),
  };
}
