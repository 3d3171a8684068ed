import { beforeAll, expect, it } from '@jest/globals';
import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { CallRequest } from '../../src/enrolments/call-request.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { addGroup } from '../support/group.js';
import { hire, signIn } from '../support/staff.js';

const FRIDAY = '2027-01-15T09:00:00Z';

describeOnBothDatabases('What there is to do', (database) => {
  const story = useApp(database, { now: FRIDAY });
  let siv: number;

  beforeAll(async () => {
    siv = await hire(story.app(), 'Siv', 'coordinator');
    await hire(story.app(), 'Eva', 'editor');
    await hire(story.app(), 'Adam', 'administrator');
  });

  it('is nothing in an empty house', async () => {
    for (const name of ['Siv', 'Eva', 'Adam']) {
      const page = await signIn(story.visitor(), name);
      expect(page.heading).toBe('Att göra');
      expect(page.text).toContain('Inget att göra just nu');
    }
  });

  it('is calling those who asked for it, for coordinators only', async () => {
    await story.db().transaction((em) =>
      em.insert(CallRequest, {
        name: 'Åsa',
        phone: '0701740605',
        whenToCall: 'efter klockan tre',
        hideCaller: true,
        language: 'ar',
        roundId: null,
        createdAt: new Date('2027-01-14T15:00:00Z'),
        handledAt: null,
      }),
    );
    const page = await signIn(story.visitor(), 'Siv');
    expect(page.text).toContain('1 person vill bli uppringd');
    expect(page.$('#samtal a[href="tel:0701740605"]')).toHaveLength(1);
    expect(page.texts('#samtal tbody tr')[0]).toContain('efter klockan tre');
    expect(page.text).toContain('Säg inte varifrån du ringer');
    for (const name of ['Eva', 'Adam'])
      expect((await signIn(story.visitor(), name)).text).not.toContain('Åsa');
  });

  it('is filling in registers of meetings that have been', async () => {
    const { meetings, people } = await story.db().transaction((em) =>
      addGroup(em, {
        slug: 'pagar',
        meetings: [{ date: '2027-01-05' }, { date: '2027-01-12' }, { date: '2027-01-19' }],
        people: [{ firstName: 'Amina' }],
      }),
    );
    const before = await signIn(story.visitor(), 'Siv');
    expect(before.text).toContain('2 närvarolistor är inte ifyllda');
    expect((await before.follow('Öppna den äldsta')).heading).toBe('Träff 1 av 3');
    await story.db().transaction((em) =>
      em.insert(AttendanceMark, {
        meetingId: meetings[0]!,
        enrolmentId: people[0]!,
        state: 'here',
        markedBy: siv,
        markedAt: new Date(FRIDAY),
        recordedAt: new Date(FRIDAY),
        nonce: 'n',
      }),
    );
    const after = await signIn(story.visitor(), 'Siv');
    expect(after.text).toContain('1 närvarolista är inte ifylld');
  });

  it('is deciding about rounds with too few, and shows the coming ones in figures', async () => {
    const { roundId } = await story.db().transaction((em) =>
      addGroup(em, {
        slug: 'februari',
        meetings: [{ date: '2027-02-02' }],
        people: [{ firstName: 'Kim' }],
      }),
    );
    const quiet = await signIn(story.visitor(), 'Siv');
    expect(quiet.texts('tbody tr').join()).toContain('tisdag 17.30');
    expect(quiet.text).toContain('1 av 20');
    expect(quiet.text).not.toContain('för få anmälda');
    await story
      .db()
      .transaction((em) =>
        em.update(Round, roundId, { minParticipants: 6, decisionDate: '2027-01-20' }),
      );
    const pressing = await signIn(story.visitor(), 'Siv');
    expect(pressing.text).toContain('omgång har för få anmälda. Bestäm senast onsdag 20 januari.');
    expect(pressing.text).toContain('För få anmälda');
  });
});
