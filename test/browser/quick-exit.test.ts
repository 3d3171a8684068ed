import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEMO_ITEMS } from '../../src/demo/content/library/index.js';
import { useChromium } from '../support/chromium.js';
import { describeOn } from '../support/databases.js';
import { useDemo } from '../support/demo.js';
import { hiddenFromFocus } from '../support/reach.js';

const BEFORE = '/sv/kurser';
const HELP = '/sv/stod';

/** `/lamna` sends on to a page on the network; here it ends in an empty one. */
async function withoutNetwork(page: Page): Promise<void> {
  await page.route('**/lamna', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Väder</title>' }),
  );
}

const DISCREET = '/sv/kurser/foraldragrupp-8';
const WITH = [HELP, '/sv/om/farre-spar', DISCREET, `${DISCREET}/a`, `${DISCREET}/a/anmalan`];
const WITHOUT = ['/sv', BEFORE, '/sv/kunskapsbank', '/sv/kurser/lugnare-vardag', '/sv/om/kakor'];

/** Says what lies over the page as soon as it does: while the page is left, nobody can ask it. */
const WATCH_COVER = `new MutationObserver(() => {
  const { width, height } = document.querySelector('.exit-cover').getBoundingClientRect();
  console.log(JSON.stringify({ width, height, title: document.title }));
}).observe(document.body, { childList: true })`;

describeOn('sqlite', 'The way out', (database) => {
  const story = useDemo(database);
  const screenFor = useChromium(story);

  async function onHelpPage(script = true): Promise<Page> {
    const { page } = await screenFor({ width: 390, height: 700, script });
    await withoutNetwork(page);
    await page.goto(BEFORE);
    await page.goto(HELP);
    return page;
  }

  it('hides the page at once, and leaves so that Back does not lead to it', async () => {
    const page = await onHelpPage();
    const covered = page.waitForEvent('console', (message) => message.text().startsWith('{'));
    await page.evaluate(WATCH_COVER);
    await page.getByRole('link', { name: 'Lämna sidan' }).click();
    await page.waitForURL('**/lamna');
    expect(JSON.parse((await covered).text())).toEqual({ width: 390, height: 700, title: '…' });
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe(BEFORE);
  });

  it.each([
    ['with script', true],
    ['without script', false],
  ])('takes our cookies along, %s', async (_, script) => {
    const { page } = await screenFor({ width: 390, script });
    await page.goto('/sv/kurser/lugnare-vardag/vaven/anmalan');
    await page.getByLabel('Förnamn').fill('Robin');
    await page.getByLabel('E-postadress').fill(`ut-${String(script)}@exempel.test`);
    await page.getByLabel('3–6 år').check();
    await page.getByRole('button', { name: 'Skicka anmälan' }).click();
    await page.waitForURL('**/kod');
    expect(await page.context().cookies()).toHaveLength(1);
    await page.goto(HELP);
    // The weather is on the network, and there is none: it is only asked for.
    const weather = page.waitForEvent('requestfailed', (request) => {
      return request.url() === 'https://www.smhi.se/';
    });
    await page.getByRole('link', { name: 'Lämna sidan' }).click({ noWaitAfter: true });
    await weather;
    expect(await page.context().cookies()).toEqual([]);
  });

  describe('is where it is needed, and says what it does not do', () => {
    const items = DEMO_ITEMS.map(
      ({ slug, sensitive, topic }) =>
        [`/sv/kunskapsbank/${slug}`, sensitive === true || topic === 'violence'] as const,
    );
    it.each([
      ...items,
      ...WITH.map((path) => [path, true] as const),
      ...WITHOUT.map((path) => [path, false] as const),
    ])('%s: %s', async (path, needed) => {
      const seen = await story.visitor().get(path);
      expect(seen.status).toBe(200);
      const bar = seen.$('.quick-exit:has(a[href="/lamna"])');
      expect(bar.length).toBe(needed ? 1 : 0);
      if (needed) expect(bar.text()).toContain('finns kvar i webbläsarens historik');
    });
  });

  it('leaves at the third Shift, and counts no Shift that writes a letter', async () => {
    const page = await onHelpPage();
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift+A');
    expect(await page.locator('.quick-exit [role=status]').textContent()).toContain('en gång till');
    expect(new URL(page.url()).pathname).toBe(HELP);
    await page.keyboard.press('Shift');
    await page.waitForURL('**/lamna');
  });

  it('is a link without script', async () => {
    const page = await onHelpPage(false);
    await page.getByRole('link', { name: 'Lämna sidan' }).click();
    await page.waitForURL('**/lamna');
  });

  it('stays in view and covers nothing that has the focus', async () => {
    const page = await onHelpPage();
    expect(await hiddenFromFocus(page, 40)).toEqual([]);
    await page.keyboard.press('End');
    expect((await page.locator('.quick-exit').boundingBox())?.y).toBe(0);
  });
});
