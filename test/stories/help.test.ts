import { beforeAll, describe, expect, it } from '@jest/globals';
import { HelpLine } from '../../src/library/help-line.entity.js';
import { HelpLines } from '../../src/library/help-lines.service.js';
import { statementsOf } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { useDemo } from '../support/demo.js';
import type { SeenPage } from '../support/seen-page.js';

describeOnBothDatabases('Somebody who needs help', (database) => {
  const story = useDemo(database);

  describe('on the help page', () => {
    let page: SeenPage;
    beforeAll(async () => {
      page = await story.visitor().get('/sv/stod');
    });

    const lineOf = (number: string) => page.$(`a[href="tel:${number}"]`).closest('article');

    it('finds 112 before every other number', () => {
      expect(page.status).toBe(200);
      expect(page.heading).toBe('Få hjälp nu');
      expect(page.$('main a[href^="tel:"]').first().attr('href')).toBe('tel:112');
    });

    it('can call every number with a tap, read from left to right', () => {
      const numbers = page.$('main a[href^="tel:"]').toArray();
      expect(numbers.length).toBeGreaterThan(8);
      for (const number of numbers) expect(page.$(number).find('bdi')).toHaveLength(1);
    });

    it('reads a claim under its own number only', () => {
      expect(lineOf('020505050').text()).toContain('Samtalet syns inte på telefonräkningen.');
      const others = page.$('main article').not(lineOf('020505050')).text();
      expect(others).not.toContain('telefonräkningen');
      expect(others).not.toContain('gratis');
    });

    it('is always told about the call list of the phone', () => {
      expect(page.text).toContain('syns i telefonens egen samtalslista');
    });

    it('gets no number that nothing has confirmed, except the municipality’s own, marked', () => {
      expect(page.text).not.toContain('Alkoholhjälpen');
      expect(page.text).not.toContain('Terrafem');
      expect(lineOf('090161002').text()).toContain('inte kunnat bekräfta numret på nytt');
      expect(lineOf('020505050').text()).not.toContain('bekräfta');
    });

    it('has the way out and its honest note', () => {
      expect(page.$('a[href="/lamna"]').attr('rel')).toBe('nofollow noreferrer');
      expect(page.$('body').text()).toContain(
        'Det du har läst finns kvar i webbläsarens historik.',
      );
    });

    it('leaves no cookie and asks the database for nothing', async () => {
      const browser = story.visitor();
      const statements = await statementsOf(story.db(), () => browser.get('/sv/stod'));
      expect(statements).toEqual([]);
      expect(page.headers['set-cookie']).toBeUndefined();
    });
  });

  it.each([
    ['en', 'ltr', 'Get help now', 'The call is free.'],
    ['ar', 'rtl', 'مساعدة فورية', 'المكالمة مجانية.'],
  ])('reads the page in %s', async (language, dir, heading, claim) => {
    const page = await story.visitor().get(`/${language}/stod`);
    expect(page.$('html').attr('dir')).toBe(dir);
    expect(page.heading).toBe(heading);
    expect(page.text).toContain(claim);
    expect(page.text).not.toMatch(/Samtalet/);
  });

  it('sees a change as soon as it is committed', async () => {
    const helpLines = story.app().get(HelpLines);
    await story.db().transaction(async (em) => {
      await em.update(HelpLine, { telephone: '11313' }, { active: false });
      em.afterCommit(() => helpLines.refresh());
    });
    expect((await story.visitor().get('/sv/stod')).text).not.toContain('113 13');
  });

  describe('leaving the site', () => {
    const asDocument = { headers: { 'sec-fetch-dest': 'document' } };

    it('goes to the weather, deletes our cookies and nobody else’s', async () => {
      const browser = story.visitor();
      const answer = await browser.send('/lamna', asDocument);
      expect(answer.status).toBe(303);
      expect(answer.redirectsTo).toBe('https://www.smhi.se/');
      expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
      const cookies = [answer.headers['set-cookie']].flat().join('\n');
      expect(cookies).toMatch(/^sid=;.*Expires=Thu, 01 Jan 1970/m);
      expect(cookies).toMatch(/^steg=;.*Expires=Thu, 01 Jan 1970/m);
      expect(answer.headers['cache-control']).toBe('no-store');
    });

    it('works in a browser that does not say what it wants', async () => {
      const answer = await story.visitor().send('/lamna');
      expect(answer.headers['clear-site-data']).toBeDefined();
    });

    it.each(['image', 'script', 'iframe', 'empty'])(
      'does nothing as an %s',
      async (destination) => {
        const answer = await story
          .visitor()
          .send('/lamna', { headers: { 'sec-fetch-dest': destination } });
        expect(answer.headers['clear-site-data']).toBeUndefined();
        expect(answer.headers['set-cookie']).toBeUndefined();
      },
    );

    it('asks the database for nothing', async () => {
      const leave = () => story.visitor().send('/lamna', asDocument);
      expect(await statementsOf(story.db(), leave)).toEqual([]);
    });
  });

  describe('the pages that must exist', () => {
    const words = ['tillganglighet', 'personuppgifter', 'kakor', 'farre-spar', 'kontakt'];

    it.each(words)('%s is complete in every language', async (word) => {
      for (const language of ['sv', 'en', 'ar']) {
        const page = await story.visitor().get(`/${language}/om/${word}`);
        expect(page.status).toBe(200);
        expect(page.$('h1')).toHaveLength(1);
        expect(page.$('main h2').length).toBeGreaterThan(1);
        expect(page.body).not.toContain('{{');
        for (const link of page.$('main a[href^="/"]').toArray())
          expect(page.$(link).attr('href')).toMatch(new RegExp(`^/${language}(/|$)`));
      }
    });

    it('says everything that Digg asks for about accessibility', async () => {
      const { text } = await story.visitor().get('/sv/om/tillganglighet');
      for (const field of [
        'Familjepeppen',
        'Umeå kommun',
        'delvis förenlig',
        'fungerar inte bra än',
        'Skriv till familjepeppen@example.se',
        'digg.se/tdosanmalan',
        '12 §',
        '9 §',
        'automatiskt test',
        'Senast bedömd: 22 november 2026',
        'Redogörelsen uppdaterad: 22 november 2026',
      ])
        expect(text).toContain(field);
    });

    it('says which cookies there are by their names', async () => {
      const { text } = await story.visitor().get('/sv/om/kakor');
      for (const name of ['steg', 'sid', 'kand']) expect(text).toContain(name);
    });

    it('is honest about the history and about spyware', async () => {
      const page = await story.visitor().get('/sv/om/farre-spar');
      expect(page.text).toContain('Knappen raderar inte historiken.');
      expect(page.text).toContain('Spionprogram');
      expect(page.text).toContain('Privat fönster');
      expect(page.$('a[href="/lamna"]')).not.toHaveLength(0);
    });

    it('knows no other page', async () => {
      const page = await story.visitor().get('/sv/om/toString');
      expect(page.status).toBe(404);
    });
  });
});
