import { describe, expect, it } from '@jest/globals';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Cancellations } from '../../src/enrolments/cancellations.service.js';
import { SeatAnswers } from '../../src/enrolments/seat-answers.service.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { statementsOf, useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { hire, signIn } from '../support/staff.js';
import { cancel, pass, seated } from '../support/queueing.js';
import { signInByCode } from '../support/signing-in.js';
import { offering } from '../support/offering.js';

const YES = 'Ja, jag vill ha platsen';
const NO = 'Nej tack, ge den till någon annan';

describeOnBothDatabases('An offered seat', (database) => {
  // Monday 11 January 2027, 09:00.
  const story = useApp(database, { settings: { LOG_LEVEL: 'silent' } });
  const { newRound, mails, link, rowOf, offersTo, wait, opened, coordinator } = offering(story);

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
    expect((await hal.browser.get(hal.place.path)).heading).toBe(
      'Du står inte längre på väntelistan',
    );
    expect((await opened('ida')).heading).toBe('Du kan få en plats');
    expect((await offersTo('ida'))[0]?.seatNumber).toBe((await offersTo('hal'))[0]?.seatNumber);
  });

  it('lapses, moves on once, and asks "Vill du stå kvar?"; a second time ends the wait', async () => {
    await newRound('sen', '2027-04-20');
    const jan = await seated(story, 'sen', 'jan');
    const kim = await wait('sen', 'kim');
    for (const name of ['leo', 'mia']) await wait('sen', name);
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
    const own = await signInByCode(
      story.app(),
      story.visitor(),
      'kim@exempel.test',
      kim.place.path,
    );
    expect(own.heading).toBe('Du står inte längre på väntelistan');
    expect(await rowOf('leo')).toMatchObject({ state: 'waiting' });
    expect((await stay.press('Ja, jag vill stå kvar')).heading).toBe('Länken gäller inte längre');
    // Of the three seats one is new to Leo; it is offered when he has said once more that he stays.
    expect(await offersTo('leo')).toHaveLength(2);
    await (await opened('leo')).press('Ja, jag vill stå kvar');
    const offered = await offersTo('leo');
    expect(offered.map(({ state }) => state)).toEqual(['lapsed', 'lapsed', 'open']);
    expect(offered.map(({ seatNumber }) => seatNumber).sort()).toEqual([1, 2, 3]);
  });

  it('asks about the wait of then: nobody leaves a later one by its link', async () => {
    await newRound('anyo', '2027-05-04');
    const tor = await seated(story, 'anyo', 'tor');
    await wait('anyo', 'uno');
    await cancel(tor);
    await mails('uno');
    await pass(story, { days: 2, minutes: 1 });
    const stay = await opened('uno');
    expect(stay.heading).toBe('Vill du stå kvar?');
    const { id, participantId } = await rowOf('uno');
    await story
      .app()
      .get(Cancellations)
      .cancel(id, participantId ?? 0, { silent: true });
    story.clock.advance({ minutes: 5 });
    await seated(story, 'anyo', 'yngve');
    await wait('anyo', 'uno');
    const late = await stay.press('Nej, ta bort mig från listan');
    expect(late.heading).toBe('Länken gäller inte längre');
    expect(await rowOf('uno')).toMatchObject({ state: 'waiting' });
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
    expect(refused.heading).toBe('Du står inte längre på väntelistan');
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
      const { browser, place } = await wait('diskret', 'gil');
      const told = `${place.text} ${(await mails('gil')).join(' ')}`;
      expect(place.text).toContain('Tisdagar, start i juni 2027');
      const list = await browser.get('/sv/mina-kurser');
      expect(list.texts('.place-list__item p')).toEqual(['Väntelista · start i juni 2027']);
      expect(told).not.toMatch(/15 juni|17\.30–|Väven/);
      await cancel(fay);
      const page = await opened('gil');
      expect(page.text).toContain('tisdag 15 juni');
      expect(page.body).not.toContain('Väven');
      await story
        .db()
        .transaction((em) => em.update(Round, { id: roundId }, { state: 'cancelled' }));
      const off = await page.press(YES);
      expect([off.status, off.heading]).toEqual([410, 'Omgången är inställd']);
      const own = await browser.get(place.path);
      expect([own.heading, own.texts('main form')]).toEqual(['Omgången är inställd', ['Logga ut']]);
      expect(await rowOf('gil')).toMatchObject({ state: 'waiting' });
    });
  });
});
