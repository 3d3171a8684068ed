import { beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_HELP_LINES } from '../../src/demo/content/help-lines.js';
import { demoProgrammes } from '../../src/demo/content/programmes.js';
import { demoStaff } from '../../src/demo/content/staff.js';
import { demoVenues } from '../../src/demo/content/venues.js';
import { LANGUAGES, type Language } from '../../src/platform/config/settings.js';
import { Views } from '../../src/platform/web/views.js';
import { useApp } from '../support/app.js';
import { describeOn } from '../support/databases.js';
import { tourOfDemo } from '../support/demo-tour.js';
import { useDemo } from '../support/demo.js';
import { textsOf } from '../support/locale-texts.js';
import { brokenReferences, foreignAddresses, ownStyleAndScript } from '../support/page-faults.js';
import { looksSwedish, wordsOf } from '../support/page-words.js';
import { production } from '../support/production.js';
import { routesOf } from '../support/routes.js';
import type { SiteTour, Visit } from '../support/site-tour.js';
import { hire, signIn } from '../support/staff.js';
import { makeStrict } from '../support/strict-views.js';

/** Public addresses that are no page: they lead on. */
const WAYS_ON = [
  '/',
  '/lamna',
  '/:lang/kurser/:programme/:round/anmalan/kod/adress',
  '/:lang/kurser/:programme/:round/anmalan/kod/ny',
  '/:lang/mina-kurser/:enrolment/bara-telefon',
  '/:lang/mina-kurser/:enrolment/erbjudande',
  '/:lang/mina-kurser/:enrolment/tillsammans',
  '/:lang/mina-kurser/:enrolment/tillsammans/kod',
  '/:lang/mina-kurser/:enrolment/tillsammans/ensam',
  '/:lang/mina-kurser/:enrolment/barnpassning',
  '/:lang/mina-kurser/kalender/bort',
  '/:lang/mina-kurser/uppgifter/adress/kod',
  '/:lang/mina-kurser/uppgifter/egen-kod',
  '/:lang/mina-kurser/uppgifter/egen-kod/bort',
  '/:lang/mina-kurser/uppgifter/mejl',
  '/:lang/mina-kurser/uppgifter/telefon',
  '/:lang/mina-kurser/webblasare/:browser',
];

/** Names stand in a text of any language as they are; and the word that calendars show, in quotes. */
const NAMES = [
  'Familjepeppen',
  'Umeå kommun',
  'UmeBrå',
  'Umeå',
  'Träff',
  ...Object.values(demoStaff).map(({ firstName }) => firstName),
  ...Object.values(demoVenues).flatMap(({ name, district, address, room }) =>
    [name, district, address, room].filter((each) => each !== null),
  ),
  ...DEMO_HELP_LINES.map(({ texts }) => texts.sv.name),
].sort((a, b) => b.length - a.length);

/** A course's name may stand inside a sentence; by itself it says that it is Swedish. */
const COURSES = demoProgrammes.map(({ texts }) => texts.sv.name);

const isHtml = ({ page }: Visit) => String(page.headers['content-type']).startsWith('text/html');
/** A mail as its reader's program shows it: it brings its looks along. */
const isMail = ({ path }: Visit) => /^\/demo\/brevlada\/\d+$/.test(path);
const pathOf = ({ path }: Visit) => path.split('?')[0] ?? '';
const languageOf = ({ path }: Visit) => /^\/(sv|en|ar)(?=\/|\?|$)/.exec(path)?.[1];

/** Where a rule is broken: one line a page, with what is wrong there. */
function faults(visits: readonly Visit[], find: (visit: Visit) => readonly string[]): string[] {
  return visits.flatMap((visit) => {
    const found = [...new Set(find(visit))];
    return found.length === 0 ? [] : [`${visit.path} as ${visit.who}: ${found.join(' | ')}`];
  });
}

/** Whether an address is one of a route's: `/:lang/kurser`. */
function matches(route: string, address: string): boolean {
  const pattern = route.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(address);
}

const rendered = new Set<string>();

describeOn('sqlite', 'The pages of the demo', (database) => {
  const story = useDemo(database);
  let tour: SiteTour;
  let pages: Visit[];
  /** Opened by their address or by a link, without a cookie. */
  let open: Visit[];

  beforeAll(async () => {
    const templates = makeStrict(story.app().get(Views));
    tour = await tourOfDemo(story);
    pages = tour.visits.filter(isHtml);
    open = tour.visits.filter(({ who, method }) => who === 'visitor' && method === 'GET');
    for (const name of templates) rendered.add(name);
  });

  const publicRoutes = () =>
    routesOf(story.app()).filter(
      ({ method, path, access }) =>
        method === 'GET' && access.kind === 'public' && !WAYS_ON.includes(path),
    );

  it('are there wherever a link leads', () => {
    const linked = tour.visits.filter(({ from }) => from !== null);
    expect(linked.length).toBeGreaterThan(300);
    const broken = faults(linked, ({ page: { status }, from }) =>
      status === 200 ? [] : [`${String(status)}, linked from ${from ?? ''}`],
    );
    expect(broken).toEqual([]);
  });

  it('never fail, and answer mistakes in words', () => {
    const expected = [200, 404, 410, 422];
    const failed = faults(tour.visits, ({ page: { status } }) =>
      expected.includes(status) ? [] : [String(status)],
    );
    expect(failed).toEqual([]);
    const mistakes = pages.filter(({ page }) => page.status === 422);
    expect(mistakes.length).toBeGreaterThan(20);
    const silent = faults(mistakes, ({ page }) =>
      page.errors.length > 0 || page.$('main [data-color=warning]').length > 0 ? [] : ['silent'],
    );
    expect(silent).toEqual([]);
  });

  it('are all seen on the tour, whichever route they have', () => {
    const seen = tour.visits.map(pathOf);
    const unseen = routesOf(story.app())
      .filter(({ method, path }) => method === 'GET' && !WAYS_ON.includes(path))
      .filter(({ path }) => !seen.some((address) => matches(path, address)));
    expect(unseen.map(({ name }) => name)).toEqual([]);
  });

  it('exist in every language', () => {
    const pathsIn = (language: Language) =>
      open
        .filter((visit) => languageOf(visit) === language && visit.page.status === 200)
        .map(({ path }) => path.slice(language.length + 1))
        .sort();
    const swedish = pathsIn('sv');
    expect(swedish.length).toBeGreaterThan(60);
    for (const language of LANGUAGES) expect(pathsIn(language)).toEqual(swedish);
  });

  it('say which language they are in, and which way it runs', () => {
    const wrong = faults(pages, (visit) => {
      const language = languageOf(visit) ?? 'sv';
      const html = visit.page.$('html');
      const wanted = isMail(visit) ? html.attr('lang') : language;
      const dir = wanted === 'ar' ? 'rtl' : 'ltr';
      const inOrder = html.attr('lang') === wanted && (isMail(visit) || html.attr('dir') === dir);
      return inOrder ? [] : [`lang ${html.attr('lang') ?? ''}, dir ${html.attr('dir') ?? ''}`];
    });
    expect(wrong).toEqual([]);
  });

  it('are the same bytes for everyone and set no cookie', async () => {
    const known = story.visitor({ languages: 'ar' });
    known.cookies.take('sid=somebody.signature; Path=/');
    known.cookies.take('steg=something; Path=/');
    const different: string[] = [];
    for (const { path, page } of open.filter((visit) => languageOf(visit) !== undefined)) {
      const again = await known.get(path);
      if (again.body !== page.body) different.push(path);
    }
    expect(different).toEqual([]);
    expect(faults(open, ({ page }) => (page.headers['set-cookie'] ? ['cookie'] : []))).toEqual([]);
  });

  it('answer HEAD as they answer GET, but for the page', async () => {
    const different: string[] = [];
    for (const route of publicRoutes()) {
      const visit = tour.visits.find(
        (each) => each.method === 'GET' && matches(route.path, pathOf(each)),
      );
      if (visit === undefined) throw new Error(`${route.name} was not seen`);
      const get = await story.visitor().send(visit.path);
      const head = await story.visitor().send(visit.path, { method: 'HEAD' });
      const same = ['content-type', 'cache-control', 'content-security-policy'].every(
        (name) => head.headers[name] === get.headers[name],
      );
      if (!same || head.status !== get.status || head.body !== '') different.push(visit.path);
    }
    expect(different).toEqual([]);
  });

  it('hold no style and no script of their own', () => {
    const ours = pages.filter((visit) => !isMail(visit));
    expect(faults(ours, ({ page }) => ownStyleAndScript(page.$))).toEqual([]);
  });

  it('load nothing from anywhere else, and say so to the browser', () => {
    expect(faults(pages, ({ page }) => foreignAddresses(page.$))).toEqual([]);
    const allowing = faults(pages, ({ page: { headers } }) => {
      const policy = String(headers['content-security-policy']);
      const strict =
        /default-src '(self|none)'/.test(policy) && !/unsafe-eval|https:|\*/.test(policy);
      return strict ? [] : [policy];
    });
    expect(allowing).toEqual([]);
  });

  it('lead to other sites over https only, and do not tell them whence', () => {
    expect([...tour.foreign].filter((address) => !address.startsWith('https://'))).toEqual([]);
    const telling = faults(pages, ({ page: { headers } }) => {
      const policy = String(headers['referrer-policy']);
      return ['no-referrer', 'same-origin'].includes(policy) ? [] : [policy];
    });
    expect(telling).toEqual([]);
  });

  it('speak Swedish on a page, or in a mail, of another language only where they say so', () => {
    const swedish = [...textsOf('sv').values()].filter((text) => !text.includes('{{'));
    const own = Object.fromEntries(LANGUAGES.map((code) => [code, [...textsOf(code).values()]]));
    const saidLanguage = ({ page }: Visit) => page.$('html').attr('lang') ?? '';
    const foreign = pages.filter((visit) => ['en', 'ar'].includes(saidLanguage(visit)));
    expect(foreign.filter(isMail).length).toBeGreaterThan(5);
    const found = faults(foreign, (visit) => {
      const known = own[saidLanguage(visit)]!;
      const isSwedish = (text: string) =>
        COURSES.includes(text) ||
        looksSwedish(text, [...NAMES, ...COURSES]) ||
        (swedish.includes(text) && !known.includes(text));
      const words = wordsOf(visit.page.$);
      // What is marked in one place of a page is Swedish in all of them, such as a help line's name.
      const marked = new Set(
        words
          .filter(({ language, text }) => language === 'sv' && /\p{L}/u.test(text))
          .map(({ text }) => text)
          .filter((text) => !NAMES.includes(text)),
      );
      return words
        .filter(({ language }) => language !== 'sv')
        .filter(({ text }) => isSwedish(text) || marked.has(text.replace(/^[:\s]+/, '')))
        .map(({ text }) => text.slice(0, 100));
    });
    expect(found).toEqual([]);
  });

  it('of courses and rounds have a title each', () => {
    const courses = open.filter(
      ({ path, page }) => page.status === 200 && /^\/\w+\/kurser\/[^/?]+(\/[^/?]+)?$/.test(path),
    );
    // What is not translated has its Swedish title in every language.
    const addresses = new Map(
      courses.map(({ path, page }) => [path, `${path.slice(0, 3)} ${page.title}`]),
    );
    expect(addresses.size).toBeGreaterThan(30);
    expect(new Set(addresses.values()).size).toBe(addresses.size);
  });

  it('have a title, one heading, and references that lead somewhere', () => {
    const ours = pages.filter((visit) => !isMail(visit));
    const wrong = faults(ours, ({ path, page }) => {
      const headings = page.$('h1').length;
      // The page of components shows one that has a heading of its own.
      const wanted = path.startsWith('/demo/komponenter') ? 2 : 1;
      return [
        ...brokenReferences(page.$),
        ...(headings === wanted ? [] : [`${String(headings)} h1`]),
        ...(page.title === '' ? ['no title'] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });
});

describeOn('sqlite', 'The pages outside the demo', (database) => {
  const story = useApp(database, {
    settings: production({ DEMO: '0' }),
  });

  it('let no staff in before there is a second factor', async () => {
    const templates = makeStrict(story.app().get(Views));
    await hire(story.app(), 'Karin', 'leader');
    const browser = story.visitor();
    expect((await signIn(browser, 'Karin')).status).toBe(200);
    expect((await browser.send('/ledare')).status).toBe(303);
    for (const name of templates) rendered.add(name);
  });

  it('are the same, but for those that belong to the demo', async () => {
    const paths = routesOf(story.app()).map(({ path }) => path);
    expect(paths.filter((path) => path.startsWith('/demo'))).toEqual([]);
    for (const path of ['/demo/brevlada', '/demo/komponenter'])
      expect((await story.visitor().get(path)).status).toBe(404);
  });
});

describe('The templates', () => {
  it('are all rendered on these tours, and ask for no key that is not there', () => {
    expect(rendered.size).toBeGreaterThan(0);
    expect(new Views().names.filter((name) => !rendered.has(name))).toEqual([]);
  });
});
