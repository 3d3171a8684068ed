import { In, Not } from 'typeorm';
import { DEMO_PASSWORD, demoStaff } from '../../src/demo/content/staff.js';
import { LANGUAGES, type Language } from '../../src/platform/config/settings.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { DemoMail } from '../../src/platform/mail/demo-mail.entity.js';
import { ProgrammeText } from '../../src/programmes/programme-text.entity.js';
import { ProgrammeThemeText } from '../../src/programmes/programme-theme-text.entity.js';
import { ProgrammeTheme } from '../../src/programmes/programme-theme.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { RoundText } from '../../src/rounds/round-text.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import type { RunningApp } from './app.js';
import type { Browser } from './browser.js';
import { answerWhetherYouCome, waitForCourse, WITHOUT_ROUND } from './demo-tour-links.js';
import { mailsTo, proofFor } from './enrolling.js';
import { tourOfMyCourses } from './my-courses-tour.js';
import type { SeenPage } from './seen-page.js';
import { SiteTour } from './site-tour.js';

/** Rounds of the demo: one with seats and one that is full. */
const WITH_SEATS = '/kurser/lugnare-vardag/vaven';
const FULL = '/kurser/nara-tonaringen/vaven';
/** And one whose people are called before they are placed. */
const CALLS_FIRST = '/kurser/foraldragrupp-8/a';

const MACHINES = [
  '/robots.txt',
  '/sitemap.xml',
  '/favicon.svg',
  '/.well-known/security.txt',
  '/health/live',
  '/health/ready',
];

type Fields = readonly (readonly [string, string])[];

const CHILD_CARE: Fields = [
  ['childCare', 'yes'],
  ['childCareCount', '1'],
  ['childCareAges', '4'],
];

/**
 * Sees everything that the demo has to show: every public page in every language, what parents and each
 * member of staff see, the answers to forms filled in wrongly, and the mails.
 */
export async function tourOfDemo(story: RunningApp): Promise<SiteTour> {
  const tour = new SiteTour();
  const app = story.app();
  await untranslate(story, 'nara-tonaringen');
  await widen(story);
  await tour.walk('machine', story.visitor(), MACHINES);
  await tour.walk('visitor', story.visitor(), [
    ...LANGUAGES.map((language) => `/${language}`),
    ...LANGUAGES.flatMap((language) => loosePages(language)),
    '/logga-in',
    '/demo/komponenter',
  ]);
  for (const language of LANGUAGES) {
    await makeMistakes(tour, story.visitor(), language);
    const email = await takePlace(tour, story, language, WITH_SEATS);
    await takePlace(tour, story, language, FULL);
    await takePlace(tour, story, language, CALLS_FIRST);
    await tourOfMyCourses(tour, story, language, email);
    await askToBeCalled(tour, story.visitor(), language);
    await waitForCourse(tour, story, language);
  }
  await answerWhetherYouCome(tour, story);
  for (const language of LANGUAGES) await leaveCodeLying(story, language);
  await app.get(Jobs).runDue(story.clock.now());
  story.clock.advance({ minutes: 31 });
  await app.get(Jobs).runDue(story.clock.now());
  story.clock.advance({ minutes: -31 });
  await tourOfStaff(tour, story);
  await addMailWithCalendar(story);
  await tour.walk('visitor', story.visitor(), ['/demo/brevlada'], /^\/demo\/brevlada/);
  return tour;
}

/** As it is when an editor has just written something: a programme and its rounds in Swedish only. */
async function untranslate(story: RunningApp, slug: string): Promise<void> {
  await story.db().transaction(async (em) => {
    const { id: programmeId } = await em.findOneByOrFail(Programme, { slug });
    const themes = await em.findBy(ProgrammeTheme, { programmeId });
    const rounds = await em.findBy(Round, { programmeId });
    const language = Not('sv');
    await em.delete(ProgrammeText, { programmeId, language });
    await em.delete(ProgrammeThemeText, { themeId: In(themes.map(({ id }) => id)), language });
    await em.delete(RoundText, { roundId: In(rounds.map(({ id }) => id)), language });
  });
}

/** Seats for all who enrol on the tour, so that its words for them are the same at the end. */
async function widen(story: RunningApp): Promise<void> {
  const [, , programme = '', slug = ''] = WITH_SEATS.split('/');
  await story.db().transaction(async (em) => {
    const { id: programmeId } = await em.findOneByOrFail(Programme, { slug: programme });
    await em.update(Round, { programmeId, slug }, { capacity: 40 });
  });
}

/** Pages of a language to which no link leads. */
function loosePages(language: Language): string[] {
  return [
    `/${language}/kurser?q=segelflyg`,
    `/${language}/kunskapsbank?q=segelflyg`,
    `/${language}/bekrafta/${'a'.repeat(43)}`,
    ...['', '/ja', '/nej'].map((act) => `/${language}/erbjudande/${'a'.repeat(43)}${act}`),
    ...['', '/lamna', '/omgang'].map((act) => `/${language}/intresse/${'a'.repeat(43)}${act}`),
    ...['', '/avbokning'].map((act) => `/${language}/kommer/${'a'.repeat(43)}${act}`),
    `/${language}${WITH_SEATS}/anmalan/kod`,
    `/${language}${WITH_SEATS}/anmalan/klar`,
  ];
}

async function makeMistakes(tour: SiteTour, browser: Browser, language: Language): Promise<void> {
  const send = async (path: string, fields: Fields = []) =>
    tour.add('visitor', await post(browser, `/${language}${path}`, fields));
  await send(`${WITH_SEATS}/anmalan`);
  await send(`${CALLS_FIRST}/anmalan`);
  await send(`${WITH_SEATS}/anmalan`, [
    ['firstName', 'x'.repeat(300)],
    ['email', 'ingen adress'],
    ['phone', 'inget nummer'],
    ['childAges', 'urgammal'],
    ['interpreter', 'yes'],
    ['childCare', 'yes'],
  ]);
  await send('/ring-mig');
  await send(`${WITHOUT_ROUND}/intresse`);
  await send(`${WITH_SEATS}/anmalan/kod`);
  for (const path of ['/finns-inte', '/kurser/finns-inte', '/kunskapsbank/finns-inte'])
    tour.add('visitor', await browser.get(`/${language}${path}`));
}

/**
 * Enrols, sees the code page in its states, confirms, and looks at the place and everything round it.
 * Gives the address of who did.
 */
async function takePlace(
  tour: SiteTour,
  story: RunningApp,
  language: Language,
  round: string,
): Promise<string> {
  const form = `/${language}${round}/anmalan`;
  const email = `${language}${round.replaceAll('/', '-')}@exempel.test`;
  const browser = story.visitor();
  const send = async (path: string, fields: Fields = []) =>
    tour.add('parent', await post(browser, path, fields));
  const asked: Fields = [
    ['firstName', 'Robin'],
    ['email', email],
    ['phone', '070-174 06 05'],
    ['childAges', '3-6'],
    ...(round === WITH_SEATS ? CHILD_CARE : []),
  ];
  await send(form, asked);
  // Where the round has become full meanwhile, the same button now leads to the waiting list.
  if (round === FULL) await send(form, [...asked, ['queue', 'yes']]);
  await send(`${form}/kod`, [['code', 'FEL0-FEL0']]);
  await send(`${form}/kod/adress`, [['email', 'ingen adress']]);
  await send(`${form}/kod/ny`);
  const { code, link } = await proofFor(story.app(), email);
  await tour.walk('link', story.visitor(), [link], /bekrafta/);
  const place = await send(`${form}/kod`, [['code', code]]);
  await tour.walk('link', story.visitor(), [link], /bekrafta/);
  if (round === FULL) {
    await send(`${place.path}/tillsammans`, [['code', 'FEL-FEL']]);
    for (const act of ['kod', 'ensam', 'kod']) await send(`${place.path}/tillsammans/${act}`);
  }
  await tour.walk('parent', browser, [place.path, `/${language}/mina-kurser`], /mina-kurser/);
  tour.add('parent', await browser.get(form));
  tour.add('parent', await post(story.visitor(), link, []));
  await send(form, round === FULL ? [...asked, ['queue', 'yes']] : asked);
  await mailsTo(story.app(), email);
  return email;
}

/** Enrols and does not prove the address, so that the mail that asks once more is due later. */
async function leaveCodeLying(story: RunningApp, language: Language): Promise<void> {
  const fields: Fields = [
    ['firstName', 'Robin'],
    ['email', `${language}-kvar@exempel.test`],
    ['childAges', '3-6'],
  ];
  // From a network where nobody else holds seats: only who holds one is asked.
  const browser = story.visitor({ ip: `198.51.100.${String(language.charCodeAt(0))}` });
  await post(browser, `/${language}${WITH_SEATS}/anmalan`, fields);
}

async function askToBeCalled(tour: SiteTour, browser: Browser, language: Language): Promise<void> {
  tour.add(
    'visitor',
    await post(browser, `/${language}/ring-mig`, [
      ['name', 'Kim'],
      ['phone', '070-174 06 05'],
      ['whenToCall', 'kvällar'],
    ]),
  );
}

/** No mail of today's brings anything along; the mailbox could show it. */
async function addMailWithCalendar(story: RunningApp): Promise<void> {
  const calendar = {
    filename: 'traff.ics',
    contentType: 'text/calendar',
    content: 'BEGIN:VCALENDAR',
  };
  await story.db().transaction((em) =>
    em.insert(DemoMail, {
      messageId: '<kalender@exempel.test>',
      recipient: 'robin@exempel.test',
      language: 'sv',
      subject: 'Träff',
      html: '<!doctype html><html lang="sv"><title>Träff</title><h1>Träff</h1></html>',
      text: 'Träff',
      attachments: [calendar],
      sentAt: story.clock.now(),
    }),
  );
}

async function tourOfStaff(tour: SiteTour, story: RunningApp): Promise<void> {
  for (const [email, password] of [
    ['', ''],
    [demoStaff.leader.email, 'fel'],
  ] as const) {
    const typed: Fields = [
      ['email', email],
      ['password', password],
    ];
    tour.add('visitor', await post(story.visitor(), '/logga-in', typed));
  }
  for (const { email, roles } of Object.values(demoStaff)) {
    const browser = story.visitor();
    const fields: Fields = [
      ['email', email],
      ['password', DEMO_PASSWORD],
    ];
    const first = tour.add(roles.join(), await post(browser, '/logga-in', fields));
    // Every leader has dozens of registers; one leader's are enough.
    const within = email === demoStaff.leader.email ? /^\/(ledare|admin)/ : /^\/(ledare|admin)$/;
    await tour.walk(roles.join(), browser, [first.path], within);
    if (roles.includes('leader')) await keepRegister(tour, browser);
    tour.add(roles.join(), await browser.get('/admin/finns-inte'));
  }
}

/** Saves a register as it is, so that the page says so. */
async function keepRegister(tour: SiteTour, browser: Browser): Promise<void> {
  const rounds = await browser.get('/ledare');
  const href = rounds.$('a[href$="/narvaro"]').attr('href');
  if (href === undefined) return;
  const register = await browser.get(href);
  tour.add('leader', await register.press('Spara'));
}

function post(browser: Browser, path: string, fields: Fields): Promise<SeenPage> {
  return browser.fromOwnPage(path, { method: 'POST', fields });
}
