import { LANGUAGES, type Language } from '../../src/platform/config/settings.js';
import { DemoMail } from '../../src/platform/mail/demo-mail.entity.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { ComingQuestions } from '../../src/reminders/coming-questions.service.js';
import { askTime } from '../../src/reminders/coming.rules.js';
import { Round } from '../../src/rounds/round.entity.js';
import type { RunningApp } from './app.js';
import type { Browser } from './browser.js';
import { mailsTo } from './enrolling.js';
import type { SeenPage } from './seen-page.js';
import type { SiteTour } from './site-tour.js';

/** A programme of the demo that people wait for. */
export const WITHOUT_ROUND = '/kurser/syskon-emellan';

type Fields = readonly (readonly [string, string])[];

/** Joins an interest list, sees what the link in the mail leads to, and leaves the list again. */
export async function waitForCourse(
  tour: SiteTour,
  story: RunningApp,
  language: Language,
): Promise<void> {
  const email = `${language}-vantar@exempel.test`;
  const browser = story.visitor();
  const send = async (path: string, fields: Fields = []) =>
    tour.add('visitor', await post(browser, path, fields));
  await send(`/${language}${WITHOUT_ROUND}/intresse`, [
    ['firstName', 'Robin'],
    ['email', email],
    ['childAges', '3-6'],
  ]);
  await tour.walk('visitor', browser, [`/${language}${WITHOUT_ROUND}/intresse/tack`], /tack$/);
  const [mail] = await mailsTo(story.app(), email);
  const link = new URL(/https?:\/\/\S+\/intresse\/\S+/.exec(mail?.text ?? '')?.[0] ?? '').pathname;
  await tour.walk('link', story.visitor(), [link], /intresse/);
  await send(link);
  await tour.walk('link', story.visitor(), [link], /intresse/);
  await send(`${link}/lamna`);
}

/** Asks the people of a round in each language whether they come, and answers all that one can. */
export async function answerWhetherYouCome(tour: SiteTour, story: RunningApp): Promise<void> {
  const now = story.clock.now();
  for (const language of LANGUAGES) {
    const rounds = await story.db().read.findBy(Round, {
      state: 'published',
      languageOfInstruction: language,
    });
    const next = rounds.find(({ startsAt }) => askTime(startsAt) > now);
    if (next === undefined) throw new Error(`The demo has no round in ${language}`);
    await story.app().get(ComingQuestions).askDue(askTime(next.startsAt));
    await story.app().get(MailWorker).sendDue();
    const mails = await story.db().read.findBy(DemoMail, { language });
    const pattern = new RegExp(`https?://[^/]+(/${language}/kommer/\\S+)`);
    const [link = ''] = mails.flatMap(({ text }) => pattern.exec(text)?.slice(1) ?? []);
    await tour.walk('link', story.visitor(), [link], /kommer/);
    for (const path of [link, `${link}/avbokning`])
      tour.add('link', await post(story.visitor(), path, []));
  }
}

function post(browser: Browser, path: string, fields: Fields): Promise<SeenPage> {
  return browser.fromOwnPage(path, { method: 'POST', fields });
}
