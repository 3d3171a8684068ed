import { expect, it } from '@jest/globals';
import { useChromium } from '../support/chromium.js';
import { describeOn } from '../support/databases.js';
import { useDemo } from '../support/demo.js';
import type { Page } from 'playwright-core';

const BEFORE = '/sv/kurser';
const HELP = '/sv/stod';

/** `/lamna` sends on to a page on the network; here it ends in an empty one. */
async function withoutNetwork(page: Page): Promise<void> {
  await page.route('**/lamna', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Väder</title>' }),
  );
}

/** Where the focus is, unless it is in the bar itself or on the link that skips to the content. */
async function focusedBox(page: Page) {
  const focused = page.locator(':focus:not(.quick-exit *, .skip-link)');
  return (await focused.count()) === 1 ? focused.boundingBox() : null;
}

describeOn('sqlite', 'The way out', (database) => {
  const screenFor = useChromium(useDemo(database));

  async function onHelpPage(script = true): Promise<Page> {
    const { page } = await screenFor({ width: 390, height: 700, script });
    await withoutNetwork(page);
    await page.goto(BEFORE);
    await page.goto(HELP);
    return page;
  }

  it('leaves so that Back does not lead to the page', async () => {
    const page = await onHelpPage();
    await page.getByRole('link', { name: 'Lämna sidan' }).click();
    await page.waitForURL('**/lamna');
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe(BEFORE);
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
    const bar = page.locator('.quick-exit');
    for (let press = 0; press < 25; press += 1) {
      await page.keyboard.press('Tab');
      const [barBox, box] = [await bar.boundingBox(), await focusedBox(page)];
      if (!barBox || !box) continue;
      expect(barBox.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeGreaterThan(barBox.y + barBox.height);
    }
  });
});
