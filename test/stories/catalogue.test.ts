import { describe, expect, it } from '@jest/globals';
import { Programme } from '../../src/programmes/programme.entity.js';
import { RoundText } from '../../src/rounds/round-text.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { statementsOf, type RunningApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { cardLine, useDemo } from '../support/demo.js';
import type { SeenPage } from '../support/seen-page.js';

describeOnBothDatabases('Somebody who looks for a course', (database) => {
  const story = useDemo(database);
  const read = (path: string) => story.visitor().get(path);
  /** The cards of rounds: courses without dates stand below, by their names. */
  const roundsOn = (page: SeenPage) =>
    page.texts('.course-card h3').filter((title) => title !== 'Syskon emellan');
  const titles = async (query: string) => roundsOn(await read(`/sv/kurser?${query}`));

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
      expect(await titles('lediga=1')).toHaveLength(8);
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
      expect([page.status, roundsOn(page).length]).toEqual([200, 11]);
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
    expect(roundsOn(many)).toHaveLength(12);
    const last = await many.follow('5');
    expect(roundsOn(last)).toHaveLength(3);
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
