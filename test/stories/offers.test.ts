import { describe, expect, it } from '@jest/globals';
import { MoreThan } from 'typeorm';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { ClosedDay } from '../../src/enrolments/closed-day.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { SeatAnswers } from '../../src/enrolments/seat-answers.service.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { instantOf } from '../../src/kernel/instant.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { ActCount } from '../../src/platform/web/session/act-count.entity.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { Round } from '../../src/rounds/round.entity.js';
import { statementsOf, useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { formOf, mailsTo } from '../support/enrolling.js';
import { addStaff } from '../support/group.js';
import { hire, signIn } from '../support/staff.js';
import { answerLink, cancel, pass, queued, roundFrom, seated } from '../support/queueing.js';

const YES = 'Ja, jag vill ha platsen';
const NO = 'Nej tack, ge den till någon annan';

describeOnBothDatabases('An offered seat', (database) => {
  // Monday 11 January 2027, 09:00.
  const story = useApp(database, { settings: { LOG_LEVEL: 'silent' } });

  const newRound = async (slug: string, first = '2027-03-23', capacity = 1, discreet = false) => {
    await story.db().transaction((em) => em.delete(ActCount, { id: MoreThan(0) }));
    return story.db().transaction((em) => roundFrom(em, slug, first, { capacity, discreet }));
  };
  const address = (name: string) => `${name}@exempel.test`;
  const mails = async (name: string) =>
    (await mailsTo(story.app(), address(name))).map(({ text }) => text);
  const link = (name: string) => answerLink(story.app(), address(name));
  const rowOf = (name: string) =>
    story.db().read.findOneByOrFail(Enrolment, { email: address(name) });
  const offersTo = async (name: string) =>
    story.db().read.find(SeatOffer, {
      where: { enrolmentId: (await rowOf(name)).id },
      order: { id: 'ASC' },
    });
  const wait = (slug: string, firstName: string) => queued(story, slug, { firstName });
  const opened = async (name: string) => story.visitor().get(await link(name));
  const coordinator = () => story.db().transaction((em) => addStaff(em, `Siv${Math.random()}`));

  it('goes to the first in the queue at once, who says yes', async () => {
    await newRound('ja');
    const anna = await seated(story, 'ja', 'anna');
    const bo = await wait('ja', 'bo');
    await wait('ja', 'cia');
    expect(bo.place.text).toContain('Du är nummer 1');
    expect((await cancel(anna)).heading).toBe('Du är avbokad');
    const page = await opened('bo');
    expect(page.heading).toBe('Du kan få en plats');
    expect(page.text).toContain('Svara senast onsdag 13 januari 09.00.');
    expect(page.text).not.toMatch(/Kursen ja|bo@/i);
    const mail = (await mails('bo')).at(-1);
    expect(mail).toContain('Svara senast onsdag 13 januari 09.00.');
    expect(mail).not.toMatch(/Kursen|Väven/);
    expect((await page.press(YES)).heading).toBe('Du har en plats');
    expect((await mails('bo')).at(-1)).toContain('Du har en plats. Välkommen!');
    expect((await bo.browser.get(bo.place.path)).heading).toBe('Du har en plats');
    expect(await offersTo('cia')).toEqual([]);
    expect(await rowOf('bo')).toMatchObject({ state: 'confirmed' });
  });

  it('says what it is worth when it is used twice, and after a cancelled yes', async () => {
    await newRound('igen');
    const dan = await seated(story, 'igen', 'dan');
    const eva = await wait('igen', 'eva');
    await wait('igen', 'fia');
    await cancel(dan);
    const page = await opened('eva');
    await page.press(YES);
    for (const button of [YES, NO]) {
      const again = await page.press(button);
      expect([again.status, again.heading]).toEqual([200, 'Du har redan svarat ja']);
    }
    expect(await mails('eva')).toHaveLength(4);
    expect(await rowOf('eva')).toMatchObject({ state: 'confirmed' });
    await cancel(eva);
    const after = await page.press(YES);
    expect([after.status, after.heading]).toEqual([410, 'Platsen är avbokad']);
    expect((await opened('eva')).heading).toBe('Platsen är avbokad');
    expect((await opened('fia')).heading).toBe('Du kan få en plats');
    expect((await mails('eva')).at(-1)).toContain('Din plats är avbokad. Någon annan får den nu.');
  });

  it('moves on at once after a no', async () => {
    await newRound('nej');
    const gun = await seated(story, 'nej', 'gun');
    const hal = await wait('nej', 'hal');
    await wait('nej', 'ida');
    await cancel(gun);
    const page = await opened('hal');
    const answer = await page.press(NO);
    expect(answer.heading).toBe('Tack för ditt svar');
    expect(answer.text).toContain('du står inte längre på väntelistan');
    expect((await page.press(YES)).heading).toBe('Du har redan svarat nej');
    expect((await mails('hal')).at(-1)).toContain('Du har tackat nej till platsen.');
    expect((await hal.browser.get(hal.place.path)).heading).toBe('Du är avbokad');
    expect((await opened('ida')).heading).toBe('Du kan få en plats');
    expect((await offersTo('ida'))[0]?.seatNumber).toBe((await offersTo('hal'))[0]?.seatNumber);
  });

  it('lapses, moves on once, and asks "Vill du stå kvar?"; a second time ends the wait', async () => {
    await newRound('sen', '2027-04-20');
    const jan = await seated(story, 'sen', 'jan');
    for (const name of ['kim', 'leo', 'mia']) await wait('sen', name);
    await cancel(jan);
    const page = await opened('kim');
    await pass(story, { days: 2, minutes: 1 });
    const late = await page.press(YES);
    expect([late.status, late.heading]).toEqual([410, 'Svarstiden har gått ut']);
    expect((await mails('kim')).at(-1)).toContain('Vill du stå kvar på väntelistan?');
    const stay = await opened('kim');
    expect(stay.heading).toBe('Vill du stå kvar?');
    // The seat passes everybody once and rests, rather than being offered to the same person again.
    await mails('leo');
    await pass(story, { days: 3 });
    await mails('mia');
    await pass(story, { days: 4 });
    for (const name of ['kim', 'leo', 'mia']) expect(await offersTo(name)).toHaveLength(1);
    const { roundId } = await rowOf('kim');
    expect(await story.db().read.countBy(CallTask, { kind: 'seat-left', roundId })).toBe(1);
    // Mia leaves, Leo says that he stays, Kim does not answer; both are offered other seats.
    const left = await (await opened('mia')).press('Nej, ta bort mig från listan');
    expect(left.heading).toBe('Du står inte längre på väntelistan');
    expect(await rowOf('mia')).toMatchObject({ state: 'cancelled' });
    expect((await (await opened('leo')).press('Ja, jag vill stå kvar')).heading).toBe(
      'Du står kvar',
    );
    await story.app().get(StaffSeats).changeCapacity(roundId, 3);
    expect((await offersTo('kim')).map(({ state }) => state)).toEqual(['lapsed', 'open']);
    for (const name of ['kim', 'leo']) await mails(name);
    await pass(story, { days: 4 });
    expect(await rowOf('kim')).toMatchObject({ state: 'lapsed' });
    expect((await mails('kim')).at(-1)).toContain('två gånger utan att få svar');
    expect(await rowOf('leo')).toMatchObject({ state: 'waiting' });
    expect((await stay.press('Ja, jag vill stå kvar')).heading).toBe('Länken gäller inte längre');
    // Of the three seats one is new to Leo; it is offered when he has said once more that he stays.
    expect(await offersTo('leo')).toHaveLength(2);
    await (await opened('leo')).press('Ja, jag vill stå kvar');
    const offered = await offersTo('leo');
    expect(offered.map(({ state }) => state)).toEqual(['lapsed', 'lapsed', 'open']);
    expect(offered.map(({ seatNumber }) => seatNumber).sort()).toEqual([1, 2, 3]);
  });

  it('that nobody could read costs nobody their place in the queue', async () => {
    await newRound('olast', '2027-05-18');
    const ned = await seated(story, 'olast', 'ned');
    await wait('olast', 'ola');
    await cancel(ned);
    await pass(story, { days: 5 });
    expect(await rowOf('ola')).toMatchObject({ state: 'waiting' });
    const { id: enrolmentId } = await rowOf('ola');
    expect(await story.db().read.findBy(CallTask, { enrolmentId })).toMatchObject([
      { kind: 'unreached', handledAt: null },
    ]);
    expect(await offersTo('ola')).toMatchObject([{ state: 'lapsed', missed: false }]);
  });

  it('is answered on the page of the place as well', async () => {
    await newRound('sidan', '2027-06-15', 2);
    const pia = await seated(story, 'sidan', 'pia');
    const ros = await seated(story, 'sidan', 'ros');
    const sam = await wait('sidan', 'sam');
    const tor = await wait('sidan', 'tor');
    await cancel(pia);
    await cancel(ros);
    const offered = await sam.browser.get(sam.place.path);
    expect(offered.text).toContain('En plats har blivit ledig för dig. Svara senast');
    expect((await offered.press(YES)).heading).toBe('Du har en plats');
    const refused = await (await tor.browser.get(tor.place.path)).press(NO);
    expect(refused.heading).toBe('Du är avbokad');
    expect((await offered.press(NO)).heading).toBe('Du har en plats');
  });

  it('becomes a call for whoever has no mail, and staff write the answer down', async () => {
    const { roundId } = await newRound('ring', '2027-06-15');
    const ulf = await seated(story, 'ring', 'ulf');
    await wait('ring', 'vera');
    const vera = await rowOf('vera');
    const id = vera.participantId!;
    await story.db().transaction((em) => em.update(Participant, { id }, { email: null }));
    const before = await mails('vera');
    await cancel(ulf);
    expect(await mails('vera')).toEqual(before);
    const task = { kind: 'offer', enrolmentId: vera.id, participantId: id, roundId } as const;
    const [offer] = await offersTo('vera');
    const tasks = await story.db().read.findBy(CallTask, task);
    expect(tasks).toMatchObject([{ handledAt: null, callBefore: offer?.answerBy }]);
    await hire(story.app(), 'Sigrid', 'coordinator');
    const work = (await signIn(story.visitor(), 'Sigrid')).texts('#att-ringa tbody tr');
    expect(work.at(-1)).toMatch(/Erbjud en plats och skriv ner svaret.*vera.*Kursen ring/);
    const siv = await coordinator();
    expect(await story.app().get(SeatAnswers).byStaff(vera.id, siv, 'yes')).toBe('accepted');
    expect(await rowOf('vera')).toMatchObject({ state: 'confirmed' });
    expect((await story.db().read.findBy(CallTask, task))[0]?.handledAt).not.toBeNull();
  });

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

  it('reads right to left in Arabic', async () => {
    story.clock.set('2027-01-11T08:00:00Z');
    await newRound('arabiska', '2027-06-15');
    const vid = await seated(story, 'arabiska', 'vid');
    await wait('arabiska', 'wafa');
    const { participantId } = await rowOf('wafa');
    const id = participantId!;
    await story.db().transaction((em) => em.update(Participant, { id }, { language: 'ar' }));
    await cancel(vid);
    expect(await link('wafa')).toMatch(/^\/ar\//);
    const page = await opened('wafa');
    expect([page.$('html').attr('dir'), page.heading]).toEqual(['rtl', 'يمكنك الحصول على مكان']);
    expect((await page.press('نعم، أريد المكان')).heading).toBe('لديك مكان');
    expect((await mails('wafa')).at(-1)).toContain('المرجع');
  });

  describe('as a link', () => {
    it('changes nothing when it is only opened, however it is', async () => {
      await newRound('skanner', '2027-06-15');
      const ada = await seated(story, 'skanner', 'ada');
      await wait('skanner', 'bim');
      await cancel(ada);
      const path = await link('bim');
      const scanner = story.visitor();
      const statements = await statementsOf(story.db(), async () => {
        for (const method of ['GET', 'HEAD'] as const)
          for (const end of ['', '/ja', '/nej']) await scanner.send(`${path}${end}`, { method });
      });
      expect(statements.filter((sql) => !/^\s*(select|SELECT)/.test(sql))).toEqual([]);
      expect(await offersTo('bim')).toMatchObject([{ state: 'open' }]);
      expect((await scanner.send(`${path}/ja`, { method: 'POST' })).status).toBe(403);
    });

    it('that is forged or foreign says what to do next and nothing else', async () => {
      for (const token of ['a'.repeat(43), 'kort', '%00', "' or 1=1"])
        for (const method of ['GET', 'POST'] as const) {
          const path = `/sv/erbjudande/${encodeURIComponent(token)}`;
          const page = await story
            .visitor()
            .fromOwnPage(method === 'GET' ? path : `${path}/ja`, { method });
          expect([page.status, page.heading]).toEqual([410, 'Länken gäller inte längre']);
        }
      await newRound('annans', '2027-06-15');
      const own = await seated(story, 'annans', 'dot');
      const stranger = story.visitor();
      const answer = await stranger.fromOwnPage(`${own.place.path}/erbjudande`, {
        method: 'POST',
        fields: [['answer', 'yes']],
      });
      expect(answer.heading).toBe('Logga in på Mina kurser');
    });

    it('of a discreet course tells no place, and of a called-off round that it is off', async () => {
      const { roundId } = await newRound('diskret', '2027-06-15', 1, true);
      const fay = await seated(story, 'diskret', 'fay');
      await wait('diskret', 'gil');
      await cancel(fay);
      const page = await opened('gil');
      expect(page.text).toContain('tisdag 15 juni');
      expect(page.body).not.toContain('Väven');
      await story
        .db()
        .transaction((em) => em.update(Round, { id: roundId }, { state: 'cancelled' }));
      const off = await page.press(YES);
      expect([off.status, off.heading]).toEqual([410, 'Omgången är inställd']);
      expect(await rowOf('gil')).toMatchObject({ state: 'waiting' });
    });
  });
});
