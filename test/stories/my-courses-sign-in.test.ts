import { beforeAll, describe, expect, it } from '@jest/globals';
import { SignInProof } from '../../src/my-courses/sign-in-proof.entity.js';
import { OwnCodes } from '../../src/participants/own-codes.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { BrowserSession } from '../../src/platform/web/session/browser-session.entity.js';
import { statementsOf, useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { mailsTo, withoutLinks } from '../support/enrolling.js';
import { addGroup, type Group } from '../support/group.js';
import { askForLink, signInByCode, signInProofFor, typeSignInCode } from '../support/signing-in.js';

const NAMES = 'Amina Bo Cilla Dag Eva Farid Gun Hugo Ines Johan Karin Lina Mona Nils'.split(' ');

describeOnBothDatabases('Signing in to one’s courses', (database) => {
  const story = useApp(database);
  let group: Group;

  beforeAll(async () => {
    group = await story.db().transaction((em) =>
      addGroup(em, {
        slug: 'tisdagar',
        meetings: [{ date: '2027-01-19' }, { date: '2027-01-26' }],
        people: [
          ...NAMES.map((firstName) => ({ firstName })),
          { firstName: 'Olle', email: 'hemma@exempel.test' },
          { firstName: 'Petra', email: 'hemma@exempel.test' },
        ],
      }),
    );
  });

  const signIn = (email: string, path?: string) =>
    signInByCode(story.app(), story.visitor(), email, path);

  it('is by a code from the mail, which takes one where one was going', async () => {
    const place = `/sv/mina-kurser/${String(group.people[0])}`;
    const browser = story.visitor();
    const ask = await browser.get(place);
    expect([ask.status, ask.heading]).toEqual([200, 'Logga in på Mina kurser']);
    const code = await ask
      .form('Mejla mig en länk')
      .fill('E-postadress', ' AMINA@exempel.test ')
      .submit();
    expect(code.heading).toBe('Titta i din e-post');
    expect(code.text).toContain('amina@exempel.test');
    const proof = await signInProofFor(story.app(), 'amina@exempel.test');
    const there = await typeSignInCode(code, proof.code.toLowerCase());
    expect([there.path, there.heading]).toEqual([place, 'Du har en plats']);
    expect(there.headers['cache-control']).toBe('no-store');
    expect((await browser.get('/sv/mina-kurser')).text).toContain('Kursen tisdagar');
  });

  it('names nobody and no course in the mail, and its body is gone once it is sent', async () => {
    await askForLink(story.visitor(), 'bo@exempel.test');
    const [mail] = await mailsTo(story.app(), 'bo@exempel.test');
    expect(mail?.subject).toBe('Om din inloggning');
    expect(withoutLinks(`${mail?.text ?? ''}${mail?.html ?? ''}`)).not.toMatch(
      /Bo\b|Kursen|tisdagar/,
    );
    const kept = await story
      .db()
      .read.findOneByOrFail(OutgoingMail, { kind: 'sign-in', recipient: 'bo@exempel.test' });
    expect([kept.text, kept.html]).toEqual([null, null]);
  });

  it('is by the link in the browser that asked, under a new session id', async () => {
    const browser = story.visitor();
    await askForLink(browser, 'cilla@exempel.test');
    const { link } = await signInProofFor(story.app(), 'cilla@exempel.test');
    const page = await browser.get(link);
    expect([page.status, page.heading, page.texts('main button')]).toEqual([
      200,
      'Logga in',
      ['Logga in'],
    ]);
    expect(page.text).not.toMatch(/Cilla|cilla@/);
    const there = await page.press('Logga in');
    expect(there.heading).toBe('Mina kurser');
    const first = browser.cookies.header('/');
    await signInByCode(story.app(), browser, 'cilla@exempel.test', '/sv/mina-kurser/logga-in');
    expect(browser.cookies.header('/')).not.toBe(first);
  });

  it('changes nothing when a mail scanner opens the link, or even presses its button', async () => {
    const browser = story.visitor();
    const waiting = await askForLink(browser, 'dag@exempel.test');
    const { code, link } = await signInProofFor(story.app(), 'dag@exempel.test');
    const before = await rowsOf('dag@exempel.test');
    const scanner = story.visitor();
    for (const method of ['GET', 'HEAD'] as const) {
      const seen = await scanner.send(link, { method });
      expect([seen.status, seen.headers['set-cookie']]).toEqual([200, undefined]);
    }
    const pressed = await (await scanner.get(link)).press('Logga in');
    expect(pressed.heading).toBe('Skriv koden i stället');
    expect(pressed.text).toContain('Skriv koden i fönstret där du bad om länken');
    expect(scanner.cookies.names()).toEqual([]);
    expect(await rowsOf('dag@exempel.test')).toEqual(before);
    expect((await typeSignInCode(waiting, code)).heading).toBe('Mina kurser');
    const used = await scanner.get(link);
    expect([used.status, used.heading]).toEqual([410, 'Länken är redan använd']);
  });

  it('looks and costs the same for an address that nobody has', async () => {
    const [known, unknown] = [story.visitor(), story.visitor()];
    const statements = {
      known: await statementsOf(story.db(), () => askForLink(known, 'eva@exempel.test')),
      unknown: await statementsOf(story.db(), () => askForLink(unknown, 'eve@exempel.test')),
    };
    expect(withoutIds(statements.unknown)).toEqual(withoutIds(statements.known));
    const pages = [
      await known.get('/sv/mina-kurser/logga-in/kod'),
      await unknown.get('/sv/mina-kurser/logga-in/kod'),
    ] as const;
    expect(pages[1].bodyForAll.replaceAll('eve@', 'eva@')).toBe(pages[0].bodyForAll);
    expect(unknown.cookies.names()).toEqual(known.cookies.names());
    const misses = [
      await typeSignInCode(pages[0], 'AAAA-AAAA'),
      await typeSignInCode(pages[1], 'AAAA-AAAA'),
    ] as const;
    expect(misses[1].bodyForAll.replaceAll('eve@', 'eva@')).toBe(misses[0].bodyForAll);
    await story.app().get(MailWorker).sendDue();
    const mails = await story.db().read.findBy(OutgoingMail, { state: 'cancelled' });
    expect(mails.map(({ recipient, text }) => [recipient, text])).toEqual([['', null]]);
    expect(await mailsTo(story.app(), 'eve@exempel.test')).toEqual([]);
  });

  it('lasts 30 minutes from when the mail server took the mail', async () => {
    const [farid, gun] = [story.visitor(), story.visitor()];
    const pages = [
      await askForLink(farid, 'farid@exempel.test'),
      await askForLink(gun, 'gun@exempel.test'),
    ] as const;
    story.clock.advance({ minutes: 20 });
    const his = await signInProofFor(story.app(), 'farid@exempel.test');
    const hers = await signInProofFor(story.app(), 'gun@exempel.test');
    story.clock.advance({ minutes: 29 });
    expect((await typeSignInCode(pages[0], his.code)).heading).toBe('Mina kurser');
    story.clock.advance({ minutes: 1 });
    const late = await typeSignInCode(pages[1], hers.code);
    expect([late.status, late.errors]).toEqual([
      422,
      ['Koden gäller inte längre. Be om en ny länk.'],
    ]);
    expect((await gun.get(hers.link)).heading).toBe('Länken gäller inte längre');
  });

  it('allows five tries, and a new mail voids the one before', async () => {
    const browser = story.visitor();
    const first = await askForLink(browser, 'hugo@exempel.test');
    const old = await signInProofFor(story.app(), 'hugo@exempel.test');
    for (const left of [4, 3, 2, 1])
      expect((await typeSignInCode(first, 'AAAA-AAAA')).errors).toEqual([
        `Koden stämmer inte. Försök som är kvar: ${String(left)}.`,
      ]);
    const usedUp = ['Koden har skrivits fel fem gånger. Be om en ny länk.'];
    expect((await typeSignInCode(first, 'AAAA-AAAA')).errors).toEqual(usedUp);
    expect((await typeSignInCode(first, old.code)).errors).toEqual(usedUp);
    expect((await browser.get(old.link)).status).toBe(410);
    const second = await askForLink(browser, 'hugo@exempel.test');
    const older = await signInProofFor(story.app(), 'hugo@exempel.test');
    story.clock.advance({ minutes: 1 });
    const third = await askForLink(browser, 'hugo@exempel.test');
    const { code } = await signInProofFor(story.app(), 'hugo@exempel.test');
    expect((await typeSignInCode(second, older.code)).status).toBe(422);
    expect((await typeSignInCode(third, code)).heading).toBe('Mina kurser');
  });

  it('sends three mails an hour to an address and eight a day, however they are asked for', async () => {
    const count = () => story.db().read.countBy(OutgoingMail, { recipient: 'ines@exempel.test' });
    await Promise.all(
      Array.from({ length: 12 }, () => askForLink(story.visitor(), 'ines@exempel.test')),
    );
    expect(await count()).toBe(3);
    const page = await askForLink(story.visitor(), 'ines@exempel.test');
    expect(page.heading).toBe('Titta i din e-post');
    for (let hour = 0; hour < 4; hour += 1) {
      story.clock.advance({ minutes: 61 });
      for (let times = 0; times < 3; times += 1)
        await askForLink(story.visitor(), 'ines@exempel.test');
    }
    expect(await count()).toBe(8);
  });

  it('is asked for once by a double click', async () => {
    const browser = story.visitor();
    await askForLink(browser, 'johan@exempel.test');
    const page = await askForLink(browser, 'johan@exempel.test');
    expect(await mailsTo(story.app(), 'johan@exempel.test')).toHaveLength(1);
    const { code } = await signInProofFor(story.app(), 'johan@exempel.test');
    const [one, two] = await Promise.all([typeSignInCode(page, code), typeSignInCode(page, code)]);
    expect([one.heading, two.heading]).toContain('Mina kurser');
    const { id } = await story.db().read.findOneByOrFail(Participant, { firstName: 'Johan' });
    expect(await story.db().read.countBy(BrowserSession, { ownerId: id })).toBe(1);
  });

  it('goes on to no page but ours', async () => {
    for (const next of ['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:x']) {
      const path = `/sv/mina-kurser/logga-in?next=${encodeURIComponent(next)}`;
      story.clock.advance({ hours: 9 });
      expect((await signIn('karin@exempel.test', path)).path).toBe('/sv/mina-kurser');
    }
  });

  it('says what is wrong with an address, and where to begin without one', async () => {
    const wrong = await askForLink(story.visitor(), 'lina');
    expect([wrong.status, wrong.title]).toEqual([422, expect.stringMatching(/^Fel: /)]);
    expect(wrong.errors).toEqual(['Skriv en e-postadress, till exempel namn@exempel.se']);
    for (const path of ['kod', 'vem'])
      expect((await story.visitor().get(`/sv/mina-kurser/logga-in/${path}`)).path).toBe(
        '/sv/mina-kurser/logga-in',
      );
    for (const link of ['x', 'A'.repeat(43), '%F0%9F%98%80'])
      expect((await story.visitor().get(`/sv/l/${link}`)).heading).toBe(
        'Länken gäller inte längre',
      );
  });

  describe('with one mailbox for two adults', () => {
    it('asks whose places, and shows those alone', async () => {
      const browser = story.visitor();
      const who = await signInByCode(story.app(), browser, 'hemma@exempel.test');
      expect(who.heading).toBe('Vems platser vill du se?');
      expect(who.texts('main button')).toEqual(['Olle', 'Petra']);
      expect((await browser.get('/sv/mina-kurser')).heading).toBe('Logga in på Mina kurser');
      const places = await who.press('Petra');
      expect(places.heading).toBe('Mina kurser');
      const hers = `/sv/mina-kurser/${String(group.people.at(-1))}`;
      const his = `/sv/mina-kurser/${String(group.people.at(-2))}`;
      expect((await browser.get(hers)).status).toBe(200);
      expect((await browser.get(his)).status).toBe(404);
    });

    it('takes no answer that was not offered', async () => {
      story.clock.advance({ hours: 1 });
      const browser = story.visitor();
      await signInByCode(story.app(), browser, 'hemma@exempel.test');
      const { id } = await story.db().read.findOneByOrFail(Participant, { firstName: 'Amina' });
      const forged = await browser.fromOwnPage('/sv/mina-kurser/logga-in/vem', {
        method: 'POST',
        fields: [['who', String(id)]],
      });
      expect(forged.status).toBe(400);
      expect((await browser.get('/sv/mina-kurser')).heading).toBe('Logga in på Mina kurser');
    });
  });

  it('asks for a code of one’s own on top, when one has chosen it', async () => {
    const { id } = await story.db().read.findOneByOrFail(Participant, { firstName: 'Mona' });
    await story.app().get(OwnCodes).set(id, '4711');
    const browser = story.visitor();
    const page = await signInByCode(story.app(), browser, 'mona@exempel.test');
    expect(page.heading).toBe('Skriv din egen kod');
    expect((await browser.get('/sv/mina-kurser')).heading).toBe('Logga in på Mina kurser');
    const type = (digits: string) => page.form('Logga in').fill('Din egen kod', digits).submit();
    expect((await type('12')).errors).toEqual(['Skriv 4 till 6 siffror']);
    expect((await type('1234')).errors).toEqual(['Den egna koden stämmer inte.']);
    expect((await type('٤٧١١')).heading).toBe('Mina kurser');
  });

  it('ends after five wrong codes of one’s own', async () => {
    const { id } = await story.db().read.findOneByOrFail(Participant, { firstName: 'Nils' });
    await story.app().get(OwnCodes).set(id, '123456');
    const page = await signInByCode(story.app(), story.visitor(), 'nils@exempel.test');
    const type = (digits: string) => page.form('Logga in').fill('Din egen kod', digits).submit();
    for (let times = 0; times < 4; times += 1) await type('0000');
    expect((await type('0000')).errors).toEqual([
      'Koden har skrivits fel fem gånger. Be om en ny länk.',
    ]);
    expect((await type('123456')).heading).toBe('Logga in på Mina kurser');
  });

  it('works in Arabic, from right to left', async () => {
    const browser = story.visitor();
    const ask = await browser.get('/ar/mina-kurser');
    expect(ask.$('html').attr('dir')).toBe('rtl');
    const code = await ask
      .form('أرسلوا لي رابطًا')
      .fill('البريد الإلكتروني', 'lina@exempel.test')
      .submit();
    const proof = await signInProofFor(story.app(), 'lina@exempel.test');
    expect(proof.link).toMatch(/^\/ar\/l\//);
    const there = await code.form('تسجيل الدخول').fill('الرمز من الرسالة', proof.code).submit();
    expect([there.path, there.heading]).toEqual(['/ar/mina-kurser', 'دوراتي']);
  });

  function rowsOf(email: string): Promise<SignInProof[]> {
    return story.db().read.findBy(SignInProof, { email });
  }
});

/** TypeORM writes numbers into the statement. */
function withoutIds(statements: readonly string[]): string[] {
  return statements.map((sql) => sql.replace(/\b\d+\b/g, '#'));
}
