import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { useChromium } from '../support/chromium.js';
import { describeOn } from '../support/databases.js';
import { useDemo } from '../support/demo.js';
import { mailsTo } from '../support/enrolling.js';
import { hiddenFromFocus, smallerThan } from '../support/reach.js';

const ROUND = '/kurser/lugnare-vardag/vaven';

async function fillIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Förnamn').fill('Amina');
  await page.getByLabel('E-postadress').fill(email);
  await page.getByLabel('3–6 år').check();
}

describeOn('sqlite', 'Forms in a browser', (database) => {
  const story = useDemo(database);
  const screenFor = useChromium(story);

  it('takes the reader to what has to be put right', async () => {
    const { page, open, barriers } = await screenFor({ width: 390 });
    await open(`/sv${ROUND}/anmalan`);
    await page.getByRole('button', { name: 'Skicka anmälan' }).click();
    await page.locator('[data-error-summary]:focus').waitFor();
    expect(await page.title()).toMatch(/^Fel: /);
    expect(await barriers()).toEqual([]);
    await page.locator('[data-error-summary]').getByRole('link').first().click();
    await page.locator('#firstName:focus').waitFor();
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

  it.each([
    ['with script', true],
    ['without script', false],
  ])('takes one enrolment from a button pressed twice, %s', async (name, script) => {
    const email = `${name.replace(' ', '-')}@exempel.test`;
    const { page } = await screenFor({ width: 390, script });
    await page.goto(`/sv${ROUND}/anmalan`);
    await fillIn(page, email);
    await page.getByRole('button', { name: 'Skicka anmälan' }).dblclick();
    // The second press breaks off the way that the first began: what counts is where it ends.
    await page.getByRole('heading', { name: 'Skriv koden från mejlet' }).waitFor();
    expect(await story.db().read.countBy(Enrolment, { email })).toBe(1);
    expect(await mailsTo(story.app(), email)).toHaveLength(1);
  });

  it('still holds what was typed when the reader goes back, and may be sent again', async () => {
    const email = 'tillbaka@exempel.test';
    const { page } = await screenFor({ width: 390 });
    await page.goto(`/sv${ROUND}/anmalan`);
    await fillIn(page, email);
    for (const time of ['first', 'again']) {
      await page.getByRole('button', { name: 'Skicka anmälan' }).click();
      await page.waitForURL('**/kod');
      if (time === 'again') break;
      await page.goBack();
      expect(await page.getByLabel('Förnamn').inputValue()).toBe('Amina');
      expect(await page.getByLabel('E-postadress').inputValue()).toBe(email);
      expect(await page.getByLabel('3–6 år').isChecked()).toBe(true);
    }
    expect(await story.db().read.countBy(Enrolment, { email })).toBe(1);
    expect(await mailsTo(story.app(), email)).toHaveLength(1);
  });

  it.each(['', '/kurser', ROUND, `${ROUND}/anmalan`, '/kunskapsbank', '/stod', '/ring-mig'])(
    'has targets on %s that a thumb can hit',
    async (path) => {
      const { page } = await screenFor({ width: 390 });
      await page.goto(`/sv${path}`);
      await page.locator('.site-fold > summary').click();
      const targets = page.locator(
        '.ds-button, .ds-input:not([type=checkbox], [type=radio]), .choice__row label, summary, ' +
          '.site-fold__panel a, .languages button, .quick-exit__button, .phone-line__number a',
      );
      expect(await targets.count()).toBeGreaterThan(5);
      expect(await smallerThan(44, targets)).toEqual([]);
    },
  );

  it.each([ROUND, '/kurser/foraldragrupp-8/a', `${ROUND}/anmalan`])(
    'hides nothing that has the focus behind a bar on %s',
    async (path) => {
      const { page } = await screenFor({ width: 390, height: 700 });
      await page.goto(`/sv${path}`);
      expect(await hiddenFromFocus(page, 40)).toEqual([]);
    },
  );
});
