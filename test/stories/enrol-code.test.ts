import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { DatabaseUnavailable } from '../../src/platform/database/errors.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { SessionStore } from '../../src/platform/web/session/session-store.js';
import { statementsOf, useApp } from '../support/app.js';
import type { Browser } from '../support/browser.js';
import { describeOnBothDatabases } from '../support/databases.js';
import {
  enrol,
  enrolFully,
  fillIn,
  formOf,
  mailsTo,
  openRound,
  proofFor,
  typeCode,
} from '../support/enrolling.js';
import type { SeenPage } from '../support/seen-page.js';

describeOnBothDatabases('The code in the mail', (database) => {
  const story = useApp(database);

  beforeAll(async () => {
    await story.db().transaction((em) => openRound(em, { slug: 'tisdagar' }));
    for (const slug of ['liten', 'mindre'])
      await story.db().transaction((em) => openRound(em, { slug, capacity: 1 }));
  });

  const proof = (firstName: string) => proofFor(story.app(), `${firstName}@exempel.test`);
  const mails = (firstName: string) => mailsTo(story.app(), `${firstName}@exempel.test`);
  const rows = (email: string) => story.db().read.findBy(Enrolment, { email });
  const rowsOf = (firstName: string) => rows(`${firstName}@exempel.test`);
  const begin = (firstName: string, browser = story.visitor()) =>
    enrol(browser, 'tisdagar', { firstName });

  it('may be wrong five times; then a new one is needed, and the old one is dead', async () => {
    const page = await begin('amina');
    const { code, link } = await proof('amina');
    for (const left of [4, 3, 2, 1]) {
      const answer = await typeCode(page, 'AAAA-AAAA');
      expect([answer.status, answer.title]).toEqual([422, expect.stringMatching(/^Fel: /)]);
      expect(answer.errors).toEqual([`Koden stämmer inte. Försök som är kvar: ${String(left)}.`]);
    }
    const usedUp = ['Koden har skrivits fel fem gånger. Skicka en ny kod.'];
    expect((await typeCode(page, 'AAAA-AAAA')).errors).toEqual(usedUp);
    expect((await typeCode(page, code)).errors).toEqual(usedUp);
    expect((await story.visitor().get(link)).status).toBe(410);
    story.clock.advance({ minutes: 1 });
    const again = await page.press('Skicka ny kod');
    expect(again.text).toContain('Om det har gått en minut sedan förra mejlet är ett nytt på väg.');
    expect((await typeCode(again, code)).status).toBe(422);
    expect((await typeCode(again, (await proof('amina')).code)).heading).toBe('Du har en plats');
  });

  it('is read in small letters, with spaces, and in Arabic and Persian digits', async () => {
    for (const [name, zero] of Object.entries({ bahar: '٠', bijan: '۰' })) {
      const page = await begin(name);
      const { code } = await proof(name);
      const digit = (typed: string) => String.fromCharCode(zero.charCodeAt(0) + Number(typed));
      const typed = ` ${code.toLowerCase().replace('-', ' ').replace(/\d/g, digit)} `;
      expect((await typeCode(page, typed)).heading).toBe('Du har en plats');
    }
    const field = (await begin('britt')).form('Bekräfta min anmälan');
    expect(field.attribute('Kod från mejlet', 'autocomplete')).toBe('one-time-code');
    expect(field.attribute('Kod från mejlet', 'dir')).toBe('ltr');
  });

  describe('that comes late', () => {
    it('still gives a seat where one is free, when the hold has run out', async () => {
      const browser = story.visitor();
      await enrol(browser, 'liten', { firstName: 'cecilia' });
      const { code } = await proof('cecilia');
      story.clock.advance({ hours: 2, minutes: 1 });
      const place = await typeWithAddress(browser, 'liten', 'cecilia', code);
      expect(place.heading).toBe('Du har en plats');
    });

    it('gives the place in the queue of the first request where all are taken', async () => {
      const [david, erik, fatima] = [story.visitor(), story.visitor(), story.visitor()];
      await enrol(david, 'mindre', { firstName: 'david' });
      const { code } = await proof('david');
      story.clock.advance({ hours: 2, minutes: 1 });
      await enrolFully(story.app(), erik, 'mindre', { firstName: 'erik' });
      const form = await fatima.get(formOf('mindre'));
      const queued = await fillIn(
        form,
        { firstName: 'fatima' },
        'Ställ mig på väntelistan',
      ).submit();
      const hers = await typeCode(queued, (await proof('fatima')).code);
      expect(hers.text).toContain('Du är nummer 1');
      const his = await typeWithAddress(david, 'mindre', 'david', code);
      expect(his.heading).toBe('Du står på väntelistan');
      expect(his.text).toContain('Du är nummer 1');
      expect((await fatima.get(hers.path)).text).toContain('Du är nummer 2');
      expect((await mails('david')).at(-1)?.text).toContain('Du är nummer 1.');
    });

    it('lasts a day from when the mail server took the mail, and no longer', async () => {
      const [gun, hugo] = [story.visitor(), story.visitor()];
      await begin('gun', gun);
      await begin('hugo', hugo);
      story.clock.advance({ hours: 20 });
      await story.app().get(MailWorker).sendDue();
      const codes = [(await proof('gun')).code, (await proof('hugo')).code] as const;
      story.clock.advance({ hours: 23, minutes: 59 });
      expect((await typeWithAddress(gun, 'tisdagar', 'gun', codes[0])).heading).toBe(
        'Du har en plats',
      );
      story.clock.advance({ minutes: 1 });
      const late = await typeWithAddress(hugo, 'tisdagar', 'hugo', codes[1]);
      expect(late.errors).toEqual(['Koden gäller inte längre. Skicka en ny kod.']);
      expect(await rowsOf('hugo')).toMatchObject([{ state: 'pending' }]);
    });
  });

  describe('after a double click or Back', () => {
    it('is one code for one enrolment', async () => {
      const form = fillIn(await story.visitor().get(formOf('tisdagar')), { firstName: 'ines' });
      const pages = await Promise.all([form.submit(), form.submit(), form.submit()]);
      for (const page of pages) expect(page.heading).toBe('Skriv koden från mejlet');
      expect(await rowsOf('ines')).toHaveLength(1);
      expect(await mails('ines')).toHaveLength(1);
      const again = await form.submit();
      expect(await mails('ines')).toHaveLength(1);
      story.clock.advance({ minutes: 1 });
      await form.submit();
      expect(await mails('ines')).toHaveLength(2);
      const { code } = await proof('ines');
      const places = await Promise.all([typeCode(again, code), typeCode(again, code)]);
      for (const place of places) expect(place.heading).toBe('Du har en plats');
      expect(await rowsOf('ines')).toMatchObject([{ state: 'confirmed' }]);
      expect(await mails('ines')).toHaveLength(3);
    });

    it('is as good the second time when the database was gone before the session was kept', async () => {
      const browser = story.visitor();
      const page = await begin('iris', browser);
      const { code } = await proof('iris');
      const set = jest.spyOn(story.app().get(SessionStore), 'set');
      set.mockImplementation((_id, { owner }, done) => {
        done(owner && new DatabaseUnavailable('gone'));
      });
      const busy = await typeCode(page, code);
      set.mockRestore();
      expect([busy.status, busy.heading]).toEqual([503, 'Det går inte just nu']);
      expect(browser.cookies.names()).toEqual(['steg']);
      const place = await typeCode(page, code);
      expect(place.heading).toBe('Du har en plats');
      expect(browser.cookies.names()).toEqual(['sid']);
    });

    it('counts what was typed last in the same browser', async () => {
      const browser = story.visitor();
      const form = await browser.get(formOf('tisdagar'));
      await fillIn(form, { firstName: 'johan' }).submit();
      await fillIn(form, { firstName: 'johan' }).fill('Efternamn (frivilligt)', 'Berg').submit();
      expect(await rowsOf('johan')).toMatchObject([{ lastName: 'Berg' }]);
    });

    it('goes to the mended address, and the first is worth nothing', async () => {
      const browser = story.visitor();
      const form = await browser.get(formOf('tisdagar'));
      await fillIn(form, { firstName: 'karim', email: 'karin@fel.test' }).submit();
      const wrong = await proofFor(story.app(), 'karin@fel.test');
      const page = await fillIn(form, { firstName: 'karim' }).submit();
      expect(page.text).toContain('karim@exempel.test');
      expect(await rows('karin@fel.test')).toEqual([]);
      expect((await typeCode(page, wrong.code)).status).toBe(422);
      expect((await story.visitor().get(wrong.link)).status).toBe(410);
      expect((await typeCode(page, (await proof('karim')).code)).heading).toBe('Du har en plats');
    });
  });

  describe('that went to a wrong address', () => {
    it('is sent anew to the right one; the old code and link open nothing', async () => {
      const page = await enrol(story.visitor(), 'tisdagar', {
        firstName: 'leo',
        email: 'le@fel.test',
      });
      const wrong = await proofFor(story.app(), 'le@fel.test');
      const change = (typed: string) =>
        page.form('Byt adress och skicka ny kod').fill('Ny e-postadress', typed).submit();
      const refused = await change('leo(a)exempel');
      expect([refused.status, refused.errors[0]]).toEqual([
        422,
        expect.stringContaining('Skriv en e-postadress'),
      ]);
      const changed = await change(' LEO@exempel.test ');
      expect(changed.text).toContain('Vi har skickat koden till den nya adressen.');
      expect(changed.text).toContain('leo@exempel.test');
      expect((await story.visitor().get(wrong.link)).status).toBe(410);
      expect((await typeCode(changed, wrong.code)).status).toBe(422);
      const right = await proof('leo');
      expect((await typeCode(changed, right.code)).heading).toBe('Du har en plats');
      expect(await rows('le@fel.test')).toEqual([]);
    });

    it('cannot be moved once it has been used', async () => {
      const page = await begin('maja');
      await (await story.visitor().get((await proof('maja')).link)).press('Bekräfta min anmälan');
      const form = page.form('Byt adress och skicka ny kod');
      const answer = await form.fill('Ny e-postadress', 'annan@exempel.test').submit();
      expect(answer.text).toContain('Du kan inte ändra något här längre.');
      expect(answer.text).not.toContain('@');
      expect(await rowsOf('maja')).toHaveLength(1);
      expect(await mailsTo(story.app(), 'annan@exempel.test')).toEqual([]);
    });
  });

  describe('in a browser that has lost its cookie', () => {
    it('is asked for with the address, and opens the place', async () => {
      const browser = story.visitor();
      await begin('nils', browser);
      browser.cookies.clear();
      const page = await browser.get(`${formOf('tisdagar')}/kod`);
      expect(page.text).toContain('Skriv din e-postadress och koden i mejlet från oss.');
      expect(page.texts('button')).not.toContain('Skicka ny kod');
      const missing = await typeCode(page, 'ABCD-2345');
      expect(missing.errors).toEqual([expect.stringContaining('Skriv en e-postadress')]);
      const place = await typeWithAddress(browser, 'tisdagar', 'nils', (await proof('nils')).code);
      expect(place.heading).toBe('Du har en plats');
    });

    it('answers a wrong one alike for every address, and uses up no tries of its owner', async () => {
      const owner = await begin('olivia');
      const { code } = await proof('olivia');
      const stranger = story.visitor();
      const guess = (name: string) => typeWithAddress(stranger, 'tisdagar', name, 'AAAA-AAAA');
      const costs = async (name: string) =>
        (await statementsOf(story.db(), () => guess(name))).length;
      expect(await costs('olivia')).toBe(await costs('okand'));
      for (let turn = 1; turn < 6; turn += 1) {
        const [known, unknown] = [await guess('olivia'), await guess('okand')];
        expect(known.status).toBe(422);
        expect(known.body).toBe(unknown.body.replaceAll('okand', 'olivia'));
      }
      // Even the right one is wrong after five guesses from there, and still right from elsewhere.
      const right = await typeWithAddress(stranger, 'tisdagar', 'olivia', code);
      expect(right.status).toBe(422);
      expect((await typeCode(owner, code)).heading).toBe('Du har en plats');
    });
  });

  it('has a page that can be reloaded wherever its forms are sent to', async () => {
    const browser = story.visitor();
    const page = await begin('petra', browser);
    const sent = await page.press('Skicka ny kod');
    expect((await browser.get(sent.path)).path).toBe(page.path);
    expect((await sent.follow('English')).path).toBe(`${formOf('tisdagar', 'en')}/kod`);
    expect((await browser.get('/sv/kurser/tisdagar/finns-inte/anmalan/kod')).status).toBe(404);
  });
});

/** Types address and code on a code page that does not know who one is. */
async function typeWithAddress(
  browser: Browser,
  slug: string,
  firstName: string,
  code: string,
): Promise<SeenPage> {
  const page = await browser.get(`${formOf(slug)}/kod`);
  return page
    .form('Bekräfta min anmälan')
    .fill('E-postadress', `${firstName}@exempel.test`)
    .fill('Kod från mejlet', code)
    .submit();
}
