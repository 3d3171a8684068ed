import { beforeAll, expect, it } from '@jest/globals';
import { DEMO_PARENT } from '../../src/demo/content/people.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { DemoMail } from '../../src/platform/mail/demo-mail.entity.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { ComingQuestions } from '../../src/reminders/coming-questions.service.js';
import { askTime } from '../../src/reminders/coming.rules.js';
import { Round } from '../../src/rounds/round.entity.js';
import { barriersFor } from '../support/chromium-axe.js';
import { useChromium, type Screen } from '../support/chromium.js';
import { describeOn } from '../support/databases.js';
import { useDemo } from '../support/demo.js';
import { proofFor } from '../support/enrolling.js';
import { answerLink } from '../support/queueing.js';
import { signInProofFor } from '../support/signing-in.js';

const { email } = DEMO_PARENT;
const FULL = '/kurser/nara-tonaringen/vaven';

describeOn('sqlite', 'A person’s own pages in a browser', (database) => {
  const story = useDemo(database);
  const screenFor = useChromium(story);

  const withoutScript = new Set<Screen>();

  // The demo's free seat is offered, and who comes within a week is asked.
  beforeAll(async () => {
    await story.app().get(Jobs).runDue(story.clock.now());
    await story.app().get(MailWorker).sendDue();
  });

  /** Where script does not run axe cannot either: then only whether the narrowest phone holds the page. */
  async function seen(screen: Screen): Promise<void> {
    if (withoutScript.has(screen)) {
      await screen.look({ width: 320 });
      expect(await screen.overflow()).toBe(0);
    } else {
      // Set as Swedish is but for its letters and its direction.
      const arabic = new URL(screen.page.url()).pathname.startsWith('/ar');
      expect(await barriersFor(screen, arabic ? ['phoneAtNight'] : undefined)).toEqual([]);
    }
  }

  /** Presses the button of the form that posts to an address that ends so, and looks at what follows. */
  async function send(screen: Screen, end: string): Promise<void> {
    const form = screen.page.locator(`main form[action$="${end}"]`);
    await Promise.all([
      screen.page.waitForEvent('load'),
      form.locator('[type=submit]').first().click(),
    ]);
    await seen(screen);
  }

  /** The same for the only form of a page, or its last button. */
  async function press(screen: Screen, which: 'first' | 'last' = 'first'): Promise<void> {
    const buttons = screen.page.locator('main form:not([action$="logga-ut"]) [type=submit]');
    const button = which === 'first' ? buttons.first() : buttons.last();
    await Promise.all([screen.page.waitForEvent('load'), button.click()]);
    await seen(screen);
  }

  /** From the sign-in page, with every mistake, to one's own courses. */
  async function signIn(screen: Screen, language: string): Promise<void> {
    const { page } = screen;
    await screen.open(`/${language}/mina-kurser`);
    await seen(screen);
    await press(screen);
    await page.locator('#email').fill(email);
    await press(screen);
    await page.locator('#code').fill('2222-2222');
    await press(screen);
    const { code, link } = await signInProofFor(story.app(), email);
    await screen.open(link);
    await seen(screen);
    await screen.open(`/${language}/mina-kurser/logga-in/kod`);
    await page.locator('#code').fill(code.toLowerCase());
    await press(screen);
    expect(new URL(page.url()).pathname).toBe(`/${language}/mina-kurser`);
  }

  it.each([
    ['in Swedish with script', 'sv', true],
    ['in Arabic with script', 'ar', true],
    ['in Swedish without script', 'sv', false],
  ])('signing in, places, details: %s', async (_, language, script) => {
    const screen = await screenFor({ script });
    if (!script) withoutScript.add(screen);
    // Only so many codes an hour go to an address.
    story.clock.advance({ hours: 2 });
    const { page } = screen;
    await signIn(screen, language);
    const places = page.locator('.place-list a');
    expect(await places.count()).toBe(3);
    for (let index = 0; index < 3; index += 1) {
      await Promise.all([page.waitForEvent('load'), places.nth(index).click()]);
      await seen(screen);
      if (index === 0) {
        await screen.open(`${new URL(page.url()).pathname}/avbokning`);
        await seen(screen);
      }
      await screen.open(`/${language}/mina-kurser`);
    }
    const mine = `/${language}/mina-kurser`;
    for (const path of ['/uppgifter', '/webblasare', '/kalender', '/mina-data']) {
      await screen.open(mine + path);
      await seen(screen);
    }
    await screen.open(`${mine}/kalender`);
    await send(screen, '/kalender');
    await screen.open(`${mine}/uppgifter`);
    await send(screen, '/adress');
    await send(screen, '/telefon');
    await page.locator('#phone').fill('070-174 06 05');
    await send(screen, '/telefon');
    await page.locator('#email').fill(`ny-${language}@exempel.test`);
    await send(screen, '/adress');
    await send(screen, '/kod');
  });

  it('an offered seat: open, answered, used, cancelled, offered on, refused, unknown', async () => {
    const screen = await screenFor();
    const { page } = screen;
    const link = await answerLink(story.app(), email);
    for (const language of ['ar', 'sv']) {
      await screen.open(link.replace('/sv/', `/${language}/`));
      await seen(screen);
    }
    await page.getByRole('button', { name: 'Ja, jag vill ha platsen' }).click();
    await page.getByRole('heading', { name: 'Du har en plats' }).waitFor();
    await seen(screen);
    await screen.open(link);
    await seen(screen);
    story.clock.advance({ hours: 2 });
    await screen.open('/sv/mina-kurser');
    await page.locator('#email').fill(email);
    await page.locator('#email').press('Enter');
    await page.waitForURL('**/kod');
    await page.locator('#code').fill((await signInProofFor(story.app(), email)).code);
    await page.locator('#code').press('Enter');
    await page.getByRole('link', { name: 'Nära tonåringen' }).click();
    await page.getByRole('link', { name: 'Avboka min plats' }).click();
    await page.getByLabel('Skicka inget mejl om det här').check();
    await page.getByRole('button', { name: 'Ja, avboka' }).click();
    await page.getByRole('heading', { name: 'Du är avbokad' }).waitFor();
    await seen(screen);
    const next = await story.db().read.findOneByOrFail(SeatOffer, { state: 'open' });
    const person = await story.db().read.findOneByOrFail(Enrolment, { id: next.enrolmentId });
    await screen.open(await answerLink(story.app(), person.email ?? ''));
    await page.getByRole('button', { name: 'Nej tack, ge den till någon annan' }).click();
    await page.getByRole('heading', { name: 'Tack för ditt svar' }).waitFor();
    await seen(screen);
    await screen.open(`/ar/erbjudande/${'A'.repeat(43)}`);
    await seen(screen);
  });

  it('waiting in a queue, and leaving it', async () => {
    const screen = await screenFor({ width: 320 });
    const { page } = screen;
    await screen.open(`/sv${FULL}/anmalan`);
    await page.locator('#firstName').fill('Robin');
    await page.locator('#email').fill('robin@exempel.test');
    await page.locator('input[name=childAges]').nth(4).check();
    await page.getByRole('button', { name: 'Ställ mig på väntelistan' }).click();
    await page.waitForURL('**/kod');
    await page.locator('#code').fill((await proofFor(story.app(), 'robin@exempel.test')).code);
    await page.locator('#code').press('Enter');
    await page.getByRole('heading', { name: 'Du står på väntelistan' }).waitFor();
    await seen(screen);
    await page.getByRole('link', { name: 'Lämna väntelistan' }).click();
    await page.getByRole('heading', { name: 'Vill du lämna väntelistan?' }).waitFor();
    await seen(screen);
    await page.getByRole('button', { name: 'Ja, lämna väntelistan' }).click();
    await page.getByRole('heading', { name: 'Du står inte längre på väntelistan' }).waitFor();
    await seen(screen);
  });

  it('whether one comes: asked, yes, and the seat given to somebody else', async () => {
    const screen = await screenFor();
    const round = await story.db().read.findOneByOrFail(Round, { slug: 'pappagrupp' });
    await story.app().get(ComingQuestions).askDue(askTime(round.startsAt));
    await story.app().get(MailWorker).sendDue();
    const mails = await story.db().read.find(DemoMail, { order: { id: 'ASC' } });
    const links = mails.flatMap(({ text }) => /\/sv\/kommer\/\S+/.exec(text)?.slice(0, 1) ?? []);
    expect(links.length).toBeGreaterThan(1);
    await screen.open(links[0] ?? '');
    await seen(screen);
    await press(screen);
    await screen.open(links[1] ?? '');
    await press(screen, 'last');
  });

  it.each(['sv', 'ar'])('asking to be told when a course is given, in %s', async (language) => {
    const screen = await screenFor();
    const { page } = screen;
    const address = `vantar-${language}@exempel.test`;
    await screen.open(`/${language}/kurser/syskon-emellan/intresse`);
    await seen(screen);
    await press(screen, 'last');
    await page.locator('#firstName').fill('Kim');
    await page.locator('#email').fill(address);
    await page.locator('input[name=childAges]').nth(2).check();
    await press(screen, 'last');
    await story.app().get(MailWorker).sendDue();
    const mail = await story.db().read.findOneByOrFail(DemoMail, { recipient: address });
    const link = /https?:\/\/\S+\/intresse\/\S+/.exec(mail.text)?.[0] ?? '';
    await screen.open(new URL(link).pathname);
    await seen(screen);
    await press(screen);
  });
});
