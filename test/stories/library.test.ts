import { beforeAll, describe, expect, it } from '@jest/globals';
import { Measure } from '../../src/action-plan/measure.entity.js';
import { LibraryItem, LibraryItemText } from '../../src/library/library-item.entity.js';
import { statementsOf } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { useDemo } from '../support/demo.js';

describeOnBothDatabases('Somebody who reads', (database) => {
  const story = useDemo(database);
  const read = (path: string) => story.visitor().get(path);

  describe('the library', () => {
    it('lists everything, the newest first', async () => {
      const page = await read('/sv/kunskapsbank');
      expect(page.heading).toBe('Råd och fakta');
      expect(page.texts('main h2')).toContain('12 texter');
      const titles = page.texts('main h3');
      expect(titles).toHaveLength(12);
      expect(titles[0]).toBe('Vem gör vad hemma?');
    });

    it('filters by subject, kind and reader', async () => {
      const titles = async (query: string) =>
        (await read(`/sv/kunskapsbank?${query}`)).texts('main h3');
      expect(await titles('amne=spel')).toEqual(['Lådor, skins och kassan']);
      expect(await titles('typ=checklista')).toEqual(['När jag hör bråk genom väggen']);
      expect(await titles('malgrupp=pappagrupp')).toEqual(['Vem gör vad hemma?']);
      expect(await titles('amne=alkohol&malgrupp=tonarsforaldrar&typ=samtalsguide')).toEqual([
        'Första festen: så pratar ni före',
      ]);
      expect(await titles('amne=vald&amne=spel')).toHaveLength(6);
      expect(await titles('amne=okant')).toHaveLength(12);
    });

    it('is searched through its form, and remembers what was asked', async () => {
      const page = await read('/sv/kunskapsbank');
      const found = await page.form('Visa').fill('Sök', 'vitt  SNUS').submit();
      expect(found.texts('main h3')).toEqual(['Vitt snus i ryggsäcken']);
      expect(found.$('input[name="q"]').attr('value')).toBe('vitt SNUS');
      expect((await found.follow('Visa alla texter')).texts('main h3')).toHaveLength(12);
    });

    it('searches the words of the reader’s language', async () => {
      const page = await read('/en/kunskapsbank?q=party');
      expect(page.texts('main h3')).toEqual(['The first party: how to talk before it']);
    });

    it('says what to do when nothing matches', async () => {
      const page = await read('/sv/kunskapsbank?q=zzz');
      expect(page.text).toContain('Inget passade');
      expect(page.href('Visa alla texter')).toBe('/sv/kunskapsbank');
    });

    it('asks the database as often, however much there is', async () => {
      const open = (path: string) => statementsOf(story.db(), () => read(path));
      const all = await open('/sv/kunskapsbank');
      expect(all).toHaveLength(2);
      expect(await open('/sv/kunskapsbank?malgrupp=vuxna&q=a')).toHaveLength(3);
    });
  });

  describe('an item', () => {
    it('tells what it is, when it was checked and which measure it serves', async () => {
      const page = await read('/sv/kunskapsbank/forsta-festen');
      expect(page.heading).toBe('Första festen: så pratar ni före');
      expect(page.text).toMatch(/Samtalsguide · läses på 2 minuter · kontrollerad \d+ /);
      const about = page.$('details:has(summary:contains("Om sidan"))');
      expect(about.attr('open')).toBeUndefined();
      expect(about.text()).toContain('Stödjer åtgärden');
      expect(about.find('a').attr('href')).toBe('/sv/handlingsplan/tidig-alkoholdebut');
      expect(page.$('a[href="/lamna"]')).toHaveLength(0);
    });

    it('has its headings in order', async () => {
      const page = await read('/sv/kunskapsbank/forsta-festen');
      const levels = page
        .$('main :is(h1,h2,h3)')
        .toArray()
        .map((heading) => Number(heading.tagName[1]));
      expect(levels[0]).toBe(1);
      levels.slice(1).forEach((level, index) => {
        expect(level).toBeGreaterThan(1);
        expect(level - levels[index]!).toBeLessThanOrEqual(1);
      });
    });

    it('lists its other languages by their own names and keeps the menus', async () => {
      const page = await read('/sv/kunskapsbank/forsta-festen');
      expect(page.texts('main a[hreflang]')).toEqual(['English', 'العربية']);
      const arabic = await read(page.$('main a[hreflang="ar"]').attr('href') ?? '');
      expect(arabic.path).toBe('/sv/kunskapsbank/forsta-festen/ar');
      expect(arabic.$('html').attr('lang')).toBe('sv');
      expect(arabic.$('h1').attr('lang')).toBe('ar');
      expect(arabic.$('main .prose').attr('dir')).toBe('rtl');
      expect(arabic.texts('main a[hreflang]')).toEqual(['Svenska', 'English']);
    });

    it('is in the reader’s language', async () => {
      const page = await read('/ar/kunskapsbank/forsta-festen');
      expect(page.$('html').attr('dir')).toBe('rtl');
      expect(page.heading).toBe('الحفلة الأولى: كيف تتحدثون قبلها');
      expect(page.text).not.toContain('متوفر بالعربية بعد');
    });

    it('is in Swedish, and says so, when there is no translation', async () => {
      const page = await read('/en/kunskapsbank/vitt-snus');
      expect(page.text).toContain('This text is not available in English yet.');
      expect(page.$('h1').attr('lang')).toBe('sv');
      expect(page.$('main .prose').attr('lang')).toBe('sv');
    });

    it('shows phone numbers as links that read left to right', async () => {
      const page = await read('/ar/kunskapsbank/forsta-festen');
      expect(page.$('main .prose a[href="tel:112"] > bdi').text()).toBe('112');
    });

    it('is not there when nobody wrote it, in that language or at all', async () => {
      expect((await read('/sv/kunskapsbank/finns-inte')).status).toBe(404);
      expect((await read('/sv/kunskapsbank/vitt-snus/en')).status).toBe(404);
      expect((await read('/sv/kunskapsbank/vitt-snus/constructor')).status).toBe(404);
    });

    it('is not there while it is a draft', async () => {
      const write = (state: 'draft' | 'published') =>
        story.db().transaction((em) => em.update(LibraryItem, { slug: 'vitt-snus' }, { state }));
      await write('draft');
      expect((await read('/sv/kunskapsbank/vitt-snus')).status).toBe(404);
      expect((await read('/sv/kunskapsbank?amne=nikotin')).texts('main h3')).toEqual([]);
      expect((await read('/sv/handlingsplan/tidig-alkoholdebut')).text).not.toContain('Vitt snus');
      await write('published');
    });
  });

  describe('a sensitive item', () => {
    it('has a way out, a neutral title and is kept by no browser', async () => {
      const page = await read('/sv/kunskapsbank/tio-fragor');
      expect(page.heading).toBe('Är det här våld?');
      expect(page.title).toContain('Tio frågor att läsa i lugn och ro');
      expect(`${page.title} ${page.path}`).not.toMatch(/våld|vald/i);
      expect(page.$('head').text() + page.$('meta').toString()).not.toMatch(/våld/i);
      expect(page.headers['cache-control']).toBe('no-store');
      expect(page.$('a[href="/lamna"]').length).toBeGreaterThan(0);
      expect(page.text).toContain('Det du har läst finns kvar i webbläsarens historik.');
      expect(page.href('Så lämnar du färre spår')).toBe('/sv/om/farre-spar');
    });

    it('names the numbers that belong to it, and the phone’s call list', async () => {
      const page = await read('/sv/kunskapsbank/tio-fragor');
      expect(page.$('main a[href="tel:112"]').length).toBeGreaterThan(0);
      expect(page.$('main a[href="tel:020505050"]').length).toBeGreaterThan(0);
      expect(page.text).toContain('telefonens egen samtalslista');
    });

    it('is shown in another language only when somebody has reviewed it', async () => {
      const review = (reviewedAt: Date | null) =>
        story.db().transaction(async (em) => {
          const { id } = await em.findOneByOrFail(LibraryItem, { slug: 'tio-fragor' });
          await em.update(LibraryItemText, { itemId: id, language: 'en' }, { reviewedAt });
        });
      expect((await read('/en/kunskapsbank/tio-fragor')).heading).toBe('Is this violence?');
      await review(null);
      const page = await read('/en/kunskapsbank/tio-fragor');
      expect(page.heading).toBe('Är det här våld?');
      expect(page.text).toContain('This text is not available in English yet.');
      expect(page.texts('main a[hreflang]')).toEqual(['العربية']);
      expect((await read('/sv/kunskapsbank/tio-fragor/en')).status).toBe(404);
      await review(new Date('2027-01-01T00:00:00Z'));
    });
  });

  describe('the plan', () => {
    it('goes from goals to measures to what serves them', async () => {
      const page = await read('/sv/handlingsplan');
      expect(page.heading).toBe('Så arbetar kommunen mot våld');
      expect(page.texts('main h2')).toEqual([
        'Mål 1Färre utsätts för våld',
        'Mål 2Våld upptäcks tidigt',
        'Mål 3Stöd är lätt att hitta',
        'Mål 4Färre unga börjar med alkohol, narkotika, dopning, tobak eller spel om pengar',
      ]);
      expect(page.$('main a[href="/sv/handlingsplan/foraldragrupper"]')).toHaveLength(1);
      expect(page.$('main a[href="/sv/kurser/lugnare-vardag"]').length).toBeGreaterThan(0);
      expect(page.$('main a[href="/sv/kunskapsbank/brak-genom-vaggen"]')).toHaveLength(1);
    });

    it('never shows the plan’s own codes', async () => {
      expect((await read('/sv/handlingsplan')).text).not.toMatch(/\b[MG]\d\b/);
      expect((await read('/sv/handlingsplan/fler-pappor')).text).not.toMatch(/\b[MG]\d\b/);
    });

    it('tells who answers for a measure, until when and how it is followed', async () => {
      const page = await read('/sv/handlingsplan/fler-pappor');
      expect(page.heading).toBe('Nå fler pappor');
      expect(page.text).toContain('UmeBrå');
      expect(page.text).toContain('1 augusti 2025 till 30 juni 2027');
      expect(page.text).toContain('Andel män bland deltagarna');
      expect(page.href('Vem gör vad hemma?')).toBe('/sv/kunskapsbank/vem-gor-vad-hemma');
    });

    it.each(['en', 'ar'])('is complete in %s', async (language) => {
      const page = await read(`/${language}/handlingsplan/kunskapsbank`);
      expect(page.$('h1').attr('lang')).toBe(language);
      expect(
        page
          .$('main [lang="sv"]')
          .toArray()
          .map((each) => page.$(each).text()),
      ).toEqual(
        // R4 has no translation yet.
        ['Jag blir så arg att det skrämmer mig'],
      );
    });

    it('keeps what is not published to itself', async () => {
      await story
        .db()
        .transaction((em) =>
          em.update(Measure, { slug: 'jamstallda-normer' }, { published: false }),
        );
      expect((await read('/sv/handlingsplan/jamstallda-normer')).status).toBe(404);
      expect((await read('/sv/handlingsplan')).text).not.toContain('Jämställda normer');
      expect((await read('/sv/kunskapsbank/starkare-snabbare')).text).not.toContain('Jämställda');
    });

    it('asks the database as often, however long it is', async () => {
      const statements = await statementsOf(story.db(), () => read('/sv/handlingsplan'));
      expect(statements.length).toBeLessThanOrEqual(13);
    });
  });

  describe('in every language', () => {
    let paths: string[];
    beforeAll(async () => {
      const items = await story.db().read.find(LibraryItem);
      const measures = await story.db().read.findBy(Measure, { published: true });
      paths = [
        '/kunskapsbank',
        '/handlingsplan',
        ...items.map(({ slug }) => `/kunskapsbank/${slug}`),
        ...measures.map(({ slug }) => `/handlingsplan/${slug}`),
      ];
    });

    it('every page opens and every link on it leads somewhere', async () => {
      for (const language of ['sv', 'en', 'ar']) {
        const links = new Set(paths.map((path) => `/${language}${path}`));
        for (const path of [...links]) {
          const page = await read(path);
          expect([path, page.status]).toEqual([path, 200]);
          for (const link of page.$('main a[href^="/"]').toArray())
            links.add(page.$(link).attr('href') ?? '');
        }
        for (const link of links) {
          expect([link, (await read(link)).status]).toEqual([link, 200]);
        }
      }
    });
  });
});
