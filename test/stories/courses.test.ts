import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { ProgrammeText } from '../../src/programmes/programme-text.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { cardLine, factsOf, useDemo } from '../support/demo.js';

describeOnBothDatabases('Somebody who reads about a course', (database) => {
  const story = useDemo(database);
  const read = (path: string) => story.visitor().get(path);

  describe('on the page of a programme', () => {
    it('reads about it and chooses among its rounds', async () => {
      const page = await read('/sv/kurser/lugnare-vardag');
      expect(page.heading).toBe('Lugnare vardag');
      expect(page.texts('.course-card h3')).toEqual(['Pappagrupp på Teg', 'Våren på Väven']);
      expect(page.texts('main ol li')).toHaveLength(10);
      expect(factsOf(page)).toMatchObject({ Kostnad: 'Gratis', 'Antal träffar': '10 träffar' });
      expect((await page.follow('Våren på Väven')).heading).toBe('Lugnare vardag, våren på Väven');
    });

    it('sees that a round is cancelled', async () => {
      const page = await read('/sv/kurser/nara-tonaringen');
      expect(page.texts('.card__foot')).toEqual(['Fullt, kö finns', 'Inställd']);
      const round = await page.follow('Våren på Ålidhem');
      expect(round.text).toContain('Den här omgången blir inte av.');
      expect(round.texts('a, button')).not.toContain('Anmäl dig');
    });

    it('finds the measures it serves, folded', async () => {
      const page = await read('/sv/kurser/lugnare-vardag');
      expect(page.texts('details summary')).toContain('Om sidan');
      expect(page.href('Nå fler pappor')).toBe('/sv/handlingsplan/fler-pappor');
    });

    it('is told when there are no dates', async () => {
      story.clock.set('2027-06-15T08:00:00Z');
      const page = await read('/sv/kurser/lugnare-vardag');
      const catalogue = await read('/sv/kurser');
      story.clock.set('2026-11-23T08:00:00Z');
      expect(page.text).toContain('Inga datum just nu');
      expect(page.text).toContain('ringa oss på 090-16 00 00');
      expect(page.href('Säg till mig när kursen ges')).toBe('/sv/kurser/lugnare-vardag/intresse');
      expect(catalogue.text).toContain('Just nu finns ingen kurs att anmäla sig till');
      expect(catalogue.texts('main h2')).toContain('Kurser utan datum just nu');
      expect(catalogue.texts('.course-card h3')).toContain('Lugnare vardag');
    });
  });

  describe('on the page of a round', () => {
    it('reads everything there is to know', async () => {
      const page = await read('/sv/kurser/lugnare-vardag/vaven');
      expect(page.title).toBe('Lugnare vardag, våren på Väven – Familjepeppen');
      expect(factsOf(page)).toMatchObject({
        Tid: 'Tisdagar 17.30–19.30, 19 januari till 30 mars 2027. Ingen träff 9 mars.',
        Plats:
          'Väven, Storgatan 46, rum Björken. Så hittar du hit, även med barnvagn eller rullstol',
        Ledare: 'Maria och Johan',
        Språk: 'Kursen är på svenska. Säg till om du vill ha tolk.',
        Barnpassning: 'För barn från 3 år, medan du är på träffen.',
      });
      expect(page.texts('.meeting-line time')).toHaveLength(10);
      expect(page.texts('.meeting-line li')[0]).toBe('tis 19 januari Min vardag just nu');
      expect(page.text).toContain('Anmäl dig senast 12 januari.');
      expect(page.href('Anmäl dig')).toBe('/sv/kurser/lugnare-vardag/vaven/anmalan');
      expect(page.$(page.href('Så hittar du hit, även med barnvagn eller rullstol'))).toHaveLength(
        1,
      );
    });

    it('sees which meeting was moved, and where the round is now', async () => {
      const page = await read('/sv/kurser/nara-tonaringen/vaven-pagar');
      const states = page
        .$('.meeting-line [data-state]')
        .toArray()
        .map((point) => page.$(point).attr('data-state'));
      expect(states.join(' ')).toBe(
        'past past past past next cancelled planned planned planned planned',
      );
      expect(page.texts('.meeting-line__note')).toEqual([
        'Inställd. Ny dag: tors 3 december',
        'Ny dag i stället för ons 2 december',
      ]);
      expect(page.text).toContain('Anmälan stängd');
    });

    it('is offered the waiting list when it is full', async () => {
      const page = await read('/sv/kurser/nara-tonaringen/vaven');
      expect(page.text).toContain('Fullt, kö finns');
      expect(page.href('Ställ mig på väntelistan')).toMatch(/\/nara-tonaringen\/vaven\/anmalan$/);
    });

    it('is told from when and until when one can enrol', async () => {
      const { db } = story;
      const round = { slug: 'digitalt' };
      const set = (enrolFrom: Date | null) =>
        db().transaction((em) => em.update(Round, round, { enrolFrom }));
      await set(new Date('2026-12-01T07:00:00Z'));
      const before = await read('/sv/kurser/prata-om-alkohol-droger-spel/digitalt');
      await set(null);
      expect(before.text).toContain('Anmälan stängd');
      expect(before.text).toContain('Anmälan öppnar tisdag 1 december 08.00.');
    });

    it('takes the meetings into a calendar that says nothing about the course', async () => {
      const page = await read('/sv/kurser/lugnare-vardag/vaven');
      const file = await page.follow('Lägg till träffarna i kalendern');
      expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8; method=PUBLISH');
      const events = ICAL.Component.fromString(file.body).getAllSubcomponents('vevent');
      const first = new ICAL.Event(events[0]);
      expect(events).toHaveLength(10);
      expect([first.summary, first.location]).toEqual(['Träff', 'Väven, Storgatan 46']);
      expect(first.startDate.toJSDate()).toEqual(new Date('2027-01-19T16:30:00Z'));
      // After the clocks have gone forward.
      expect(new ICAL.Event(events[9]).startDate.toJSDate()).toEqual(
        new Date('2027-03-30T15:30:00Z'),
      );
      expect(file.body).not.toMatch(/vardag|barn|förälder/i);
    });

    it('gets a page that helps on when the address is wrong', async () => {
      for (const path of [
        '/sv/kurser/finns-inte',
        '/sv/kurser/lugnare-vardag/finns-inte',
        '/sv/kurser/nara-tonaringen/a',
      ])
        expect((await read(path)).status).toBe(404);
    });
  });

  describe('that is discreet', () => {
    const secrets = /Tegsgatan|kvartershus|17.30|18 januari|21 januari|Maria|Sara|Tomas|Johan/;
    const themes = /Var är barnet|Lämna och hämta|Barnets ord|Min plan/;

    it.each([
      ['/sv/kurser/foraldragrupp-8', 'Två hem, ett barn'],
      ['/sv/kurser/foraldragrupp-8/a', 'Två hem, ett barn, grupp A'],
    ])('gives away district, weekday and start month only: %s', async (path, heading) => {
      const page = await read(path);
      expect(page.heading).toBe(heading);
      // Neutral, and another one for each group.
      const which = path.endsWith('/a') ? ', grupp A, måndagar, start i januari 2027' : '';
      expect(page.title).toBe(`Föräldragrupp${which} – Familjepeppen`);
      expect(page.text).toContain('Måndagar, start i januari 2027');
      expect(page.text).toContain('Teg');
      expect(page.body).not.toMatch(secrets);
      expect(page.body).not.toMatch(themes);
      expect(page.$('time')).toHaveLength(0);
      expect(page.$('a[href="/lamna"]').text()).toContain('Lämna sidan');
      expect(page.headers['cache-control']).toBe('no-store');
    });

    it('has no times in lists and no calendar', async () => {
      const catalogue = await read('/sv/kurser?q=separerat');
      expect(cardLine(catalogue, 'Två hem, ett barn, grupp A')).toBe(
        '0–18 år · måndagar · Teg · start i januari 2027 · på svenska, tolk finns',
      );
      expect((await read('/sv/kurser/foraldragrupp-8/a/kalender.ics')).status).toBe(404);
      expect((await read('/sv')).text).not.toContain('Två hem');
    });

    it('is entered by a talk', async () => {
      const page = await read('/sv/kurser/foraldragrupp-8/a');
      expect(page.text).toMatch(/Anmälan, sedan ringer vi dig Anmäl dig senast/);
      expect(page.href('Anmäl dig')).toBe('/sv/kurser/foraldragrupp-8/a/anmalan');
      expect(page.href('Läser någon annan din e-post?')).toMatch(/^\/sv\/ring-mig\?omgang=\d+$/);
    });
  });

  describe('in another language', () => {
    it('reads English', async () => {
      const page = await read('/en/kurser/lugnare-vardag/vaven');
      expect(page.heading).toBe('Calmer days, spring at Väven');
      expect(factsOf(page).Time).toBe(
        'Tuesdays 17:30–19:30, 19 January to 30 March 2027. No meeting on 9 March.',
      );
      expect(page.href('Enrol')).toBe('/en/kurser/lugnare-vardag/vaven/anmalan');
    });

    it('reads Arabic from right to left, with numbers and names kept in order', async () => {
      const page = await read('/ar/kurser/lugnare-vardag/vaven');
      expect(page.$('html').attr('dir')).toBe('rtl');
      expect(page.heading).toBe('أيام أهدأ، فصل الربيع في Väven');
      expect(page.body).toContain('\u2068Storgatan 46\u2069');
      expect(factsOf(page)['اللغة']).toContain('السويدية');
      expect(page.body).not.toMatch(/[٠-٩]/);
      const catalogue = await read('/ar/kurser?sprak=ar');
      expect(cardLine(catalogue, 'أب أو أم في بلد جديد، فصل الربيع بالعربية')).toContain(
        'باللغة العربية',
      );
    });

    it('reads Swedish, marked as such, where nobody has translated', async () => {
      const { db } = story;
      const programme = await db().read.findOneByOrFail(Programme, { slug: 'nara-tonaringen' });
      const which = { programmeId: programme.id, language: 'ar' };
      const text = await db().read.findOneByOrFail(ProgrammeText, which);
      await db().transaction((em) => em.delete(ProgrammeText, which));
      const page = await read('/ar/kurser/nara-tonaringen');
      await db().transaction((em) => em.insert(ProgrammeText, text));
      expect(page.heading).toBe('Nära tonåringen');
      expect([page.$('h1').attr('lang'), page.$('h1').attr('dir')]).toEqual(['sv', 'ltr']);
      expect(page.$('.prose').attr('lang')).toBe('sv');
    });
  });
});
