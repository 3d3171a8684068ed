import { OwnCodes } from '../../src/participants/own-codes.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import type { Language } from '../../src/platform/config/settings.js';
import type { RunningApp } from './app.js';
import type { Browser } from './browser.js';
import type { SeenPage } from './seen-page.js';
import { signInProofFor } from './signing-in.js';
import type { SiteTour } from './site-tour.js';

type Fields = readonly (readonly [string, string])[];

/** Signs in as somebody with a place, in every way and with every mistake, and sees what is theirs. */
export async function tourOfMyCourses(
  tour: SiteTour,
  story: RunningApp,
  language: Language,
  enrolledAs: string,
): Promise<void> {
  // An address that no code has been mailed to yet: there is a limit to how many it gets.
  const email = `inloggning-${language}@exempel.test`;
  await story.db().transaction((em) => em.update(Participant, { email: enrolledAs }, { email }));
  await signInByLink(tour, story, language, email);
  await signInAsOneOfTwo(tour, story, language, email);
}

async function signInByLink(
  tour: SiteTour,
  story: RunningApp,
  language: Language,
  email: string,
): Promise<void> {
  const browser = story.visitor();
  const base = `/${language}/mina-kurser/logga-in`;
  const send = sender(tour, browser);
  await send(base, [['email', 'ingen adress']]);
  tour.add('parent', await browser.get(`${base}?igen=1`));
  await send(base, [['email', email]]);
  await send(`${base}/kod`);
  await send(`${base}/kod`, [['code', 'FEL0-FEL0']]);
  await tour.walk('parent', browser, [`${base}/kod`], /\/kod$/);
  const { link } = await signInProofFor(story.app(), email);
  await tour.walk('link', story.visitor(), [link], /\/l\//);
  await sender(tour, story.visitor())(link);
  await send(link);
  await tour.walk('link', story.visitor(), [link], /\/l\//);
  await changeDetails(tour, story, browser, `/${language}/mina-kurser`);
}

/** What a person sees and changes of their own, with every mistake. */
async function changeDetails(
  tour: SiteTour,
  story: RunningApp,
  browser: Browser,
  base: string,
): Promise<void> {
  const send = sender(tour, browser);
  const details = `${base}/uppgifter`;
  await send(`${details}/adress`, [['email', 'ingen adress']]);
  await send(`${details}/telefon`, [['phone', 'inget nummer']]);
  await send(`${details}/mejl`);
  await send(`${details}/egen-kod`, [['ownCode', 'x']]);
  await send(`${details}/telefon`, [['phone', '070-174 06 05']]);
  await send(`${details}/adress`, [['email', `ny${base.replaceAll('/', '-')}@exempel.test`]]);
  await send(`${details}/adress/kod`);
  await send(`${details}/adress/kod`, [['code', 'FEL0-FEL0']]);
  await tour.walk('parent', browser, [`${details}/adress`], /\/adress$/);
  const feed = await send(`${base}/kalender`);
  const address = new URL(feed.texts('code')[0] ?? '').pathname;
  await tour.walk('calendar', story.visitor(), [address], /^$/);
  const places = await browser.get(base);
  const place = places.$('.place-list a').attr('href') ?? '';
  await send(`${place}/bara-telefon`);
  const hasOwnCode: Fields = ['ownCode', 'repeat'].map((name) => [name, '123456'] as const);
  await send(`${details}/egen-kod`, hasOwnCode);
  await tour.walk('parent', browser, [base], /mina-kurser/);
  await send(`${details}/egen-kod/bort`, [['silent', 'yes']]);
  await send(`${base}/kalender/bort`);
}

/** Two adults with one mailbox, one of whom has a code of her own. */
async function signInAsOneOfTwo(
  tour: SiteTour,
  story: RunningApp,
  language: Language,
  email: string,
): Promise<void> {
  const createdAt = story.clock.now();
  const { id } = await story.db().transaction((em) =>
    em.save(Participant, {
      ...{ firstName: 'Kim', lastName: null, phone: null, email, language, createdAt },
    }),
  );
  await story.app().get(OwnCodes).set(id, '4711');
  const browser = story.visitor();
  const base = `/${language}/mina-kurser/logga-in`;
  const send = sender(tour, browser);
  await send(base, [['email', email]]);
  await send(`${base}/kod`, [['code', (await signInProofFor(story.app(), email)).code]]);
  await tour.walk('parent', browser, [`${base}/vem`], /\/vem$/);
  const who = ['who', String(id)] as const;
  await send(`${base}/vem`, [who]);
  await send(`${base}/vem`, [who, ['ownCode', '0000']]);
  await send(`${base}/vem`, [who, ['ownCode', '4711']]);
}

function sender(tour: SiteTour, browser: Browser) {
  return async (path: string, fields: Fields = []): Promise<SeenPage> =>
    tour.add('parent', await browser.fromOwnPage(path, { method: 'POST', fields }));
}
