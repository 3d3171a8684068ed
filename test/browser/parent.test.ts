import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../src/platform/config/settings.js';
import type { TextKey } from '../../src/platform/web/resources.js';
import { Translations } from '../../src/platform/web/translations.js';
import { useChromium } from '../support/chromium.js';
import { describeOn } from '../support/databases.js';
import { useDemo } from '../support/demo.js';
import { proofFor } from '../support/enrolling.js';

const ROUND = '/kurser/lugnare-vardag/vaven';

/** Goes on with Tab until a thing has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const handle = await target.elementHandle();
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluateHandle('document.activeElement');
    if (await handle.evaluate((one, other) => one === other, focused)) return;
  }
  throw new Error('Tab does not come there.');
}

describeOn('sqlite', 'A parent in a browser', (database) => {
  const story = useDemo(database);
  const screenFor = useChromium(story);
  const translations = new Translations();

  describe.each<[string, Language, boolean]>([
    ['in Swedish with script', 'sv', true],
    ['in Swedish without script', 'sv', false],
    ['in Arabic with script', 'ar', true],
  ])('%s', (name, language, script) => {
    const locale = translations.locale(language);
    const t = (key: TextKey) => locale.t(key);
    const email = `${name.replaceAll(' ', '-').toLowerCase()}@exempel.test`;

    it('finds a course, enrols, types the code and has a place', async () => {
      const { page } = await screenFor({ width: 360, height: 740, script });
      const link = (path: string) => page.locator(`main a[href="/${language}${path}"]`).first();
      await page.goto(`/${language}`);
      await page.getByLabel(t('rounds:band.3-6')).check();
      await page.getByRole('button', { name: t('site:start.show') }).click();
      await page.waitForURL(/alder=3-6/);
      await link(ROUND).click();
      await page.waitForURL(`**${ROUND}`);
      await link(`${ROUND}/anmalan`).click();
      await page.getByLabel(t('enrolments:form.firstName'), { exact: true }).fill('Noor');
      await page.getByLabel(t('enrolments:form.email')).fill(email);
      await page.getByLabel(t('enrolments:form.childAge.3-6')).check();
      await page.getByRole('button', { name: t('enrolments:form.submit') }).click();
      await page.waitForURL('**/kod');
      expect(await page.locator('main').innerText()).toContain(email);
      const { code } = await proofFor(story.app(), email);
      await page.getByLabel(t('enrolments:code.code')).fill(code.toLowerCase());
      await page.getByRole('button', { name: t('enrolments:code.submit') }).click();
      await page.getByRole('heading', { name: t('enrolments:place.seat') }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      const calendar = page.waitForEvent('download');
      await page.getByRole('link', { name: t('enrolments:place.calendar') }).click();
      expect((await calendar).suggestedFilename()).toBe('traffar.ics');
    });
  });

  it('confirms with the link in another browser', async () => {
    const email = 'annan-webblasare@exempel.test';
    const { page } = await screenFor({ width: 360 });
    await page.goto(`/sv${ROUND}/anmalan`);
    await page.getByLabel('Förnamn').fill('Kim');
    await page.getByLabel('E-postadress').fill(email);
    await page.getByLabel('3–6 år').check();
    await page.getByRole('button', { name: 'Skicka anmälan' }).click();
    await page.waitForURL('**/kod');
    const other = await screenFor({ width: 360 });
    await other.page.goto((await proofFor(story.app(), email)).link);
    await other.page.getByRole('button', { name: 'Bekräfta min anmälan' }).click();
    await other.page.getByRole('heading', { name: 'Klart, din anmälan är bekräftad' }).waitFor();
    expect(await other.page.context().cookies()).toEqual([]);
  });

  it('needs no mouse, and is told by the page where to go on', async () => {
    const email = 'tangentbord@exempel.test';
    const { page } = await screenFor();
    const { keyboard } = page;
    await page.goto('/sv');
    await tabTo(page, page.getByRole('link', { name: 'Hoppa till innehållet' }));
    await keyboard.press('Enter');
    await page.locator('#innehall:focus').waitFor();
    await tabTo(page, page.getByRole('checkbox', { name: '3–6 år' }));
    await keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: 'Visa kurser som passar' }));
    await keyboard.press('Enter');
    await page.waitForURL(/alder=3-6/);
    await tabTo(page, page.getByRole('link', { name: 'Lugnare vardag, våren på Väven' }));
    await keyboard.press('Enter');
    await page.waitForURL(`**${ROUND}`);
    await tabTo(page, page.getByRole('link', { name: 'Anmäl dig' }));
    await keyboard.press('Enter');
    await page.waitForURL('**/anmalan');
    await tabTo(page, page.getByRole('button', { name: 'Skicka anmälan' }));
    await keyboard.press('Enter');
    await page.locator('[data-error-summary]:focus').waitFor();
    expect(await page.title()).toMatch(/^Fel: /);
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.locator('#firstName:focus').waitFor();
    await keyboard.type('Robin');
    await tabTo(page, page.getByLabel('E-postadress'));
    await keyboard.type(email);
    await tabTo(page, page.getByRole('checkbox', { name: '3–6 år' }));
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await page.waitForURL('**/kod');
    await tabTo(page, page.getByLabel('Kod från mejlet'));
    await keyboard.type((await proofFor(story.app(), email)).code);
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Du har en plats' }).waitFor();
  });
});
