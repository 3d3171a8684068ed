import { beforeAll, describe, expect, it } from '@jest/globals';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { RemindersService } from '../../src/reminders/reminders.service.js';
import { RoundText } from '../../src/rounds/round-text.entity.js';
import { statementsOf, useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { mailsTo } from '../support/enrolling.js';
import { addGroup, addPerson, addStaff, type Group } from '../support/group.js';
import { askForLink, signInByCode, signInProofFor } from '../support/signing-in.js';

const NAMES = 'Amina Bo Cilla Dag Eva Farid Gun Hugo Ines Johan Karin Lina'.split(' ');
const DETAILS = '/sv/mina-kurser/uppgifter';
const SILENT = 'Skicka inget mejl om det här';

describeOnBothDatabases('My courses', (database) => {
  const story = useApp(database);
  let coming: Group;
  let past: Group;
  let discreet: Group;

  beforeAll(async () => {
    await story.db().transaction(async (em) => {
      coming = await addGroup(em, {
        slug: 'tisdagar',
        meetings: [{ date: '2027-01-19' }, { date: '2027-01-26' }],
        people: NAMES.map((firstName) => ({ firstName })),
      });
      await em.update(
        RoundText,
        { roundId: coming.roundId, language: 'sv' },
        { practical: 'Ta med **inneskor**.' },
      );
      past = await addGroup(em, {
        slug: 'forra',
        meetings: [{ date: '2026-10-06' }],
        people: [],
        leaders: [await addStaff(em, 'Karinforra', 'leader')],
      });
      discreet = await addGroup(em, {
        slug: 'trygg',
        discreet: true,
        meetings: [{ date: '2027-02-02' }],
        people: [],
      });
    });
  });

  const signedIn = async (firstName: string, path = '/sv/mina-kurser', browser = story.visitor()) =>
    [
      browser,
      await signInByCode(story.app(), browser, `${firstName.toLowerCase()}@exempel.test`, path),
    ] as const;
  const personOf = (firstName: string) =>
    story.db().read.findOneByOrFail(Participant, { firstName });
  const receipts = async (firstName: string) =>
    (await mailsTo(story.app(), `${firstName.toLowerCase()}@exempel.test`)).filter(
      ({ subject }) => subject === 'Om dina uppgifter',
    );

  /** Gives somebody a place in another group too. */
  async function alsoIn(group: Group, firstName: string): Promise<number> {
    const { id: participantId, email } = await personOf(firstName);
    return story.db().transaction(async (em) => {
      const id = await addPerson(em, group.roundId, { firstName, email });
      const { participantId: twin } = await em.findOneByOrFail(Enrolment, { id });
      await em.update(Enrolment, { id }, { participantId });
      await em.delete(Participant, { id: twin ?? 0 });
      return id;
    });
  }

  it('are all there, those to come first, each with what one needs to come', async () => {
    await alsoIn(past, 'Amina');
    const [, list] = await signedIn('Amina');
    expect(list.texts('main h2').slice(0, 2)).toEqual(['Kommande', 'Tidigare']);
    expect(list.texts('main nav a')[0]).toBe('Mina uppgifter');
    expect(list.texts('.place-list__item h3')).toEqual(['Kursen tisdagar', 'Kursen forra']);
    const place = await list.follow('Kursen tisdagar');
    expect(place.heading).toBe('Du har en plats');
    for (const fact of ['Väven, Björken, Storgatan 46 A', 'inneskor', 'tis 19 januari'])
      expect(place.text).toContain(fact);
    const file = await place.follow('Lägg till i kalendern');
    expect(file.headers['content-type']).toContain('text/calendar');
    expect(file.body).toContain('SUMMARY:Träff');
  });

  it('cost the same number of questions however many there are', async () => {
    for (const others of [[], [past, discreet]]) {
      for (const group of others) await alsoIn(group, 'Hugo');
      const [browser] = await signedIn('Hugo');
      const statements = await statementsOf(story.db(), () => browser.get('/sv/mina-kurser'));
      expect(statements).toHaveLength(3);
    }
  });

  it('are in a private calendar, neutral, discreet without the place, until it is closed', async () => {
    await alsoIn(discreet, 'Bo');
    const [, page] = await signedIn('Bo', '/sv/mina-kurser/kalender');
    expect(page.text).toContain('Du har ingen kalenderadress.');
    const made = await page.press('Skapa en kalenderadress');
    const path = new URL(made.texts('code')[0] ?? '').pathname;
    expect(path).toMatch(/^\/sv\/kalender\/[\w-]{43}$/);
    const feed = await story.visitor().get(path);
    expect([feed.status, feed.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(feed.headers['content-type']).toContain('text/calendar');
    expect(feed.body.match(/^SUMMARY:.*$/gm)?.map((line) => line.trim())).toEqual(
      Array(3).fill('SUMMARY:Träff'),
    );
    expect(feed.body.match(/^LOCATION:/gm)).toHaveLength(2);
    expect(feed.body).not.toMatch(/Kursen|tisdagar|trygg|Bo\b/);
    const again = await made.press('Skapa en ny adress, och stäng den gamla');
    expect((await story.visitor().get(path)).status).toBe(404);
    const renewed = new URL(again.texts('code')[0] ?? '').pathname;
    expect((await story.visitor().get(renewed)).status).toBe(200);
    const closed = await again.press('Stäng kalenderadressen');
    expect(closed.text).toContain('Du har ingen kalenderadress.');
    expect((await story.visitor().get(renewed)).status).toBe(404);
    expect((await story.visitor().get('/sv/kalender/x')).status).toBe(404);
  });

  describe('let one change', () => {
    it('the number, with a receipt on the screen alone when one wants no mail', async () => {
      const [, page] = await signedIn('Cilla', DETAILS);
      const silent = await page
        .form('Spara numret')
        .fill('Nytt mobilnummer', '070-123 45 67')
        .choose(SILENT)
        .submit();
      expect([silent.path, silent.status]).toEqual([DETAILS, 200]);
      expect(silent.body).toContain('Sparat. Inget mejl skickas om det här.');
      expect(silent.text).toContain('Slutar på 67');
      expect(silent.body).not.toContain('0701234567');
      expect(await receipts('Cilla')).toEqual([]);
      expect((await personOf('Cilla')).phone).toBe('0701234567');
      const told = await silent.form('Spara numret').choose('Ta bort mitt nummer').submit();
      expect(told.body).toContain('Sparat. Vi har mejlat dig att något har ändrats.');
      const [mail] = await receipts('Cilla');
      expect(mail?.text).toContain('Något har ändrats');
      expect(mail?.text).not.toMatch(/070|Kursen|Cilla/);
      expect((await personOf('Cilla')).phone).toBeNull();
      const wrong = await told.form('Spara numret').fill('Nytt mobilnummer', 'tolv').submit();
      expect([wrong.status, wrong.title]).toEqual([422, expect.stringMatching(/^Fel: /)]);
      expect(wrong.form('Spara numret').value('Nytt mobilnummer')).toBe('tolv');
    });

    it('the language of mails', async () => {
      const [, page] = await signedIn('Dag', DETAILS);
      await page.form('Spara språk och mejl').choose('engelska').submit();
      expect((await personOf('Dag')).language).toBe('en');
      const mails = await mailsTo(story.app(), 'dag@exempel.test');
      expect(mails.at(-1)?.subject).toBe('About your details');
    });

    it('whether there are mails at all: none is none, not even to sign in', async () => {
      const other = story.visitor();
      await signedIn('Eva', '/sv/mina-kurser', other);
      const [browser, page] = await signedIn('Eva', DETAILS);
      const none = await page.form('Spara språk och mejl').choose('Skicka inga mejl alls').submit();
      expect(none.body).toContain('Inget mejl skickas om det här.');
      expect((await other.get('/sv/mina-kurser')).heading).toBe('Logga in på Mina kurser');
      expect((await browser.get('/sv/mina-kurser')).heading).toBe('Mina kurser');
      const before = (await mailsTo(story.app(), 'eva@exempel.test')).length;
      expect((await askForLink(story.visitor(), 'eva@exempel.test')).heading).toBe(
        'Titta i din e-post',
      );
      const reminded = new Date('2027-01-18T17:05:00Z');
      await story.app().get(RemindersService).queueDue(reminded);
      expect(await mailsTo(story.app(), 'eva@exempel.test')).toHaveLength(before);
      const { id: personId } = await personOf('Eva');
      const waiting = await story.db().read.findBy(OutgoingMail, { personId, state: 'queued' });
      expect(waiting).toEqual([]);
    });

    it('nothing when the sign-in is more than ten minutes old, until one signs in again', async () => {
      const [browser, page] = await signedIn('Farid', DETAILS);
      story.clock.advance({ minutes: 10 });
      const again = await browser.get(DETAILS);
      expect(again.heading).toBe('Logga in på Mina kurser');
      expect(again.text).toContain('Logga in en gång till');
      const sent = await page.form('Spara numret').fill('Nytt mobilnummer', '0701234567').submit();
      expect(sent.heading).toBe('Logga in på Mina kurser');
      expect((await personOf('Farid')).phone).toBeNull();
      const code = await again
        .form('Mejla mig en länk')
        .fill('E-postadress', 'farid@exempel.test')
        .submit();
      const proof = await signInProofFor(story.app(), 'farid@exempel.test');
      const there = await code.form('Logga in').fill('Kod från mejlet', proof.code).submit();
      expect(there.path).toBe(DETAILS);
    });
  });

  describe('with a code of one’s own', () => {
    it('need it besides the mailed one from then on', async () => {
      const other = story.visitor();
      await signedIn('Gun', '/sv/mina-kurser', other);
      const [, page] = await signedIn('Gun', DETAILS);
      const differ = await page
        .form('Spara egen kod')
        .fill('Din egen kod', '4711')
        .fill('Skriv koden en gång till', '4712')
        .submit();
      expect(differ.errors).toEqual(['Skriv samma kod en gång till']);
      expect(differ.body).not.toContain('4711');
      await page
        .form('Spara egen kod')
        .fill('Din egen kod', '4711')
        .fill('Skriv koden en gång till', '4711')
        .choose(SILENT)
        .submit();
      expect((await other.get('/sv/mina-kurser')).heading).toBe('Logga in på Mina kurser');
      story.clock.advance({ hours: 2 });
      const [browser, own] = await signedIn('Gun', DETAILS);
      expect(own.heading).toBe('Skriv din egen kod');
      const there = await own.form('Logga in').fill('Din egen kod', '4711').submit();
      expect([there.path, there.heading]).toEqual([DETAILS, 'Mina uppgifter']);
      await there.press('Ta bort egen kod');
      expect((await browser.get(DETAILS)).body).not.toContain('Byt egen kod');
    });
  });

  it('show where one is signed in, and end it there or everywhere', async () => {
    const [library, phone, home] = [story.visitor(), story.visitor(), story.visitor()];
    for (const browser of [library, phone, home])
      await signedIn('Hugo', '/sv/mina-kurser', browser);
    const list = await home.get('/sv/mina-kurser/webblasare');
    expect(list.texts('main .place-list h2')).toEqual([
      'Okänd webbläsare (den här)',
      'Okänd webbläsare',
      'Okänd webbläsare',
    ]);
    const ends = list.$('form[action*="/webblasare/"]').toArray();
    expect(ends).toHaveLength(2);
    const [, first] = ends.map((form) => list.$(form).attr('action') ?? '');
    const after = await home.fromOwnPage(first ?? '', { method: 'POST', fields: [] });
    expect(after.body).toContain('Webbläsaren är utloggad.');
    const states = async () =>
      Promise.all(
        [library, phone, home].map(async (browser) => {
          const { heading } = await browser.get('/sv/mina-kurser');
          return heading === 'Mina kurser';
        }),
      );
    expect(await states()).toEqual([false, true, true]);
    const [stranger] = await signedIn('Ines');
    const own = (await phone.get('/sv/mina-kurser/webblasare')).$('form[action*="/webblasare/"]');
    await stranger.fromOwnPage(own.attr('action') ?? '', { method: 'POST', fields: [] });
    expect(await states()).toEqual([false, true, true]);
    await (await home.get('/sv/mina-kurser/webblasare')).press('Logga ut överallt');
    expect(await states()).toEqual([false, false, false]);
  });

  it('can be changed by telephone only, if somebody else reads one’s mail', async () => {
    const [browser, list] = await signedIn('Karin');
    const place = await list.follow('Kursen tisdagar');
    const details = await place.follow('Välj färre mejl, eller inga alls');
    expect(details.heading).toBe('Mina uppgifter');
    const done = await place.press('Ändra bara per telefon');
    expect(done.text).toContain('Den här platsen ändras bara per telefon. Ring 090-16 00 00');
    expect(done.text).not.toContain('Avboka min plats');
    const cancelling = `${done.path}/avbokning`;
    expect((await browser.get(cancelling)).path).toBe(done.path);
    const posted = await browser.fromOwnPage(cancelling, { method: 'POST', fields: [] });
    expect(posted.path).toBe(done.path);
    const { id: participantId } = await personOf('Karin');
    const [row] = await story.db().read.findBy(Enrolment, { participantId });
    expect(row?.state).toBe('confirmed');
    expect(await receipts('Karin')).toEqual([]);
    const [stranger] = await signedIn('Lina');
    const forged = `/sv/mina-kurser/${String(coming.people[0])}/bara-telefon`;
    const answer = await stranger.fromOwnPage(forged, { method: 'POST', fields: [] });
    expect(answer.status).toBe(404);
  });

  it('work in Arabic', async () => {
    story.clock.advance({ hours: 2 });
    const [, page] = await signedIn('Ines', '/sv/mina-kurser/uppgifter');
    const arabic = await page.follow('العربية');
    expect([arabic.heading, arabic.$('html').attr('dir')]).toEqual(['بياناتي', 'rtl']);
    const saved = await arabic
      .form('احفظ اللغة والرسائل')
      .choose('العربية')
      .choose('لا ترسلوا رسالة عن هذا')
      .submit();
    expect(saved.body).toContain('تم الحفظ. لا تُرسل أي رسالة عن هذا.');
    expect((await personOf('Ines')).language).toBe('ar');
  });
});
