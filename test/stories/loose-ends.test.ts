import { beforeEach, describe, expect, it } from '@jest/globals';
import { IsNull } from 'typeorm';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Cancellations } from '../../src/enrolments/cancellations.service.js';
import { EnrolmentEvent } from '../../src/enrolments/enrolment-event.entity.js';
import { SeatAnswers } from '../../src/enrolments/seat-answers.service.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { TogetherWish } from '../../src/enrolments/together-wish.entity.js';
import { addDays } from '../../src/kernel/civil-date.js';
import { instantOf } from '../../src/kernel/instant.js';
import { OwnCodes } from '../../src/participants/own-codes.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { offering } from '../support/offering.js';
import { cancel, pass, seated } from '../support/queueing.js';
import { signInByCode } from '../support/signing-in.js';
import { together } from '../support/together.js';

const MONDAY = '2027-01-11T08:00:00Z';
const START = '2027-06-15';
const YES = 'Ja, jag vill ha platsen';
const NO = 'Nej tack, ge den till någon annan';
const SILENTLY = 'Skicka inget mejl om det här';

describeOnBothDatabases('What is over', (database) => {
  const story = useApp(database);
  const { newRound, address, mails, link, rowOf, offersTo, wait, opened, coordinator } =
    offering(story);
  const { giveCode, askWith, prove } = together(story);
  beforeEach(() => {
    story.clock.set(MONDAY);
  });
  const round = (id: number, more: Partial<Round>) =>
    story.db().transaction((em) => em.update(Round, { id }, more));
  const withoutMailbox = async (name: string) => {
    const id = (await rowOf(name)).participantId ?? 0;
    await story.db().transaction((em) => em.update(Participant, { id }, { email: null }));
  };
  const calls = async (name: string) => {
    const enrolmentId = (await rowOf(name)).id;
    const open = await story.db().read.findBy(CallTask, { enrolmentId, handledAt: IsNull() });
    return open.map(({ kind }) => kind);
  };

  it('with a round that is called off: its offers, and questions about its queue', async () => {
    const { roundId } = await newRound('inst', START);
    const arn = await seated(story, 'inst', 'arn');
    const bea = await wait('inst', 'bea');
    await wait('inst', 'cleo');
    await cancel(arn);
    await mails('bea');
    await pass(story, { days: 3 });
    const stay = await link('bea');
    expect((await opened('cleo')).heading).toBe('Du kan få en plats');
    await round(roundId, { state: 'cancelled' });
    const sent = [...(await mails('bea')), ...(await mails('cleo'))];
    expect((await story.visitor().get(stay)).heading).toBe('Omgången är inställd');
    await pass(story, { days: 7 });
    expect([...(await mails('bea')), ...(await mails('cleo'))]).toEqual(sent);
    expect(await offersTo('cleo')).toMatchObject([{ state: 'withdrawn' }]);
    const page = await bea.browser.get(bea.place.path);
    expect(page.text).not.toContain('Svara senast');
  });

  it('is no offer on the page of a round that is called off', async () => {
    const { roundId } = await newRound('sidan', START);
    const dag = await seated(story, 'sidan', 'dag');
    const eli = await wait('sidan', 'eli');
    await cancel(dag);
    await round(roundId, { state: 'cancelled' });
    const page = await eli.browser.get(eli.place.path);
    expect(page.text).toContain('Omgången är inställd');
    expect(page.texts('button')).not.toContain(YES);
    expect((await mails('eli')).at(-1)).toContain('Du står på väntelistan');
  });

  it('of a round that is planned anew keeps no other round from moving on', async () => {
    const { roundId } = await newRound('planeras', START);
    const fay = await seated(story, 'planeras', 'fay');
    await wait('planeras', 'gil');
    await newRound('annan', START);
    const hal = await seated(story, 'annan', 'hal');
    for (const name of ['ivo', 'jan']) await wait('annan', name);
    await cancel(fay);
    await cancel(hal);
    await round(roundId, { state: 'planned' });
    await pass(story, { days: 3 });
    expect(await offersTo('jan')).toHaveLength(1);
  });

  it('is asked again where an answer has been sent to, when somebody only opens that', async () => {
    await newRound('adress', START);
    const kai = await seated(story, 'adress', 'kai');
    await wait('adress', 'lea');
    await cancel(kai);
    const path = await link('lea');
    for (const end of ['/ja', '/nej']) {
      const page = await story.visitor().get(`${path}${end}`);
      expect([page.status, page.heading]).toEqual([200, 'Du kan få en plats']);
    }
  });

  describe('leaves no mail', () => {
    it.each([
      [YES, 'Du har en plats'],
      [NO, 'Du står inte längre på väntelistan'],
    ])('when it was answered silently: %s', async (button, heading) => {
      const [slug, one, two] =
        button === YES ? ['tyst-ja', 'mia', 'nils'] : ['tyst-nej', 'olga', 'per'];
      await newRound(slug, START);
      const first = await seated(story, slug, one);
      const second = await wait(slug, two);
      await cancel(first);
      const before = await mails(two);
      const page = await second.browser.get(second.place.path);
      expect((await page.form(button).choose(SILENTLY).submit()).heading).toBe(heading);
      expect(await mails(two)).toEqual(before);
    });
  });

  describe('takes the calls about it off the list', () => {
    it('when somebody who was not reached gets a seat, or leaves', async () => {
      const { roundId } = await newRound('onadd', START);
      const quy = await seated(story, 'onadd', 'quy');
      for (const name of ['rut', 'siv']) await wait('onadd', name);
      for (const name of ['rut', 'siv']) await withoutMailbox(name);
      await cancel(quy);
      await pass(story, { days: 3 });
      await pass(story, { days: 4 });
      for (const name of ['rut', 'siv']) expect(await calls(name)).toEqual(['unreached']);
      await story.app().get(StaffSeats).changeCapacity(roundId, 3);
      const staffId = await coordinator();
      await story
        .app()
        .get(SeatAnswers)
        .byStaff((await rowOf('rut')).id, staffId, 'yes');
      const { id, participantId } = await rowOf('siv');
      await story
        .app()
        .get(Cancellations)
        .cancel(id, participantId ?? 0, { silent: false });
      for (const name of ['rut', 'siv']) expect(await calls(name)).toEqual([]);
    });

    it('when somebody whom staff have placed gives the seat up', async () => {
      await newRound('placerad', START);
      await seated(story, 'placerad', 'tea');
      const una = await wait('placerad', 'una');
      await withoutMailbox('una');
      const { id } = await rowOf('una');
      await story
        .app()
        .get(StaffSeats)
        .place(id, await coordinator(), { overbook: true });
      expect(await calls('una')).toEqual(['place']);
      await cancel(una);
      expect(await calls('una')).toEqual([]);
    });

    it('when the start that somebody was asked about has been, is moved, or is not theirs', async () => {
      const runAt = async (date: string) => {
        story.clock.set(instantOf(date, '10:00'));
        await story.app().get(Jobs).runDue(story.clock.now());
      };
      const rounds: Record<string, number> = {};
      for (const name of ['vera', 'wim', 'xia']) {
        rounds[name] = (await newRound(`kom-${name}`, START)).roundId;
        await seated(story, `kom-${name}`, name);
        await withoutMailbox(name);
      }
      await runAt(addDays(START, -7));
      for (const name of ['vera', 'wim', 'xia']) expect(await calls(name)).toEqual(['coming']);
      await round(rounds['wim'] ?? 0, { startsAt: instantOf(addDays(START, 14), '17:30') });
      await story
        .db()
        .transaction((em) =>
          em.update(Participant, { firstName: 'xia' }, { email: address('xia') }),
        );
      const browser = story.visitor();
      const list = await signInByCode(story.app(), browser, address('xia'));
      const place = await list.follow('Kursen kom-xia');
      await cancel({ browser, place });
      expect(await calls('xia')).toEqual([]);
      await runAt(addDays(START, -6));
      expect([await calls('vera'), await calls('wim')]).toEqual([['coming'], []]);
      await runAt(addDays(START, 1));
      expect(await calls('vera')).toEqual([]);
    });
  });

  it('when staff cancel for somebody whose place is changed by telephone only', async () => {
    await newRound('ringer', START);
    const eva = await seated(story, 'ringer', 'eva');
    await wait('ringer', 'finn');
    await (await eva.browser.get(eva.place.path)).press('Ändra bara per telefon');
    const { id, participantId } = await rowOf('eva');
    const cancellations = story.app().get(Cancellations);
    const how = { silent: true };
    await expect(cancellations.cancel(id, participantId ?? 0, how)).rejects.toThrow('phone-only');
    const before = await mails('eva');
    const staffId = await coordinator();
    await cancellations.byStaff(id, staffId, how);
    expect((await eva.browser.get(eva.place.path)).heading).toBe('Du är avbokad');
    expect(await mails('eva')).toEqual(before);
    expect(await offersTo('finn')).toHaveLength(1);
    const where = { enrolmentId: id, state: 'cancelled' } as const;
    const event = await story.db().read.findOneByOrFail(EnrolmentEvent, where);
    expect(event.actor).toBe(`staff:${String(staffId)}`);
  });

  describe('for who reads the mailbox', () => {
    it.each(['bara telefon', 'egen kod'])(
      'is tying somebody with "%s" to another, by a code in the form',
      async (guard) => {
        const [slug, one, two] =
          guard === 'egen kod' ? ['egen', 'ylva', 'zoe'] : ['telefon', 'adam', 'bodil'];
        await newRound(slug, START);
        await seated(story, slug, `${one}s`);
        const first = await wait(slug, one);
        const second = await wait(slug, two);
        const code = await giveCode(first);
        if (guard === 'egen kod')
          await story
            .app()
            .get(OwnCodes)
            .set((await rowOf(two)).participantId ?? 0, '4711');
        else await (await second.browser.get(second.place.path)).press('Ändra bara per telefon');
        story.clock.advance({ minutes: 2 });
        await prove(await askWith(slug, two, code), two);
        const { id: enrolmentId } = await rowOf(two);
        expect(await story.db().read.countBy(TogetherWish, { enrolmentId })).toBe(0);
      },
    );
  });
});
