import { expect, it } from '@jest/globals';
import { useChromium, type Eyes } from '../support/chromium.js';
import { describeOn } from '../support/databases.js';
import { useDemo } from '../support/demo.js';

const ROUND = '/kurser/lugnare-vardag/vaven';
const PAGES = [
  '/sv',
  '/ar',
  '/en/kurser',
  '/sv/kurser?q=finns-inte',
  '/sv/kurser/lugnare-vardag',
  `/sv${ROUND}`,
  `/ar${ROUND}`,
  `/sv${ROUND}/anmalan`,
  '/sv/kunskapsbank',
  '/ar/kunskapsbank/tio-fragor',
  '/en/kunskapsbank/vitt-snus',
  '/sv/handlingsplan',
  '/ar/handlingsplan/fler-pappor',
  '/sv/stod',
  '/sv/ring-mig',
  '/sv/om/tillganglighet',
  '/ar/om/farre-spar',
  '/sv/finns-inte',
  '/logga-in',
  '/demo/komponenter',
];

const READERS: readonly Eyes[] = [{}, { width: 320, height: 640 }, { width: 390, dark: true }];

describeOn('sqlite', 'The pages in a browser', (database) => {
  const screenFor = useChromium(useDemo(database));

  it.each(PAGES)(
    '%s can be used at a desk, on the narrowest phone and in the dark',
    async (path) => {
      const screen = await screenFor();
      await screen.open(path);
      for (const eyes of READERS) {
        await screen.look(eyes);
        expect(await screen.barriers()).toEqual([]);
        expect(await screen.overflow()).toBe(0);
      }
      expect(screen.errors).toEqual([]);
    },
  );

  it('takes the reader to what has to be put right', async () => {
    const { page, open, barriers } = await screenFor({ width: 390 });
    await open(`/sv${ROUND}/anmalan`);
    await page.getByRole('button', { name: 'Skicka anmälan' }).click();
    await page.waitForURL(`**${ROUND}/anmalan`);
    const summary = page.locator('[data-error-summary]');
    await summary.waitFor();
    expect(await page.title()).toMatch(/^Fel: /);
    expect(await page.locator('[data-error-summary]:focus').count()).toBe(1);
    expect(await barriers()).toEqual([]);
    await summary.getByRole('link').first().click();
    expect(await page.locator(':focus').getAttribute('id')).toBe('firstName');
  });

  it('takes what is typed along to another language, and Enter sends the form', async () => {
    const { page, open } = await screenFor();
    await open(`/sv${ROUND}/anmalan`);
    await page.getByLabel('Förnamn').fill('Amina');
    await page.locator('.site-language summary').click();
    await page.locator('.site-language').getByRole('button', { name: 'English' }).click();
    await page.waitForURL(`**/en${ROUND}/anmalan`);
    const name = page.locator('#firstName');
    expect(await name.inputValue()).toBe('Amina');
    expect(await page.locator('[data-error-summary]').count()).toBe(0);
    await name.press('Enter');
    await page.locator('[data-error-summary]').waitFor();
  });

  it('asks what follows on a choice when it is made, and always without script', async () => {
    const follow = 'Vilket språk, och gärna dialekt?';
    const { page, open } = await screenFor();
    await open(`/sv${ROUND}/anmalan`);
    expect(await page.getByLabel(follow).isVisible()).toBe(false);
    await page.getByRole('checkbox', { name: 'Jag behöver tolk' }).check();
    expect(await page.getByLabel(follow).isVisible()).toBe(true);
    const plain = await screenFor({ script: false });
    await plain.page.goto(`/sv${ROUND}/anmalan`);
    expect(await plain.page.getByLabel(follow).isVisible()).toBe(true);
  });

  it('sends a form once, however often the button is pressed', async () => {
    const { page, open } = await screenFor();
    await open('/demo/komponenter');
    let posts = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST') posts += 1;
    });
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.evaluate(
      'const button = document.querySelector("form .ds-button"); button.click(); button.click();',
    );
    await answered;
    await page.waitForLoadState('networkidle');
    expect(posts).toBe(1);
  });

  it('folds the menu on a phone, with or without script', async () => {
    for (const script of [true, false]) {
      const { page } = await screenFor({ width: 360, script });
      await page.goto('/sv');
      await page.locator('summary', { hasText: 'Meny' }).click();
      await page.getByRole('link', { name: 'Få hjälp nu' }).click();
      await page.waitForURL('**/sv/stod');
    }
  });
});
