import { expect, it } from '@jest/globals';
import { ProgrammeText } from '../../src/programmes/programme-text.entity.js';
import { RoundText } from '../../src/rounds/round-text.entity.js';
import { barriersFor } from '../support/chromium-axe.js';
import { useChromium, type Screen } from '../support/chromium.js';
import { describeOn } from '../support/databases.js';
import { useDemo } from '../support/demo.js';
import { proofFor } from '../support/enrolling.js';
import type { Page } from 'playwright-core';

const FORM = '/sv/kurser/lugnare-vardag/vaven/anmalan';
const FULL = '/sv/kurser/nara-tonaringen/vaven/anmalan';
const LONG = 'Föräldraskapsstödsutvecklingsprogramsansvarigsamordning';

/** Writes what the form must have and sends it. */
async function enrol(page: Page, email: string): Promise<void> {
  await page.locator('#firstName').fill('Sahra');
  await page.locator('#email').fill(email);
  await page.locator('input[name=childAges]').nth(2).check();
  await page.locator('main form [type=submit]').last().click();
  await page.waitForURL('**/kod');
}

async function send(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.waitForLoadState();
}

describeOn('sqlite', 'What a page turns into', (database) => {
  const story = useDemo(database);
  const screenFor = useChromium(story);

  async function seen(screen: Screen): Promise<void> {
    expect(await barriersFor(screen)).toEqual([]);
  }

  it('the form with everything unfolded, and with errors', async () => {
    const screen = await screenFor();
    const { page } = screen;
    await screen.open(FORM);
    await page.getByLabel('Jag behöver tolk').check();
    await page.getByLabel('Jag behöver barnpassning').check();
    await seen(screen);
    await page.getByLabel('E-postadress').fill('ingen adress');
    await send(page, 'Skicka anmälan');
    await page.locator('[data-error-summary]').waitFor();
    await seen(screen);
  });

  it.each(['sv', 'ar'])('enrolling in %s: code, wrong code, link, place', async (language) => {
    const screen = await screenFor();
    const { page } = screen;
    const email = `sahra-${language}@exempel.test`;
    await screen.open(FORM.replace('/sv/', `/${language}/`));
    await enrol(page, email);
    await seen(screen);
    const codePage = page.url();
    await page.locator('#code').fill('2222-2222');
    await page.locator('#code').press('Enter');
    await page.locator('[data-error-summary]').waitFor();
    await page.locator('details summary', { hasText: /Fel adress|عنوان/ }).click();
    await seen(screen);
    const { code, link } = await proofFor(story.app(), email);
    await screen.open(link);
    await seen(screen);
    await page.goto(codePage);
    await page.locator('#code').fill(code);
    await page.locator('#code').press('Enter');
    await page.waitForURL('**/mina-kurser/*');
    await seen(screen);
    await screen.open(`/${language}/mina-kurser`);
    await seen(screen);
    await screen.open(link);
    await seen(screen);
  });

  it('the waiting list', async () => {
    const screen = await screenFor();
    await screen.open(FULL);
    await enrol(screen.page, 'vantar@exempel.test');
    const { code } = await proofFor(story.app(), 'vantar@exempel.test');
    await screen.page.getByLabel('Kod från mejlet').fill(code);
    await send(screen.page, 'Bekräfta min anmälan');
    await screen.page.getByRole('heading', { name: 'Du står på väntelistan' }).waitFor();
    await seen(screen);
  });

  it('asking to be called, with errors and the receipt', async () => {
    const screen = await screenFor();
    const { page } = screen;
    await screen.open('/sv/ring-mig');
    await send(page, 'Ring mig');
    await page.locator('[data-error-summary]').waitFor();
    await seen(screen);
    await page.getByLabel('Vad ska vi kalla dig?').fill('Kim');
    await page.getByLabel('Telefonnummer').fill('070-174 06 05');
    await page.getByLabel('När passar det att vi ringer?').fill('efter klockan tre');
    await send(page, 'Ring mig');
    await page.getByRole('heading', { name: 'Tack! Vi ringer dig' }).waitFor();
    await seen(screen);
  });

  it('a form that comes from another site, and a mailbox with mail', async () => {
    const screen = await screenFor();
    const { page } = screen;
    await screen.open('/sv');
    const target = new URL(FORM, page.url()).href;
    await page.goto('about:blank');
    await page.setContent(`<form method="post" action="${target}"><button>Vinn</button></form>`);
    const answer = page.waitForResponse(target);
    await page.getByRole('button').click();
    expect((await answer).status()).toBe(403);
    await page.locator('h1').waitFor();
    await seen(screen);
    await screen.open('/demo/brevlada');
    await seen(screen);
  });

  it('words that are longer than anybody would write', async () => {
    await story.db().transaction(async (em) => {
      await em.update(ProgrammeText, { language: 'sv' }, { name: LONG, summary: LONG.repeat(4) });
      await em.update(RoundText, { language: 'sv' }, { label: LONG });
    });
    const screen = await screenFor();
    for (const path of ['/sv', '/sv/kurser', '/sv/kurser/lugnare-vardag/vaven', FORM]) {
      await screen.open(path);
      await seen(screen);
    }
  });
});
