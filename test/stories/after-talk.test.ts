import { beforeAll, describe, expect, it } from '@jest/globals';
import { IsNull } from 'typeorm';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { Talks } from '../../src/enrolments/talks.service.js';
import { instantOf } from '../../src/kernel/instant.js';
import { ContactChoices } from '../../src/participants/contact-choices.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import type { Browser } from '../support/browser.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { addressOf, fillIn, mailsTo, openRound, proofFor, typeCode } from '../support/enrolling.js';
import { addPerson, addStaff } from '../support/group.js';
import type { SeenPage } from '../support/seen-page.js';
import { hire, signIn } from '../support/staff.js';

const THANKS = 'Tack! Vi ringer dig inom två arbetsdagar';
const ENDED = 'Din anmälan gäller inte längre';
const TAG = 'Anmälan, sedan ringer vi dig';
/** Words that would tell how many have asked, or that there is a queue at all. */
const QUEUE_WORDS = /väntelist|kö finns|nummer \d|Du är nummer|Platser finns|Få platser/i;
/** Where and when the groups of the story meet. */
const DETAILS = /18[.:]15|23 mars|24 mars|Väven|Storgatan/;

describeOnBothDatabases('Enrolling where staff talk with people first', (database) => {
  // Monday 11 January 2027, 09:00.
  const story = useApp(database);
  let siv: number;
  let [a, b] = [0, 0];

  beforeAll(async () => {
    await hire(story.app(), 'Sigrid', 'coordinator');
    await story.db().transaction(async (em) => {
      siv = await addStaff(em, 'Siv');
      const plan = { admission: 'talk', discreet: true, capacity: 2 } as const;
      const at = { from: '18:15', to: '20:15' } as const;
      const tuesdays = [
        { date: '2027-03-23', ...at },
        { date: '2027-03-30', ...at },
      ] as const;
      const wednesdays = [
        { date: '2027-03-24', ...at },
        { date: '2027-03-31', ...at },
      ] as const;
      a = (await openRound(em, { ...plan, slug: 'a', meetings: tuesdays })).roundId;
      b = (await openRound(em, { ...plan, slug: 'b', meetings: wednesdays })).roundId;
      const { programmeId } = await em.findOneByOrFail(Round, { id: a });
      await em.update(Programme, { id: programmeId }, { keepApart: true });
      await em.update(Round, { id: b }, { programmeId });
      await em.update(Round, [a, b], { joinKey: 'ab' });
    });
  });

  const formAt = (round: 'a' | 'b', language = 'sv') => `/${language}/kurser/a/${round}/anmalan`;
  const rowsOf = (firstName: string) =>
    story.db().read.find(Enrolment, { where: { email: addressOf({ firstName }) } });
  const rowOf = async (firstName: string) => {
    const [row, ...more] = await rowsOf(firstName);
    if (!row || more.length > 0) throw new Error(`${firstName} has not one row`);
    return row;
  };
  const tasksOf = async (firstName: string) => {
    const ids = (await rowsOf(firstName)).map(({ id }) => id);
    const tasks = await story.db().read.findBy(CallTask, { kind: 'talk' });
    return tasks.filter(({ enrolmentId }) => ids.includes(enrolmentId ?? 0));
  };
  const lastMail = async (firstName: string) =>
    (await mailsTo(story.app(), addressOf({ firstName }))).at(-1)?.text ?? '';

  async function send(browser: Browser, firstName: string, round: 'a' | 'b' = 'a') {
    const form = fillIn(await browser.get(formAt(round)), { firstName });
    return form.fill('Telefonnummer', '070-123 45 67').submit();
  }
  async function apply(browser: Browser, firstName: string, round: 'a' | 'b' = 'a') {
    const codePage = await send(browser, firstName, round);
    return typeCode(codePage, (await proofFor(story.app(), addressOf({ firstName }))).code);
  }

  it('asks for a number to call, says what follows, and holds no seat', async () => {
    const page = await story.visitor().get(formAt('a'));
    expect(page.text).toContain('Vi pratar först');
    expect(page.texts('main form, .notice').join()).not.toMatch(QUEUE_WORDS);
    expect(page.texts('button')).toContain('Skicka anmälan');
    const without = await fillIn(page, { firstName: 'Alma' }).submit();
    const sentence = 'Skriv ett telefonnummer som vi kan ringa, till exempel 070-123 45 67';
    expect([without.status, without.errors]).toEqual([422, [sentence]]);
    // Everything that is wrong is said at once, and what was typed is kept.
    const both = await without.form('Skicka anmälan').fill('E-postadress', 'alma').submit();
    expect(both.errors).toEqual(['Skriv en e-postadress, till exempel namn@exempel.se', sentence]);
    const browser = story.visitor();
    const codePage = await send(browser, 'Alma');
    expect(codePage.heading).toBe('Skriv koden från mejlet');
    expect(await rowOf('Alma')).toMatchObject({ state: 'pending', holdsUntil: null });
  });

  it('leads every applicant to the same page, whatever the seats', async () => {
    const first = await apply(story.visitor(), 'Bea');
    expect(first.heading).toBe(THANKS);
    expect(first.text).not.toMatch(QUEUE_WORDS);
    expect(first.text).not.toMatch(DETAILS);
    for (const firstName of ['full1', 'full2'])
      await story.db().transaction((em) => addPerson(em, a, { firstName }));
    const second = await apply(story.visitor(), 'Cleo');
    const third = await apply(story.visitor(), 'Dina');
    const plain = ({ text }: SeenPage) => text.replace(/Referens \S+/, '').replace(/\s+/g, ' ');
    for (const page of [second, third]) expect(plain(page)).toBe(plain(first));
    expect(await rowOf('Dina')).toMatchObject({ state: 'waiting', confirmedAt: null });
    expect(await tasksOf('Dina')).toMatchObject([
      { roundId: a, handledAt: null, callBefore: instantOf('2027-01-13', '09:00') },
    ]);
  });

  it('says the same by mail, on Mina kurser and in own data', async () => {
    const browser = story.visitor();
    const place = await apply(browser, 'Ester');
    const mail = await lastMail('Ester');
    expect(mail).toContain('Tack! Vi ringer dig inom två arbetsdagar.');
    expect(mail).toContain((await rowOf('Ester')).reference);
    expect(mail).not.toMatch(QUEUE_WORDS);
    expect(mail).not.toMatch(DETAILS);
    const list = await browser.get('/sv/mina-kurser');
    expect(list.texts('main .place-list li')).toEqual([expect.stringContaining('Vi ringer dig')]);
    const data = await browser.get('/sv/mina-kurser/mina-data');
    const file = await browser.get('/sv/mina-kurser/mina-data.json');
    for (const page of [place, list, data]) expect(page.text).not.toMatch(QUEUE_WORDS);
    for (const page of [place, list]) expect(page.text).not.toMatch(DETAILS);
    expect(data.text).toContain('Vi ringer dig');
    expect(file.body).not.toMatch(/"waiting"|queueNumber|joinKey|"ab"/);
    expect((await browser.get(`${place.path}/kalender.ics`)).status).toBe(404);
  });

  it('puts one call on the list of staff, however often somebody asks', async () => {
    const browser = story.visitor();
    const form = fillIn(await browser.get(formAt('a')), { firstName: 'Frida' });
    form.fill('Telefonnummer', '070-174 06 05');
    const [codePage] = await Promise.all([form.submit(), form.submit()]);
    const { code } = await proofFor(story.app(), addressOf({ firstName: 'Frida' }));
    const place = await typeCode(codePage, code);
    expect(place.heading).toBe(THANKS);
    story.clock.advance({ minutes: 2 });
    const elsewhere = await apply(story.visitor(), 'Frida');
    expect([elsewhere.heading, elsewhere.path]).toEqual([THANKS, place.path]);
    story.clock.advance({ minutes: 2 });
    // The other group is the same thing to apply to.
    const other = await apply(story.visitor(), 'Frida', 'b');
    expect([other.heading, other.path, other.text]).toEqual([THANKS, place.path, place.text]);
    expect(await rowsOf('Frida')).toHaveLength(1);
    expect(await tasksOf('Frida')).toHaveLength(1);
    const work = (await signIn(story.visitor(), 'Sigrid')).texts('#att-ringa tbody tr');
    const lines = work.filter((line) => line.includes('Frida'));
    expect(lines).toEqual([expect.stringMatching(/Prata om anmälan.*0701234567/)]);
  });

  it('is taken back without a trace in the mailbox, and the call is off', async () => {
    const browser = story.visitor();
    const place = await apply(browser, 'Gerd');
    const ask = await place.follow('Ta tillbaka min anmälan');
    expect([ask.heading, ask.text]).toEqual([
      'Vill du ta tillbaka din anmälan?',
      expect.stringContaining('Då ringer vi inte.'),
    ]);
    const before = await lastMail('Gerd');
    const form = ask.form('Ja, ta tillbaka').choose('Skicka inget mejl om det här');
    const gone = await form.submit();
    expect(gone.heading).toBe(ENDED);
    expect(gone.text).not.toMatch(DETAILS);
    expect(await lastMail('Gerd')).toBe(before);
    expect((await tasksOf('Gerd'))[0]?.handledAt).not.toBeNull();
    // Asking again puts a new call on the list.
    story.clock.advance({ minutes: 2 });
    expect((await apply(story.visitor(), 'Gerd')).heading).toBe(THANKS);
    expect((await tasksOf('Gerd')).filter(({ handledAt }) => handledAt === null)).toHaveLength(1);
    const open = await (await story.visitor().get('/sv')).follow('Kurser');
    expect(open.status).toBe(200);
  });

  it('tells of what was taken back, unless told not to', async () => {
    const place = await apply(story.visitor(), 'Hilma');
    await (await place.follow('Ta tillbaka min anmälan')).press('Ja, ta tillbaka');
    expect(await lastMail('Hilma')).toContain('Du har tagit tillbaka din anmälan');
    expect(await lastMail('Hilma')).not.toMatch(QUEUE_WORDS);
  });

  describe('in public', () => {
    it('has the same words for the seats whoever has asked, and none in the filter', async () => {
      const pages = ['/sv/kurser', '/sv/kurser/a', '/sv/kurser/a/a', '/sv/kurser/a/b'];
      const seen = async () => {
        story.clock.advance({ minutes: 1 });
        const read = await Promise.all(pages.map((path) => story.visitor().get(path)));
        return read.map(({ text }) => text);
      };
      const before = await seen();
      for (const text of before) expect(text).toContain(TAG);
      for (const text of before) expect(text).not.toMatch(QUEUE_WORDS);
      for (const firstName of ['Ida', 'Jorun']) await apply(story.visitor(), firstName, 'b');
      await story.app().get(StaffSeats).changeCapacity(b, 30);
      expect(await seen()).toEqual(before);
      for (const capacity of [30, 2]) {
        await story.app().get(StaffSeats).changeCapacity(b, capacity, { knowingly: true });
        const free = await story.visitor().get(`/sv/kurser?lediga=1&sida=1&x=${String(capacity)}`);
        expect(free.text).not.toContain('Kursen a');
      }
    });

    it('does not tell that rounds are joined', async () => {
      const [one, other] = await Promise.all(
        (['a', 'b'] as const).map((round) => story.visitor().get(`/sv/kurser/a/${round}`)),
      );
      for (const page of [one, other]) expect(page?.body).not.toMatch(/ihop|joinKey|samma barn/);
      const forms = await Promise.all(
        (['a', 'b'] as const).map((round) => story.visitor().get(formAt(round))),
      );
      for (const form of forms) expect(form.text).toContain('vilken grupp som passar dig');
    });
  });

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

  it('is required where co-parents are kept apart, by the database itself', async () => {
    const { programmeId } = await story.db().read.findOneByOrFail(Round, { id: a });
    const opening = story
      .db()
      .transaction((em) => em.update(Programme, { id: programmeId }, { admission: 'direct' }));
    await expect(opening).rejects.toThrow(/keep_apart/);
  });

  it('works in Arabic, with a number typed in Arabic digits', async () => {
    const browser = story.visitor();
    const form = (await browser.get(formAt('a', 'ar'))).form('أرسل التسجيل');
    form.fill('الاسم الأول', 'سارة').fill('البريد الإلكتروني', 'sara@exempel.test');
    const codePage = await form.fill('رقم الهاتف', '٠٧٠١٢٣٤٥٦٧').choose('من 3 إلى 6').submit();
    const { code } = await proofFor(story.app(), 'sara@exempel.test');
    const typed = codePage.form('أكّد تسجيلي').fill('الرمز من الرسالة', code);
    const place = await typed.submit();
    expect(place.heading).toBe('شكرًا! سنتصل بك خلال يومَي عمل');
    const [row] = await story.db().read.findBy(Participant, { email: 'sara@exempel.test' });
    expect(row).toMatchObject({ phone: '0701234567', language: 'ar' });
    expect((await mailsTo(story.app(), 'sara@exempel.test')).at(-1)?.text).toContain(
      'سنتصل بك خلال يومَي عمل',
    );
  });
});
