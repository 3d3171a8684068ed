import { describe, expect, it } from '@jest/globals';
import { AttendanceService } from '../../src/attendance/attendance.service.js';
import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { Cancellations } from '../../src/enrolments/cancellations.service.js';
import { EnrolmentEvent } from '../../src/enrolments/enrolment-event.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { instantOf } from '../../src/kernel/instant.js';
import { randomToken } from '../../src/kernel/secret.js';
import { statementsOf, useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { mailsTo } from '../support/enrolling.js';
import { addStaff } from '../support/group.js';
import { cancel, queued, roundFrom, seated } from '../support/queueing.js';

describeOnBothDatabases('Cancelling', (database) => {
  const story = useApp(database);

  const newRound = (slug: string, capacity = 1) =>
    story.db().transaction((em) => roundFrom(em, slug, '2027-03-23', { capacity }));
  const rowOf = (name: string) =>
    story.db().read.findOneByOrFail(Enrolment, { email: `${name}@exempel.test` });
  const mails = async (name: string) =>
    (await mailsTo(story.app(), `${name}@exempel.test`)).map(({ text }) => text);

  it('asks once more, keeps the place on no, and frees the seat on yes', async () => {
    await newRound('enkel', 2);
    const anna = await seated(story, 'enkel', 'anna');
    const asked = await anna.place.follow('Avboka min plats');
    expect(asked.heading).toBe('Vill du avboka din plats?');
    expect(asked.text).toContain('Kursen enkel Någon annan får den då.');
    expect((await asked.follow('Nej, behåll min plats')).heading).toBe('Du har en plats');
    const done = await asked.press('Ja, avboka');
    expect([done.path, done.heading]).toEqual([anna.place.path, 'Du är avbokad']);
    expect(done.texts('main :is(a, button)')).toEqual(['Se andra kurser', 'Logga ut']);
    expect((await mails('anna')).at(-1)).toContain('Din plats är avbokad.');
    expect((await story.visitor().get('/sv/kurser/enkel/enkel')).text).toContain('Få platser kvar');
  });

  it('twice is once', async () => {
    await newRound('dubbel');
    const bo = await seated(story, 'dubbel', 'bo');
    const asked = await bo.place.follow('Avboka min plats');
    const pages = await Promise.all([1, 2, 3].map(() => asked.press('Ja, avboka')));
    for (const page of pages) expect(page.heading).toBe('Du är avbokad');
    // The code and one receipt; nobody is told any more that they have a seat.
    expect(await mails('bo')).toHaveLength(2);
    const { id: enrolmentId } = await rowOf('bo');
    const events = await story.db().read.findBy(EnrolmentEvent, { enrolmentId });
    expect(events.map(({ state }) => state)).toEqual(['pending', 'confirmed', 'cancelled']);
    expect((await bo.browser.get(asked.path)).heading).toBe('Det finns ingen plats att avboka');
  });

  it('can be done without leaving a mail', async () => {
    await newRound('tyst');
    const cia = await seated(story, 'tyst', 'cia');
    const before = await mails('cia');
    const asked = await cia.place.follow('Avboka min plats');
    const done = await asked.form('Ja, avboka').choose('Skicka inget mejl om det här').submit();
    expect(done.heading).toBe('Du är avbokad');
    expect(await mails('cia')).toEqual(before);
  });

  it('of a place in the queue leaves it, and those behind move up', async () => {
    await newRound('ko');
    await seated(story, 'ko', 'dan');
    const eva = await queued(story, 'ko', { firstName: 'eva' });
    const fia = await queued(story, 'ko', { firstName: 'fia' });
    expect(fia.place.text).toContain('Du är nummer 2');
    const asked = await eva.place.follow('Lämna väntelistan');
    expect(asked.heading).toBe('Vill du lämna väntelistan?');
    const done = await asked.press('Ja, lämna väntelistan');
    expect(done.heading).toBe('Du står inte längre på väntelistan');
    expect((await mails('eva')).at(-1)).toContain('Du står inte längre på väntelistan.');
    expect((await fia.browser.get(fia.place.path)).text).toContain('Du är nummer 1');
  });

  it('of an offered place passes the seat on at once', async () => {
    await newRound('erbjuden');
    const gun = await seated(story, 'erbjuden', 'gun');
    const hal = await queued(story, 'erbjuden', { firstName: 'hal' });
    await queued(story, 'erbjuden', { firstName: 'ida' });
    await cancel(gun);
    await (
      await (await hal.browser.get(hal.place.path)).follow('Lämna väntelistan')
    ).press('Ja, lämna väntelistan');
    const offers = await story.db().read.find(SeatOffer, {
      where: { roundId: (await rowOf('hal')).roundId },
      order: { id: 'ASC' },
    });
    expect(offers.map(({ state, seatNumber }) => [state, seatNumber])).toEqual([
      ['withdrawn', 1],
      ['open', 1],
    ]);
  });

  it('is not the end: whoever enrols again stands last, and keeps the history', async () => {
    await newRound('igen');
    const jan = await seated(story, 'igen', 'jan');
    await queued(story, 'igen', { firstName: 'kim' });
    await cancel(jan);
    story.clock.advance({ minutes: 1 });
    const again = await queued(story, 'igen', { firstName: 'jan' });
    expect(again.place.path).toBe(jan.place.path);
    expect(again.place.text).toContain('Du är nummer 2');
    const { id: enrolmentId } = await rowOf('jan');
    const events = await story.db().read.findBy(EnrolmentEvent, { enrolmentId });
    expect(events.map(({ state }) => state)).toEqual([
      'pending',
      'confirmed',
      'cancelled',
      'waiting',
    ]);
  });

  it('is only for the person, and only by a press of the button', async () => {
    await newRound('egen', 3);
    const leo = await seated(story, 'egen', 'leo');
    const mia = await seated(story, 'egen', 'mia');
    const path = `${leo.place.path}/avbokning`;
    for (const method of ['GET', 'POST'] as const)
      expect((await mia.browser.fromOwnPage(path, { method, fields: [] })).status).toBe(404);
    const { id, participantId } = await rowOf('leo');
    const cancellations = story.app().get(Cancellations);
    await expect(cancellations.cancel(id, participantId! + 1, { silent: true })).rejects.toThrow();
    const statements = await statementsOf(story.db(), async () => {
      for (const method of ['GET', 'HEAD'] as const) await leo.browser.send(path, { method });
    });
    expect(
      statements.filter((sql) => /^\s*(insert|delete|update (?!.browser))/i.test(sql)),
    ).toEqual([]);
    expect(await rowOf('leo')).toMatchObject({ state: 'confirmed' });
    const tampered = await leo.browser.fromOwnPage(path, {
      method: 'POST',
      fields: [['enrolment', String((await rowOf('mia')).id)]],
    });
    expect(tampered.status).toBe(400);
  });

  describe('after the start', () => {
    it('ends the participation, keeps the attendance and fills the chair until meeting 2', async () => {
      const { roundId, meetings } = await newRound('borjat');
      await seated(story, 'borjat', 'nils');
      await queued(story, 'borjat', { firstName: 'ola' });
      const { id: enrolmentId } = await rowOf('nils');
      story.clock.set(instantOf('2027-03-23', '19:00'));
      const karin = await story.db().transaction((em) => addStaff(em, 'KarinN', 'leader'));
      const row = { enrolmentId, chosen: 'here', shown: null, nonce: randomToken() } as const;
      const page = { rows: [{ ...row, tappedAt: null }], rest: null, sentAt: null };
      await story.app().get(AttendanceService).saveRegister(meetings[0]!, karin, page);
      story.clock.set(instantOf('2027-03-24', '10:00'));
      const { participantId } = await rowOf('nils');
      await story.app().get(Cancellations).cancel(enrolmentId, participantId!, { silent: false });
      expect((await mails('nils')).at(-1)).toContain('inte med på träffarna som är kvar');
      const marks = await story.db().read.findBy(AttendanceMark, { enrolmentId });
      expect(marks).toMatchObject([{ meetingId: meetings[0], state: 'here' }]);
      expect((await rowOf('nils')).confirmedAt).not.toBeNull();
      const { id: ola } = await rowOf('ola');
      const offers = await story.db().read.findBy(SeatOffer, { roundId });
      expect(offers).toMatchObject([{ enrolmentId: ola, state: 'open' }]);
      expect((await mails('ola')).at(-1)).toContain('tisdag 30 mars');
      expect((await mails('ola')).at(-1)).not.toContain('tisdag 23 mars');
    });

    it('is over when the course is', async () => {
      story.clock.set('2027-01-11T08:00:00Z');
      await newRound('slut');
      await seated(story, 'slut', 'pia');
      const { id, participantId } = await rowOf('pia');
      story.clock.set(instantOf('2027-04-07', '10:00'));
      await expect(
        story.app().get(Cancellations).cancel(id, participantId!, { silent: false }),
      ).rejects.toThrow('round-over');
      expect(await rowOf('pia')).toMatchObject({ state: 'confirmed' });
    });
  });
});
