import { beforeAll, describe, expect, it } from '@jest/globals';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { instantOf } from '../../src/kernel/instant.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { DETAILS, ENDED, afterTalk, joinedRounds } from '../support/after-talk.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { addressOf, fillIn, mailsTo, proofFor, typeCode } from '../support/enrolling.js';
import { addPerson } from '../support/group.js';
import type { SeenPage } from '../support/seen-page.js';
import { hire, signIn } from '../support/staff.js';

const THANKS = 'Tack! Vi ringer dig inom två arbetsdagar';
const TAG = 'Anmälan, sedan ringer vi dig';
/** Words that would tell how many have asked, or that there is a queue at all. */
const QUEUE_WORDS = /väntelist|kö finns|nummer \d|Du är nummer|Platser finns|Få platser/i;

describeOnBothDatabases('Enrolling where staff talk with people first', (database) => {
  // Monday 11 January 2027, 09:00.
  const story = useApp(database);
  const { formAt, rowsOf, rowOf, tasksOf, lastMail, send, apply } = afterTalk(story);
  let [a, b] = [0, 0];

  beforeAll(async () => {
    await hire(story.app(), 'Sigrid', 'coordinator');
    [a, b] = await story.db().transaction(joinedRounds);
  });

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
    expect(place.title).toBe('Din anmälan – Familjepeppen');
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
