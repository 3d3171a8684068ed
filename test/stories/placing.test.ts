import { beforeAll, expect, it, jest } from '@jest/globals';
import { IsNull } from 'typeorm';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { lockPlace } from '../../src/enrolments/round-lock.writes.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { Talks } from '../../src/enrolments/talks.service.js';
import { ContactChoices } from '../../src/participants/contact-choices.service.js';
import { TransactionManager } from '../../src/platform/database/writer.js';
import { Round } from '../../src/rounds/round.entity.js';
import { DETAILS, ENDED, afterTalk, joinedRounds } from '../support/after-talk.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { openRound } from '../support/enrolling.js';
import { addPerson, addStaff } from '../support/group.js';
import { signInByCode } from '../support/signing-in.js';

describeOnBothDatabases('An application that staff have talked about', (database) => {
  const story = useApp(database);
  const { rowsOf, rowOf, tasksOf, lastMail, apply } = afterTalk(story);
  let siv: number;
  let [a, b] = [0, 0];

  beforeAll(() =>
    story.db().transaction(async (em) => {
      siv = await addStaff(em, 'Siv');
      [a, b] = await joinedRounds(em);
      // Round a is full.
      for (const firstName of ['full1', 'full2']) await addPerson(em, a, { firstName });
    }),
  );

  it('ends with a seat that staff give, with the usual mail', async () => {
    const browser = story.visitor();
    const place = await apply(browser, 'Klara');
    const { id } = await rowOf('Klara');
    const staff = story.app().get(StaffSeats);
    await expect(staff.place(id, siv)).rejects.toThrow('full');
    await staff.changeCapacity(a, 5);
    // More capacity offers nothing by itself.
    expect(await rowOf('Klara')).toMatchObject({ state: 'waiting' });
    await staff.place(id, siv);
    const seat = await browser.get(place.path);
    expect(seat.heading).toBe('Du har en plats');
    expect(seat.text).toMatch(DETAILS);
    const mail = await lastMail('Klara');
    expect(mail).toContain('Du har en plats. Välkommen!');
    expect(mail).toContain('tisdag 23 mars 18.15–20.15');
    expect((await tasksOf('Klara'))[0]?.handledAt).not.toBeNull();
    await expect(staff.place(id, siv)).rejects.toThrow('not-waiting');
  });

  it('may end in the joined round, of which nothing is said', async () => {
    const browser = story.visitor();
    const place = await apply(browser, 'Lova');
    const { id } = await rowOf('Lova');
    const staff = story.app().get(StaffSeats);
    await staff.place(id, siv, { roundId: b });
    expect(await rowOf('Lova')).toMatchObject({ id, roundId: b, state: 'confirmed' });
    const seat = await browser.get(place.path);
    expect([seat.heading, seat.text]).toEqual([
      'Du har en plats',
      expect.stringContaining('24 mars'),
    ]);
    const mail = await lastMail('Lova');
    expect(mail).toContain('onsdag 24 mars 18.15–20.15');
    const klara = await lastMail('Klara');
    const shape = (text: string) => text.replace(/\w+dag \d+ mars|\b[2-9A-Z]{6}\b|\d+$/gm, '…');
    expect(shape(mail)).toBe(shape(klara));
    // In the round that she left there is no trace of her.
    expect(
      await story.db().read.countBy(Enrolment, { roundId: a, email: 'lova@exempel.test' }),
    ).toBe(0);
    const unhandled = { enrolmentId: id, handledAt: IsNull() };
    expect(await story.db().read.findBy(CallTask, unhandled)).toEqual([]);
    // Who has a seat in one group and applies to the other sees the seat.
    story.clock.advance({ minutes: 2 });
    const again = await apply(story.visitor(), 'Lova');
    expect([again.heading, again.path]).toEqual(['Du har en plats', place.path]);
  });

  it('cannot end in a round that is not joined with the own one', async () => {
    await story.db().transaction((em) => openRound(em, { slug: 'annan' }));
    const { id: other } = await story.db().read.findOneByOrFail(Round, { slug: 'annan' });
    await apply(story.visitor(), 'Moa');
    const { id } = await rowOf('Moa');
    const placing = story.app().get(StaffSeats).place(id, siv, { roundId: other });
    await expect(placing).rejects.toThrow('not-joined');
    expect(await rowOf('Moa')).toMatchObject({ roundId: a, state: 'waiting' });
  });

  it('finds the row that somebody had in the joined round before', async () => {
    const first = await apply(story.visitor(), 'Nora', 'b');
    await (await first.follow('Ta tillbaka min anmälan')).press('Ja, ta tillbaka');
    story.clock.advance({ minutes: 2 });
    const browser = story.visitor();
    const place = await apply(browser, 'Nora');
    const inA = (await rowsOf('Nora')).find(({ roundId }) => roundId === a);
    await story.app().get(StaffSeats).place(inA!.id, siv, { roundId: b });
    const rows = await rowsOf('Nora');
    const states = new Map(rows.map(({ roundId, state }) => [roundId, state]));
    expect(states).toEqual(
      new Map([
        [a, 'cancelled'],
        [b, 'confirmed'],
      ]),
    );
    expect((await browser.get(place.path)).heading).toBe(ENDED);
    expect((await browser.get(first.path)).heading).toBe('Du har en plats');
    expect(await tasksOf('Nora')).toHaveLength(2);
    expect((await tasksOf('Nora')).filter(({ handledAt }) => handledAt === null)).toEqual([]);
  });

  it('seats who is placed in both rounds at once in one of them', async () => {
    await story.app().get(StaffSeats).changeCapacity(a, 30);
    await story.app().get(StaffSeats).changeCapacity(b, 30);
    await apply(story.visitor(), 'Olga');
    const { id } = await rowOf('Olga');
    const staff = story.app().get(StaffSeats);
    const outcomes = await Promise.allSettled([
      staff.place(id, siv, { roundId: b }),
      staff.place(id, siv),
      staff.place(id, siv, { roundId: b }),
      staff.place(id, siv, { roundId: a }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ code: 'not-waiting' });
    expect(await rowOf('Olga')).toMatchObject({ state: 'confirmed' });
  });

  it('is locked in the round where it is by then, when it is moved meanwhile', async () => {
    await apply(story.visitor(), 'Petra');
    const { id } = await rowOf('Petra');
    jest.spyOn(TransactionManager.prototype, 'lockRow').mockImplementationOnce(async function (
      this: TransactionManager,
    ) {
      await this.update(Enrolment, { id }, { roundId: b });
    });
    const place = await story.db().transaction((em) => lockPlace(em, id));
    jest.restoreAllMocks();
    expect([place.round.id, place.enrolment.roundId]).toEqual([b, b]);
  });

  it('becomes a call where no mail is wanted', async () => {
    await apply(story.visitor(), 'Pia');
    const { id, participantId } = await rowOf('Pia');
    const before = await lastMail('Pia');
    await story
      .db()
      .transaction((em) =>
        story.app().get(ContactChoices).chooseMail(em, participantId!, 'none', 'staff'),
      );
    await story.app().get(StaffSeats).place(id, siv);
    expect(await lastMail('Pia')).toBe(before);
    const task = { enrolmentId: id, kind: 'place', handledAt: IsNull() } as const;
    expect(await story.db().read.findBy(CallTask, task)).toHaveLength(1);
  });

  it('may end without a seat, said kindly', async () => {
    const browser = story.visitor();
    const place = await apply(browser, 'Rut');
    const { id } = await rowOf('Rut');
    await story.app().get(Talks).turnDown(id, siv);
    expect((await browser.get(place.path)).heading).toBe(ENDED);
    expect(await lastMail('Rut')).toContain('Det blev ingen plats för dig den här gången.');
    expect((await tasksOf('Rut'))[0]?.handledAt).not.toBeNull();
    await expect(story.app().get(Talks).turnDown(id, siv)).rejects.toThrow('not-waiting');
  });

  it('is over with the round, also when nobody has called', async () => {
    const browser = story.visitor();
    const place = await apply(browser, 'Stina');
    story.clock.set('2027-04-01T08:00:00Z');
    const list = await signInByCode(story.app(), browser, 'stina@exempel.test');
    expect(list.text).toContain('Slut');
    expect(list.text).not.toContain('Vi ringer dig');
    const page = await browser.get(place.path);
    expect(page.heading).toBe(ENDED);
    expect(page.texts('main a')).not.toContain('Ta tillbaka min anmälan');
  });
});
