import { beforeAll, describe, expect, it } from '@jest/globals';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { OwnCodes } from '../../src/participants/own-codes.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { useApp } from '../support/app.js';
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
import { askForLink, signInByCode, signInProofFor, typeSignInCode } from '../support/signing-in.js';

const DETAILS = '/sv/mina-kurser/uppgifter';
const CODE = '/sv/kurser/varen/varen/anmalan/kod';

describeOnBothDatabases('A computer that she has left', (database) => {
  const story = useApp(database, { now: '2027-01-11T08:00:00Z' });
  const app = () => story.app();

  beforeAll(() =>
    story.db().transaction(async (em) => {
      await openRound(em, { slug: 'varen', capacity: 60 });
      await openRound(em, { slug: 'hosten' });
    }),
  );

  const old = (firstName: string) => `${firstName.toLowerCase()}@exempel.test`;
  const fresh = (firstName: string) => `${firstName.toLowerCase()}@nytt.test`;
  const confirmByLink = async (firstName: string) =>
    (await story.visitor().get((await proofFor(app(), old(firstName))).link)).press(
      'Bekräfta min anmälan',
    );

  /** Signs in somewhere else and gives the page of her details. */
  const detailsOf = (browser: Browser, email: string) =>
    signInByCode(app(), browser, email, DETAILS);

  async function changeAddress(browser: Browser, firstName: string): Promise<void> {
    const page = await detailsOf(browser, old(firstName));
    const code = await page
      .form('Mejla en kod till den nya adressen')
      .fill('Ny e-postadress', fresh(firstName))
      .choose('Skicka inget mejl om det här')
      .submit();
    const typed = (await proofFor(app(), fresh(firstName))).code;
    await code.form('Byt adress').fill('Kod från mejlet', typed).submit();
  }

  const posts = async (browser: Browser, path: string) =>
    browser.fromOwnPage(path, { method: 'POST', fields: [] });

  describe('in the middle of enrolling', () => {
    it('knows what was typed there, and nothing once it is proved', async () => {
      const computer = story.visitor();
      const page = await enrol(computer, 'varen', { firstName: 'Amina' });
      expect(page.text).toContain(old('Amina'));
      await confirmByLink('Amina');
      await changeAddress(story.visitor(), 'Amina');
      const before = (await mailsTo(app(), fresh('Amina'))).length;
      expect((await computer.get(CODE)).text).not.toMatch(/@/);
      expect((await posts(computer, `${CODE}/ny`)).text).not.toMatch(/@/);
      expect(await mailsTo(app(), fresh('Amina'))).toHaveLength(before);
    });

    it('shows nothing new to who has enrolled in her name', async () => {
      await enrolFully(app(), story.visitor(), 'varen', { firstName: 'Bea' });
      story.clock.advance({ minutes: 2 });
      const reader = story.visitor();
      const page = await enrol(reader, 'varen', { firstName: 'Bea' });
      const { code } = await proofFor(app(), old('Bea'));
      await typeCode(page, code);
      await changeAddress(story.visitor(), 'Bea');
      expect((await reader.get(CODE)).text).not.toMatch(/nytt/);
      expect((await posts(reader, `${CODE}/ny`)).text).not.toMatch(/nytt/);
      expect((await typeCode(page, code)).heading).not.toBe('Du har en plats');
    });

    it('keeps looking the same to a stranger when she enrols herself', async () => {
      const stranger = story.visitor({ ip: '198.51.100.7' });
      const planted = await enrol(stranger, 'varen', { firstName: 'Cilla' });
      story.clock.advance({ minutes: 2 });
      await enrolFully(app(), story.visitor(), 'varen', { firstName: 'Cilla' });
      expect((await stranger.get(CODE)).bodyForAll).toBe(planted.bodyForAll);
      const wrong = await typeCode(planted, 'AAAA-AAAA');
      expect(wrong.errors).toEqual(['Koden stämmer inte. Försök som är kvar: 4.']);
      // She is not reminded of a seat that waits for a code, by a request that was never hers.
      const before = (await mailsTo(app(), old('Cilla'))).length;
      story.clock.advance({ minutes: 40 });
      await app().get(Jobs).runDue(story.clock.now());
      expect(await mailsTo(app(), old('Cilla'))).toHaveLength(before);
    });

    it('opens nothing with a used code after she has signed out everywhere', async () => {
      const computer = story.visitor();
      const page = await enrol(computer, 'varen', { firstName: 'Disa' });
      const { code } = await proofFor(app(), old('Disa'));
      const elsewhere = story.visitor();
      await confirmByLink('Disa');
      await signInByCode(app(), elsewhere, old('Disa'));
      await posts(elsewhere, '/sv/mina-kurser/webblasare');
      expect((await typeCode(page, code)).status).toBe(422);
      expect(computer.cookies.names()).not.toContain('sid');
    });

    it('is needed for a used code: another browser with her address opens nothing', async () => {
      const page = await enrol(story.visitor(), 'varen', { firstName: 'Emma' });
      const { code } = await proofFor(app(), old('Emma'));
      await typeCode(page, code);
      const other = story.visitor();
      const form = (await other.get(CODE)).form('Bekräfta min anmälan');
      const answer = await form
        .fill('E-postadress', old('Emma'))
        .fill('Kod från mejlet', code)
        .submit();
      expect(answer.status).toBe(422);
      expect(other.cookies.names()).not.toContain('sid');
    });
  });

  it('shows a new address only in the browser that asked for it, and not after its code', async () => {
    await enrolFully(app(), story.visitor(), 'varen', { firstName: 'Frida' });
    const [hers, other] = [story.visitor(), story.visitor()];
    await detailsOf(other, old('Frida'));
    story.clock.advance({ minutes: 2 });
    const page = await detailsOf(hers, old('Frida'));
    const code = await page
      .form('Mejla en kod till den nya adressen')
      .fill('Ny e-postadress', fresh('Frida'))
      .submit();
    expect(code.text).toContain(fresh('Frida'));
    for (const path of ['/adress', '/adress/kod'])
      expect((await other.get(`${DETAILS}${path}`)).text).not.toContain('nytt');
    expect((await other.get('/sv/mina-kurser/mina-data')).text).not.toContain('nytt');
    await mailsTo(app(), fresh('Frida'));
    story.clock.advance({ minutes: 29 });
    expect((await hers.get(`${DETAILS}/adress`)).text).toContain(fresh('Frida'));
    story.clock.advance({ minutes: 1 });
    expect((await hers.get(`${DETAILS}/adress`)).text).not.toContain('nytt');
  });

  it.each([
    ['a code of her own', 'Gun'],
    ['no mail at all', 'Hedda'],
    ['signing out everywhere', 'Ines'],
  ])('loses the calendar address by %s', async (how, firstName) => {
    await enrolFully(app(), story.visitor(), 'varen', { firstName });
    const browser = story.visitor();
    const page = await detailsOf(browser, old(firstName));
    const feed = await posts(browser, '/sv/mina-kurser/kalender');
    const address = /\/sv\/kalender\/[\w-]+/.exec(feed.body)?.[0] ?? '';
    expect((await story.visitor().get(address)).status).toBe(200);
    const listed = await browser.get('/sv/mina-kurser/webblasare');
    expect(listed.text).toContain('Kalender som hämtar dina träffar');
    if (firstName === 'Gun')
      await page
        .form('Spara egen kod')
        .fill('Din egen kod', '4711')
        .fill('Skriv koden en gång till', '4711')
        .submit();
    else if (firstName === 'Hedda')
      await page.form('Spara språk och mejl').choose('Skicka inga mejl alls').submit();
    else await listed.form('Logga ut överallt').submit();
    expect((await story.visitor().get(address)).status).toBe(404);
  });

  it('closes the address from the list of browsers', async () => {
    await enrolFully(app(), story.visitor(), 'varen', { firstName: 'Jana' });
    const browser = story.visitor();
    await signInByCode(app(), browser, old('Jana'));
    const feed = await posts(browser, '/sv/mina-kurser/kalender');
    const address = /\/sv\/kalender\/[\w-]+/.exec(feed.body)?.[0] ?? '';
    story.clock.advance({ minutes: 20 });
    const list = await browser.get('/sv/mina-kurser/webblasare');
    await list.form('Stäng kalenderadressen').submit();
    expect((await story.visitor().get(address)).status).toBe(404);
  });

  describe('with what a stranger has typed in her name', () => {
    const LAST = 'Efternamn (frivilligt)';
    const PHONE = 'Mobilnummer (frivilligt)';
    const plant = async (slug: string, firstName: string) =>
      fillIn(await story.visitor({ ip: '198.51.100.7' }).get(formOf(slug)), { firstName })
        .fill(PHONE, '070-666 66 66')
        .fill(LAST, 'Fel')
        .submit();
    const personOf = (firstName: string) =>
      story.db().read.findOneByOrFail(Participant, { firstName });
    const rowOf = async (firstName: string) => {
      const { id: participantId } = await personOf(firstName);
      const where = { participantId };
      return (await story.db().read.find(Enrolment, { where, order: { id: 'DESC' } }))[0];
    };

    it('changes no number by a press on the link', async () => {
      const page = fillIn(await story.visitor().get(formOf('varen')), { firstName: 'Karin' });
      const code = await page.fill(PHONE, '070-123 45 67').fill(LAST, 'Rätt').submit();
      await typeCode(code, (await proofFor(app(), old('Karin'))).code);
      story.clock.advance({ minutes: 2 });
      await plant('hosten', 'Karin');
      await confirmByLink('Karin');
      const own = { phone: '0701234567', lastName: 'Rätt' };
      expect(await personOf('Karin')).toMatchObject(own);
      expect(await rowOf('Karin')).toMatchObject(own);
    });

    it('nor by its code in another browser', async () => {
      const page = fillIn(await story.visitor().get(formOf('varen')), { firstName: 'Lo' });
      const code = await page.fill(PHONE, '070-123 45 67').submit();
      await typeCode(code, (await proofFor(app(), old('Lo'))).code);
      story.clock.advance({ minutes: 2 });
      await plant('hosten', 'Lo');
      const form = (await story.visitor().get('/sv/kurser/hosten/hosten/anmalan/kod')).form(
        'Bekräfta min anmälan',
      );
      const typed = (await proofFor(app(), old('Lo'))).code;
      await form.fill('E-postadress', old('Lo')).fill('Kod från mejlet', typed).submit();
      expect(await rowOf('Lo')).toMatchObject({ phone: '0701234567' });
    });

    it('fills in what is not known, and the code in her own browser changes it', async () => {
      await enrolFully(app(), story.visitor(), 'varen', { firstName: 'Mia' });
      story.clock.advance({ minutes: 2 });
      await plant('hosten', 'Mia');
      await confirmByLink('Mia');
      expect(await personOf('Mia')).toMatchObject({ phone: '0706666666' });
      await story.db().transaction((em) => openRound(em, { slug: 'sommaren' }));
      story.clock.advance({ minutes: 2 });
      const page = fillIn(await story.visitor().get(formOf('sommaren')), { firstName: 'Mia' });
      const code = await page.fill(PHONE, '070-123 45 67').submit();
      await typeCode(code, (await proofFor(app(), old('Mia'))).code);
      expect(await personOf('Mia')).toMatchObject({ phone: '0701234567' });
    });

    it('does not reach staff for who has a code of her own', async () => {
      await enrolFully(app(), story.visitor(), 'varen', { firstName: 'Nora' });
      await app()
        .get(OwnCodes)
        .set((await personOf('Nora')).id, '4711');
      story.clock.advance({ minutes: 2 });
      await plant('hosten', 'Nora');
      await confirmByLink('Nora');
      expect(await rowOf('Nora')).toMatchObject({ phone: null, lastName: null });
    });
  });

  describe('shared by two people in two tabs', () => {
    it('takes each code for whose tab it was typed in', async () => {
      const browser = story.visitor();
      const first = await enrol(browser, 'varen', { firstName: 'Olga' });
      const second = await enrol(browser, 'varen', { firstName: 'Pia' });
      expect(second.text).toContain(old('Pia'));
      const mine = (await proofFor(app(), old('Olga'))).code;
      const place = await typeCode(first, mine);
      expect(place.heading).toBe('Du har en plats');
      const again = await typeCode(second, 'AAAA-AAAA');
      expect(again.errors).toEqual(['Koden stämmer inte. Försök som är kvar: 4.']);
      expect((await typeCode(again, (await proofFor(app(), old('Pia'))).code)).heading).toBe(
        'Du har en plats',
      );
    });

    it('moves the address of the tab, and sends the code to it', async () => {
      const browser = story.visitor();
      const first = await enrol(browser, 'varen', { firstName: 'Rut' });
      await enrol(browser, 'varen', { firstName: 'Siv' });
      const moved = await first
        .form('Byt adress och skicka ny kod')
        .fill('Ny e-postadress', fresh('Rut'))
        .submit();
      expect(moved.text).toContain(fresh('Rut'));
      expect((await browser.get(CODE)).text).toContain(old('Siv'));
      expect((await mailsTo(app(), fresh('Rut'))).length).toBe(1);
    });

    it('signs each in by the code of their own tab', async () => {
      for (const firstName of ['Tea', 'Ulla'])
        await enrolFully(app(), story.visitor(), 'varen', { firstName });
      story.clock.advance({ minutes: 2 });
      const browser = story.visitor();
      const first = await askForLink(browser, old('Tea'));
      await askForLink(browser, old('Ulla'));
      const { code } = await signInProofFor(app(), old('Tea'));
      expect((await typeSignInCode(first, code)).heading).toBe('Mina kurser');
    });
  });
});
