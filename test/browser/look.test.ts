import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../src/platform/config/settings.js';
import { barriersFor } from '../support/chromium-axe.js';
import { useChromium } from '../support/chromium.js';
import { describeOn } from '../support/databases.js';
import { useDemo } from '../support/demo.js';

/** Pages that everybody may read, without their language. */
const PAGES = [
  '',
  '/kurser',
  '/kurser?alder=3-6&dag=2&lediga=1',
  '/kurser?q=finns-inte',
  '/kurser/lugnare-vardag',
  '/kurser/lugnare-vardag/vaven',
  '/kurser/nara-tonaringen/vaven-pagar',
  '/kurser/nara-tonaringen/alidhem',
  '/kurser/foraldragrupp-8/a',
  '/kurser/lugnare-vardag/vaven/anmalan',
  '/kurser/lugnare-vardag/vaven/anmalan/kod',
  '/kurser/nara-tonaringen/vaven/anmalan',
  '/kurser/nara-tonaringen/alidhem/anmalan',
  '/kunskapsbank',
  '/kunskapsbank?q=finns-inte',
  '/kunskapsbank/tio-fragor',
  '/kunskapsbank/vitt-snus',
  '/handlingsplan',
  '/handlingsplan/fler-pappor',
  '/stod',
  '/ring-mig',
  '/mina-kurser/logga-in',
  '/om/tillganglighet',
  '/om/personuppgifter',
  '/om/kakor',
  '/om/farre-spar',
  '/om/kontakt',
  '/bekrafta/finns-inte',
  '/finns-inte',
];
const SWEDISH_ONLY = ['/logga-in', '/demo/brevlada', '/demo/komponenter'];

/** Pages with most of the colours that there are. */
const MANY_COLOURED = ['/sv', '/sv/kurser', '/sv/stod', '/demo/komponenter'];

describeOn('sqlite', 'The pages in a browser', (database) => {
  const screenFor = useChromium(useDemo(database));

  describe('can be used at a desk, on the narrowest phone and in the dark', () => {
    it.each(PAGES)('%s', async (path) => {
      const screen = await screenFor();
      for (const language of LANGUAGES) {
        await screen.open(`/${language}${path}`);
        // English is set as Swedish is: only whether the words fit can differ.
        const readers = language === 'en' ? (['phoneAtNight'] as const) : undefined;
        expect(await barriersFor(screen, readers)).toEqual([]);
      }
    });

    it.each(SWEDISH_ONLY)('%s', async (path) => {
      const screen = await screenFor();
      await screen.open(path);
      expect(await barriersFor(screen)).toEqual([]);
    });
  });

  it.each(MANY_COLOURED)('%s can be read in every light', async (path) => {
    const screen = await screenFor();
    await screen.open(path);
    expect(await barriersFor(screen, ['deskAtNight', 'phone'])).toEqual([]);
    await screen.look({ width: 390, forcedColours: true });
    // The reader's own colours are the system's to hold apart; all else must still be there.
    const barriers = await screen.barriers();
    expect(barriers.filter((barrier) => !barrier.startsWith('color-contrast'))).toEqual([]);
  });

  it('folds the menu on a phone, with or without script', async () => {
    for (const script of [true, false]) {
      const { page, barriers, overflow } = await screenFor({ width: 320, script });
      await page.goto('/sv');
      await page.locator('summary', { hasText: 'Meny' }).click();
      if (script) {
        expect(await barriers()).toEqual([]);
        expect(await overflow()).toBe(0);
      }
      await page.getByRole('link', { name: 'Få hjälp nu' }).click();
      await page.waitForURL('**/sv/stod');
    }
  });
});
