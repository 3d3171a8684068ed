import { beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { EnrolmentProof } from '../../src/enrolments/enrolment-proof.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { statementsOf, useApp } from '../support/app.js';
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
import { addStaff } from '../support/group.js';

describeOnBothDatabases('Enrolling', (database) => {
  const story = useApp(database);

  beforeAll(() =>
    story.db().transaction(async (em) => {
      const karin = await addStaff(em, 'Karin', 'leader');
      await openRound(em, {
        slug: 'tisdagar',
        leaders: [karin],
        // Across the change to summer time.
        meetings: [
          { date: '2027-03-23' },
          { date: '2027-03-30' },
          { date: '2027-04-06', state: 'cancelled' },
        ],
      });
      await openRound(em, { slug: 'diskret', leaders: [karin], discreet: true });
    }),
  );

  const proof = (address: string) => proofFor(story.app(), address);
  const rowOf = (email: string) => story.db().read.findOneByOrFail(Enrolment, { email });

  it('leads from the catalogue to a seat, with one mail and one code', async () => {
    const browser = story.visitor();
    const round = await (
      await (await browser.get('/sv')).follow('Kurser')
    ).follow('Kursen tisdagar, våren på Väven');
    const form = await round.follow('Anmäl dig');
    expect(form.heading).toBe('Anmäl dig till Kursen tisdagar');
    expect(form.text).toContain('Har du skyddade personuppgifter? Anmäl dig inte här. Ring 090-16');
    expect(form.text).toMatch(/Umeå kommun ansvarar .* tas bort 3 månader efter sista träffen/);
    expect(browser.cookies.names()).toEqual([]);
    const codePage = await fillIn(form, { firstName: 'Amina' })
      .fill('Mobilnummer (frivilligt)', '070-123 45 67')
      .choose('0–2 år')
      .choose('Jag behöver tolk')
      .fill('Vilket språk, och gärna dialekt?', 'somaliska')
      .choose('kvinna', 'Ska tolken vara kvinna eller man?')
      .choose('på telefon')
      .choose('Jag behöver barnpassning under träffarna')
      .fill('Hur många barn?', '2')
      .fill('Hur gamla är de?', '3 och 5 år')
      .submit();
    expect(codePage.path).toBe('/sv/kurser/tisdagar/tisdagar/anmalan/kod');
    expect(codePage.text).toContain('Vi har skickat ett mejl till amina@exempel.test');
    expect(browser.cookies.names()).toEqual(['steg']);
    expect(await story.db().read.count(Participant)).toBe(0);
    const place = await typeCode(codePage, (await proof('amina@exempel.test')).code);
    expect(place.heading).toBe('Du har en plats');
    expect(browser.cookies.names()).toEqual(['sid']);
    const enrolment = await rowOf('amina@exempel.test');
    expect(place.path).toBe(`/sv/mina-kurser/${String(enrolment.id)}`);
    expect(enrolment).toMatchObject({
      state: 'confirmed',
      phone: '0701234567',
      interpreterLanguage: 'somaliska',
      interpreterSex: 'woman',
      interpreterWay: 'telephone',
      childCareCount: 2,
      childCareAges: '3 och 5 år',
      holdsUntil: null,
    });
    for (const part of [enrolment.reference, 'Väven, Björken, Storgatan 46 A', 'Karin', 'tisdagar'])
      expect(place.text).toContain(part);
    expect(place.text).toContain('I ämnesraden står till exempel ”Påminnelse: tisdag 17.30”');
    expect(place.headers['cache-control']).toBe('no-store');
  });

  it('gives a calendar file with the right instants and nothing about the course', async () => {
    const browser = story.visitor();
    const place = await enrolFully(story.app(), browser, 'tisdagar', { firstName: 'Björn' });
    const file = await place.follow('Lägg till i kalendern');
    expect(file.headers['content-type']).toMatch(/^text\/calendar; charset=utf-8/);
    expect(file.headers['content-disposition']).toBe('attachment; filename="traffar.ics"');
    const calendar = ICAL.Component.fromString(file.body);
    const seen = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(seen.map(({ summary }) => summary)).toEqual(['Träff', 'Träff']);
    expect(seen.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual([
      '2027-03-23T16:30:00.000Z',
      '2027-03-30T15:30:00.000Z',
    ]);
    expect(seen[0]?.endDate.toJSDate().toISOString()).toBe('2027-03-23T18:30:00.000Z');
    expect(seen[0]?.location).toContain('Väven');
    expect(file.body).not.toMatch(/kurs|tisdagar|Björn/i);
  });

  it('confirms by mail: day, time, place, leaders and reference, never the course', async () => {
    await enrolFully(story.app(), story.visitor(), 'tisdagar', { firstName: 'Cecilia' });
    const mails = await mailsTo(story.app(), 'cecilia@exempel.test');
    expect(mails.map(({ subject }) => subject)).toEqual(['Om din anmälan', 'Om din anmälan']);
    const { reference } = await rowOf('cecilia@exempel.test');
    for (const part of ['tisdag 23 mars 17.30–19.30', 'Väven', 'Karin', reference, '090-16 00 00'])
      expect(mails[1]?.text).toContain(part);
    for (const { subject, text, html } of mails)
      expect(`${subject} ${text} ${html}`).not.toMatch(/Kursen|Cecilia|barn\b/);
  });

  it('of a discreet programme tells place and leaders on the page only', async () => {
    const browser = story.visitor();
    const place = await enrolFully(story.app(), browser, 'diskret', { firstName: 'Dana' });
    for (const part of ['Väven', 'Karin']) expect(place.text).toContain(part);
    expect(place.texts('a')).toContainEqual(expect.stringContaining('Lämna sidan'));
    const mails = await mailsTo(story.app(), 'dana@exempel.test');
    expect(mails[1]?.text).toContain('tisdag 23 mars 17.30–19.30');
    for (const { subject, text, html } of mails)
      expect(`${subject} ${text} ${html}`).not.toMatch(/Väven|Storgatan|Björken|Karin|Kursen/);
    const file = await place.follow('Lägg till i kalendern');
    expect(file.body).toContain('SUMMARY:Träff');
    expect(file.body).not.toMatch(/LOCATION|Väven|Karin/);
    for (const page of [await browser.get(formOf('diskret')), place])
      expect(page.headers['cache-control']).toBe('no-store');
  });

  it('asks the database nothing that only the form would show', async () => {
    const browser = story.visitor();
    const form = fillIn(await browser.get(formOf('tisdagar')), { firstName: 'Frida' });
    const request = {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      fields: form.fields(),
    } as const;
    const statements = await statementsOf(story.db(), async () => {
      expect((await browser.send(formOf('tisdagar'), request)).status).toBe(303);
    });
    // MariaDB has one more: the lock.
    expect(statements.length).toBeLessThanOrEqual(29);
  });

  describe('by the link in the mail', () => {
    it('opens in any browser without changing anything or naming anybody', async () => {
      await enrol(story.visitor(), 'tisdagar', { firstName: 'Elin' });
      const { link } = await proof('elin@exempel.test');
      const scanner = story.visitor();
      const written = await statementsOf(story.db(), async () => {
        for (const method of ['GET', 'HEAD', 'GET'] as const) {
          const page = await scanner.send(link, { method });
          expect(page.status).toBe(200);
          expect(page.body).not.toMatch(/Elin|elin@|Kursen|tisdagar|Väven/);
        }
      });
      expect(written.filter((sql) => !/^\s*select/i.test(sql))).toEqual([]);
      expect(await rowOf('elin@exempel.test')).toMatchObject({ state: 'pending' });
      expect(scanner.cookies.names()).toEqual([]);
    });

    it('confirms, signs nobody in, and then the first browser sees the place', async () => {
      const [first, other] = [story.visitor(), story.visitor()];
      const codePage = await enrol(first, 'tisdagar', { firstName: 'Farah' });
      const { link, code } = await proof('farah@exempel.test');
      const answer = await (await other.get(link)).press('Bekräfta min anmälan');
      expect(answer.heading).toBe('Klart, din anmälan är bekräftad');
      expect(answer.body).not.toMatch(/Farah|farah@|Kursen|Väven/);
      expect(other.cookies.names()).toEqual([]);
      expect((await other.get('/sv/mina-kurser')).heading).toBe('Logga in på Mina kurser');
      expect((await other.get('/sv/mina-kurser')).path).toContain('/logga-in');
      expect(await rowOf('farah@exempel.test')).toMatchObject({ state: 'confirmed' });
      expect((await other.get(link)).heading).toBe('Länken är redan använd');
      expect((await typeCode(codePage, code)).heading).toBe('Du har en plats');
      expect(await mailsTo(story.app(), 'farah@exempel.test')).toHaveLength(2);
    });

    it('says when it is used, too old or made up, and changes nothing then', async () => {
      await enrol(story.visitor(), 'tisdagar', { firstName: 'Gustav' });
      const { link } = await proof('gustav@exempel.test');
      const page = await story.visitor().get(link);
      story.clock.advance({ hours: 24 });
      for (const late of [
        await story.visitor().get(link),
        await page.press('Bekräfta min anmälan'),
      ])
        expect([late.status, late.heading]).toEqual([410, 'Länken gäller inte längre']);
      expect(await rowOf('gustav@exempel.test')).toMatchObject({ state: 'pending' });
      const forged = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
      for (const path of [forged, '/sv/bekrafta/x', '/sv/bekrafta/åäö']) {
        const answers = [
          await story.visitor().get(path),
          await story.visitor().fromOwnPage(path, { method: 'POST', fields: [] }),
        ];
        for (const { status, body } of answers) {
          expect([400, 410]).toContain(status);
          expect(body).toContain('</html>');
        }
      }
      expect(await story.db().read.countBy(EnrolmentProof, {})).toBeGreaterThan(0);
    });
  });

  describe('and then', () => {
    it("somebody else's place does not exist", async () => {
      const [hanna, ivar] = [story.visitor(), story.visitor()];
      const hers = await enrolFully(story.app(), hanna, 'tisdagar', { firstName: 'Hanna' });
      await enrolFully(story.app(), ivar, 'tisdagar', { firstName: 'Ivar' });
      for (const path of [
        hers.path,
        `${hers.path}/kalender.ics`,
        '/sv/mina-kurser/999999',
        '/sv/mina-kurser/1e3',
      ])
        expect((await ivar.get(path)).status).toBe(404);
      expect((await hanna.get(hers.path)).status).toBe(200);
      expect((await story.visitor().get(hers.path)).path).toBe(
        `/sv/mina-kurser/logga-in?next=${encodeURIComponent(hers.path)}`,
      );
    });

    it('the own courses are listed, until one signs out', async () => {
      const browser = story.visitor();
      const place = await enrolFully(story.app(), browser, 'tisdagar', { firstName: 'Jamal' });
      const list = await place.follow('Mina kurser');
      expect(list.texts('main .place-list li')).toEqual([
        expect.stringMatching(/^Kursen tisdagar.*Du har en plats/),
      ]);
      const out = await list.press('Logga ut');
      expect(out.path).toBe('/sv');
      expect(browser.cookies.names()).toEqual([]);
      expect((await browser.get(place.path)).path).toContain('/logga-in');
    });

    it('one is signed out after half an hour without a click', async () => {
      const browser = story.visitor();
      const place = await enrolFully(story.app(), browser, 'tisdagar', { firstName: 'Kerstin' });
      story.clock.advance({ minutes: 29 });
      expect((await browser.get(place.path)).status).toBe(200);
      story.clock.advance({ minutes: 31 });
      expect((await browser.get(place.path)).path).toContain('/logga-in');
    });
  });
});
