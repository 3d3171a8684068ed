import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { DemoLoader } from '../../src/demo/demo-loader.service.js';
import { ProgrammeText } from '../../src/programmes/programme-text.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { RoundText } from '../../src/rounds/round-text.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { statementsOf, useApp, type RunningApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import type { SeenPage } from '../support/seen-page.js';

/** The facts of a round by their labels. */
function factsOf(page: SeenPage): Record<string, string> {
  const labels = page.texts('dl dt');
  const values = page.texts('dl dd');
  return Object.fromEntries(labels.map((label, index) => [label, values[index] ?? '']));
}

/** The small line on top of the card with a title. */
function cardLine(page: SeenPage, title: string): string {
  const index = page.texts('.course-card h3').indexOf(title);
  return page.texts('.course-card .card__facts')[index] ?? `no card "${title}"`;
}

describeOnBothDatabases('Somebody who looks for a course', (database) => {
  const story = useApp(database, {
    now: '2026-11-23T08:00:00Z',
    before: async (app) => {
      await app.get(DemoLoader).load();
    },
  });
  const read = (path: string) => story.visitor().get(path);
  const titles = async (query: string) =>
    (await read(`/sv/kurser?${query}`)).texts('.course-card h3');

  describe('on the start page', () => {
    it('meets one question, what starts soon and whom to call', async () => {
      const page = await read('/sv');
      expect(page.heading).toBe('Små steg gör vardagen lugnare');
      expect(page.texts('.course-card h3')).toEqual([
        'Första tiden ihop',
        'Lugnare vardag',
        'Prata om alkohol, droger och spel',
      ]);
      expect(page.href('020-50 50 50')).toBe('tel:020505050');
      expect(page.href('112')).toBe('tel:112');
      expect(page.text).toContain('Samtal finns kvar i telefonens egen samtalslista.');
    });

    it('answers it and sees what fits', async () => {
      const page = await read('/sv');
      const found = await page
        .form('Visa kurser som passar')
        .choose('0–2 år')
        .choose('13–18 år')
        .submit();
      expect(found.heading).toBe('Kurser');
      expect(found.form('Visa kurser').value('0–2 år')).toBe(true);
      expect(found.form('Visa kurser').value('3–6 år')).toBe(false);
      expect(found.texts('.course-card h3').join()).not.toContain('Lugnare vardag');
      expect(found.texts('.course-card h3')).toContain('Nära tonåringen, våren på Väven');
    });

    it('leaves no cookie behind', async () => {
      const visitor = story.visitor();
      const page = await visitor.get('/sv');
      expect(page.headers['set-cookie']).toBeUndefined();
    });
  });

  describe('in the catalogue', () => {
    it('sees the coming rounds, soonest first, with their seats in words', async () => {
      const page = await read('/sv/kurser');
      expect(page.texts('main h2')).toContain('11 omgångar att välja på');
      expect(page.texts('.course-card h3').slice(0, 2)).toEqual([
        'Första tiden ihop, förmiddagar på Ersboda',
        'Lugnare vardag, pappagrupp på Teg',
      ]);
      const words = page.texts('.course-card .card__foot');
      expect(words[0]).toBe('Få platser kvar');
      expect(words.filter((word) => word === 'Fullt, kö finns')).toHaveLength(1);
      expect(page.text).not.toMatch(/\d+ plats/);
    });

    it('reads when, where and in which language', async () => {
      const page = await read('/sv/kurser');
      expect(cardLine(page, 'Lugnare vardag, våren på Väven')).toBe(
        '3–9 år · tisdagar 17.30 · Väven · start 19 januari · på svenska, tolk finns',
      );
      expect(cardLine(page, 'Förälder i nytt land, våren på arabiska')).toContain('på arabiska');
      expect(cardLine(page, 'Nära tonåringen, våren på Väven')).toContain('Väven eller digitalt');
    });

    it('filters by age as overlap, and by several ages', async () => {
      expect((await titles('alder=0-2')).join()).not.toMatch(/Lugnare|tonåringen|alkohol/);
      expect(await titles('alder=7-12')).toContain(
        'Prata om alkohol, droger och spel, måndagar på nätet',
      );
      expect(await titles('alder=0-2&alder=3-6&alder=7-12&alder=13-18')).toHaveLength(11);
    });

    it('filters by language, form, day and free seats', async () => {
      expect(await titles('sprak=ar')).toEqual(['Förälder i nytt land, våren på arabiska']);
      expect(await titles('sprak=ar&sprak=ti')).toHaveLength(2);
      expect(await titles('form=digitalt')).toEqual([
        'Prata om alkohol, droger och spel, måndagar på nätet',
        'Prata om alkohol, droger och spel, på engelska, på nätet',
        'Nära tonåringen, våren på Väven',
      ]);
      expect((await titles('form=pa-plats')).join()).not.toContain('på nätet');
      expect(await titles('dag=6')).toHaveLength(2);
      expect(await titles('dag=3&lediga=1')).toEqual([]);
      expect(await titles('lediga=1')).toHaveLength(10);
    });

    it('searches in their own language, however it is spelt', async () => {
      expect(new Set((await titles('q=SKRIK+somn')).map((title) => title.split(',')[0]))).toEqual(
        new Set(['Första tiden ihop']),
      );
      const arabic = await read(`/ar/kurser?q=${encodeURIComponent('ايامنا الاولي')}`);
      expect(arabic.texts('.course-card h3')).toHaveLength(2);
      const digits = await read(`/ar/kurser?alder=${encodeURIComponent('٠-٢')}`);
      expect(digits.$('input[value="0-2"]').attr('checked')).toBeDefined();
    });

    it('keeps what was chosen, and can clear it', async () => {
      const page = await read('/sv/kurser');
      const found = await page
        .form('Visa kurser')
        .fill('Sök', 'vardag')
        .choose('tisdag')
        .choose('Visa bara kurser med lediga platser')
        .submit();
      const again = found.form('Visa kurser');
      expect([again.value('Sök'), again.value('tisdag')]).toEqual(['vardag', true]);
      expect(found.$('details[open]')).toHaveLength(1);
      expect((await found.follow('Rensa alla val')).path).toBe('/sv/kurser');
    });

    it('is told what to do when nothing fits', async () => {
      const page = await read('/sv/kurser?q=segelflyg');
      expect(page.texts('main h2')).toEqual(['Ingen kurs passar det du valde']);
      expect(page.text).toContain('ring oss på 090-16 00 00');
      expect(page.href('Rensa alla val')).toBe('/sv/kurser');
    });

    it('comes in with an old or broken link and still sees courses', async () => {
      const page = await read('/sv/kurser?alder=99&dag=x&sida=-3&utm_source=blad');
      expect([page.status, page.texts('.course-card h3').length]).toEqual([200, 11]);
    });

    it('never sees drafts, cancelled rounds or rounds that have begun', async () => {
      const all = (await titles('')).join();
      expect(all).not.toMatch(/Ålidhem|hösten/);
      await inDraft(story, 'lugnare-vardag', async () => {
        expect((await titles('')).join()).not.toContain('Lugnare');
        expect((await read('/sv/kurser/lugnare-vardag')).status).toBe(404);
        expect((await read('/sv/kurser/lugnare-vardag/vaven')).status).toBe(404);
        expect((await read('/sv/kurser/lugnare-vardag/vaven/kalender.ics')).status).toBe(404);
      });
    });
  });

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
      expect(page.text).toContain('Ring oss på 090-16 00 00');
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
      expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
      const events = new ICAL.Component(ICAL.parse(file.body)).getAllSubcomponents('vevent');
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
      expect(page.title).toBe('Föräldragrupp – Familjepeppen');
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
      expect(page.href('Ring mig')).toMatch(/^\/sv\/ring-mig\?omgang=\d+$/);
      expect(page.texts('main a')).not.toContain('Anmäl dig');
    });
  });

  describe('in another language', () => {
    it('reads English', async () => {
      const page = await read('/en/kurser/lugnare-vardag/vaven');
      expect(page.heading).toBe('Calmer days, spring at Väven');
      expect(factsOf(page)['Time']).toBe(
        'Tuesdays 17:30–19:30, 19 January to 30 March 2027. No meeting on 9 March.',
      );
      expect(page.href('Sign up')).toBe('/en/kurser/lugnare-vardag/vaven/anmalan');
    });

    it('reads Arabic from right to left, with numbers and names kept in order', async () => {
      const page = await read('/ar/kurser/lugnare-vardag/vaven');
      expect(page.$('html').attr('dir')).toBe('rtl');
      expect(page.heading).toBe('أيام أهدأ، فصل الربيع في Väven');
      expect(factsOf(page)['المكان']).toContain('\u2066Storgatan 46\u2069');
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

  it('costs as many queries, however many rounds there are', async () => {
    const pages = [
      '/sv',
      '/sv/kurser',
      '/sv/kurser?lediga=1',
      '/sv/kurser/lugnare-vardag',
      '/sv/kurser/lugnare-vardag/vaven',
    ];
    const counts = async () => {
      const each: number[] = [];
      for (const path of pages)
        each.push((await statementsOf(story.db(), () => read(path))).length);
      return each;
    };
    const few = await counts();
    await addRounds(story, 40);
    expect(await counts()).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(12);
    const many = await read('/sv/kurser');
    expect(many.texts('.course-card h3')).toHaveLength(12);
    const last = await many.follow('5');
    expect(last.texts('.course-card h3')).toHaveLength(3);
    expect((await last.follow('Föregående')).path).toBe('/sv/kurser?sida=4');
  });
});

async function inDraft(story: RunningApp, slug: string, work: () => Promise<void>): Promise<void> {
  const set = (state: 'draft' | 'published') =>
    story.db().transaction((em) => em.update(Programme, { slug }, { state }));
  await set('draft');
  try {
    await work();
  } finally {
    await set('published');
  }
}

/** Adds copies of a round under addresses of their own. */
async function addRounds(story: RunningApp, count: number): Promise<void> {
  const { id, ...round } = await story.db().read.findOneByOrFail(Round, { slug: 'pappagrupp' });
  const texts = await story.db().read.findBy(RoundText, { roundId: id });
  await story.db().transaction(async (em) => {
    for (let number = 0; number < count; number += 1) {
      const copy = await em.save(Round, { ...round, slug: `kopia-${String(number)}` });
      for (const { language, label, practical } of texts)
        await em.insert(RoundText, { roundId: copy.id, language, label, practical });
    }
  });
}
