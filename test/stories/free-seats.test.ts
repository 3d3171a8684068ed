import { expect, it } from '@jest/globals';
import { ClosedDay } from '../../src/enrolments/closed-day.entity.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { instantOf } from '../../src/kernel/instant.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { formOf } from '../support/enrolling.js';
import { cancel, seated } from '../support/queueing.js';
import { offering } from '../support/offering.js';

const YES = 'Ja, jag vill ha platsen';
const NO = 'Nej tack, ge den till någon annan';

describeOnBothDatabases('Free seats', (database) => {
  // Monday 11 January 2027, 09:00.
  const story = useApp(database, { settings: { LOG_LEVEL: 'silent' } });
  const { newRound, mails, rowOf, offersTo, wait, opened, coordinator } = offering(story);

  it('is not made for newcomers while anybody waits, and every page says so', async () => {
    const { roundId } = await newRound('ordning', '2027-06-15');
    const xin = await seated(story, 'ordning', 'xin');
    await wait('ordning', 'ylva');
    await cancel(xin);
    // Ylva holds the seat by her offer.
    expect((await story.visitor().get('/sv/kurser/ordning/ordning')).text).toContain(
      'Fullt, kö finns',
    );
    await mails('ylva');
    story.clock.advance({ days: 6 });
    // Lapsed by time alone, noted by nobody yet: the seat is free, but she waits.
    expect((await story.visitor().get(formOf('ordning'))).texts('button')).toContain(
      'Ställ mig på väntelistan',
    );
    await wait('ordning', 'zoe');
    expect(await offersTo('zoe')).toMatchObject([{ state: 'open', roundId, seatNumber: 1 }]);
    expect(await offersTo('ylva')).toMatchObject([{ state: 'lapsed' }]);
  });

  it('goes first to whoever a coordinator has moved up, with the reason kept', async () => {
    await newRound('fortur', '2027-06-15');
    const abe = await seated(story, 'fortur', 'abe');
    const bea = await wait('fortur', 'bea');
    const carl = await wait('fortur', 'carl');
    const siv = await coordinator();
    const staff = story.app().get(StaffSeats);
    const { id } = await rowOf('carl');
    await expect(staff.setPriority(id, 5, ' ', siv)).rejects.toThrow('reason');
    await expect(staff.setPriority(id, 10, 'Fel', siv)).rejects.toThrow('priority');
    await staff.setPriority(id, 5, 'Remiss från socialtjänsten', siv);
    expect((await carl.browser.get(carl.place.path)).text).toContain('Du är nummer 1');
    expect((await bea.browser.get(bea.place.path)).text).toContain('Du är nummer 2');
    await cancel(abe);
    expect(await offersTo('bea')).toEqual([]);
    expect((await opened('carl')).heading).toBe('Du kan få en plats');
    await (await opened('carl')).press(YES);
    await expect(staff.setPriority(id, 1, 'För sent', siv)).rejects.toThrow('not-waiting');
  });

  it('follows more capacity, and seats that staff let go', async () => {
    const { roundId } = await newRound('fler', '2027-06-15', 2);
    const siv = await coordinator();
    const staff = story.app().get(StaffSeats);
    const held = await staff.hold(roundId, 1, 'Syskon i annan grupp', siv);
    await seated(story, 'fler', 'disa');
    for (const name of ['elis', 'frej', 'gry', 'hedda']) await wait('fler', name);
    await expect(staff.hold(roundId, 1, 'En till', siv)).rejects.toThrow('full');
    await expect(staff.changeCapacity(roundId, 1)).rejects.toThrow('seats-taken');
    await staff.changeCapacity(roundId, 3);
    expect((await opened('elis')).heading).toBe('Du kan få en plats');
    await staff.release(held);
    expect((await opened('frej')).heading).toBe('Du kan få en plats');
    expect(await offersTo('gry')).toEqual([]);
    const { id } = await rowOf('gry');
    await expect(staff.place(id, siv)).rejects.toThrow('full');
    await staff.place(id, siv, { overbook: true });
    expect((await mails('gry')).at(-1)).toContain('Du har en plats.');
    await staff.place((await rowOf('elis')).id, siv);
    expect((await opened('elis')).heading).toBe('Du har redan svarat ja');
    expect(await offersTo('hedda')).toEqual([]);
  });

  it('is to be answered in working time, sooner as the start comes closer, and ends with meeting 2', async () => {
    // Thursday 25 March 2027 is the last working day before Easter; the office closes on the 30th too.
    story.clock.set(instantOf('2027-03-23', '21:00'));
    const first = '2027-04-20';
    const { roundId } = await newRound('tid', first);
    await story
      .db()
      .transaction((em) => em.insert(ClosedDay, { date: '2027-03-30', reason: 'Planeringsdag' }));
    const ivar = await seated(story, 'tid', 'ivar');
    await wait('tid', 'jon');
    await cancel(ivar);
    const byOf = async (name: string) => (await offersTo(name)).at(-1)?.answerBy;
    // 48 hours lead to the evening of the 25th; then Easter, and the closed Tuesday.
    expect(await byOf('jon')).toEqual(instantOf('2027-03-31', '08:00'));
    await (await opened('jon')).press(NO);
    const again = async (at: Date, leaving: string, asked: string) => {
      story.clock.set(at);
      const person = await seated(story, 'tid', leaving);
      await wait('tid', asked);
      await cancel(person);
      const by = await byOf(asked);
      if (by) await (await opened(asked)).press(NO);
      return by;
    };
    expect(await again(instantOf('2027-04-15', '10:00'), 'kai', 'lo')).toEqual(
      instantOf('2027-04-16', '10:00'),
    );
    expect(await again(instantOf('2027-04-19', '10:00'), 'max', 'nor')).toEqual(
      instantOf('2027-04-19', '14:00'),
    );
    // On the day itself there is an hour left, and then the seat is for the second meeting.
    expect(await again(instantOf('2027-04-20', '14:00'), 'oda', 'per')).toEqual(
      instantOf('2027-04-20', '15:30'),
    );
    expect(await again(instantOf('2027-04-20', '15:00'), 'ria', 'siri')).toEqual(
      instantOf('2027-04-22', '15:00'),
    );
    expect(await again(instantOf('2027-04-27', '17:00'), 'tea', 'una')).toBeUndefined();
    await story
      .db()
      .transaction((em) => em.update(Round, { id: roundId }, { offersUntilMeeting: 3 }));
    await story.app().get(Jobs).runDue(story.clock.now());
    expect(await byOf('una')).toEqual(instantOf('2027-04-29', '17:00'));
  });
});
