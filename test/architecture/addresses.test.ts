import { beforeAll, expect, it } from '@jest/globals';
import { statementsOf, useApp } from '../support/app.js';
import type { Browser } from '../support/browser.js';
import { describeOn } from '../support/databases.js';
import { mailLinks, type MailedLinks } from '../support/mailed-links.js';
import { routesOf, type AppRoute } from '../support/routes.js';
import type { SeenPage } from '../support/seen-page.js';
import { hire, signIn } from '../support/staff.js';

const FORGED = 'a'.repeat(43);
const OWN = { 'sec-fetch-site': 'same-origin' };

/** Whoever is on no list has left it, however often they press. */
const LEAVING = 'POST /:lang/intresse/:token/lamna';

/** For two adults who share a mailbox: has its own test. */
const WHO = 'POST /:lang/mina-kurser/logga-in/vem';

const writes = (statements: readonly string[]) =>
  statements.filter((sql) => /^\s*(insert|update|delete|replace)\b/i.test(sql));

/** Kept for a moment, sealed, for whoever is asked to sign in first. */
const isKeptForm = (sql: string) => sql.includes('kept_form');

describeOn('sqlite', 'Every address', (database) => {
  const story = useApp(database);
  let links: MailedLinks;
  let browsers: Readonly<Record<string, Browser>>;
  let visits = 0;

  beforeAll(async () => {
    links = await mailLinks(story, await hire(story.app(), 'Karin', 'leader'));
    await hire(story.app(), 'Siv', 'coordinator', 'editor', 'administrator');
    const [karin, siv] = [story.visitor(), story.visitor()];
    await signIn(karin, 'Karin');
    await signIn(siv, 'Siv');
    browsers = {
      visitor: story.visitor(),
      parent: links.parent.browser,
      ...links.asking,
      karin,
      siv,
    };
  });

  const routes = (wanted: (route: AppRoute) => boolean) => {
    const all = routesOf(story.app()).filter(wanted);
    expect(all.length).toBeGreaterThan(5);
    return all;
  };
  /** The address of a route, with what exists in the places of its parameters. */
  const addressOf = ({ path }: AppRoute, token?: string) => {
    const word = path.split('/')[2] ?? '';
    const values: Readonly<Record<string, string>> = {
      lang: 'sv',
      token: token ?? links.tokens[word] ?? FORGED,
      enrolment: links.parent.place.path.split('/').at(-1) ?? '',
      meeting: String(links.meeting),
      programme: path.includes('/intresse') ? links.waitedFor : links.slug,
      round: links.slug,
    };
    return path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '1');
  };
  /** A link that is pressed, each time from a network of its own. */
  const press = (path: string, method: string) => {
    visits += 1;
    const visitor = story.visitor({ ip: `10.0.${String(visits >> 8)}.${String(visits & 255)}` });
    return method === 'POST'
      ? visitor.send(path, { method, fields: [], headers: OWN })
      : visitor.send(path, { method: method === 'HEAD' ? 'HEAD' : 'GET', headers: OWN });
  };

  it('changes nothing when it is only read, by GET or HEAD, whoever reads', async () => {
    const found: string[] = [];
    let pages = 0;
    // The way out makes the browser forget who it is, and has its own test.
    for (const route of routes(({ method, path }) => method === 'GET' && path !== '/lamna'))
      for (const [who, browser] of Object.entries(browsers))
        for (const method of ['GET', 'HEAD'] as const) {
          const statements = await statementsOf(story.db(), async () => {
            const { status } = await browser.send(addressOf(route), { method });
            if (status === 200) pages += 1;
          });
          const written = writes(statements);
          if (written.length > 0) found.push(`${method} ${route.path} as ${who}: ${written[0]}`);
        }
    expect(found).toEqual([]);
    expect(pages).toBeGreaterThan(200);
  });

  it('that holds a token opens for its own kind of token', async () => {
    expect(Object.keys(links.tokens)).toHaveLength(6);
    for (const [word, token] of Object.entries(links.tokens))
      expect([word, (await press(`/sv/${word}/${token}`, 'GET')).status]).toEqual([word, 200]);
    const words = routes(({ path }) => path.includes(':token')).map(
      ({ path }) => path.split('/')[2],
    );
    // A new kind of link is mailed by `mailLinks`, and held to these rules.
    expect(new Set(words)).toEqual(new Set(Object.keys(links.tokens)));
  });

  it('that holds a token has the way out on its page, whichever course it is about', async () => {
    for (const [word, token] of Object.entries(links.tokens)) {
      const page = await press(`/sv/${word}/${token}`, 'GET');
      if (page.$('main').length === 0) continue;
      expect([word, page.$('a[href="/lamna"]').length]).toEqual([word, 1]);
    }
  });

  it('answers a forged token and a foreign one alike: what to do next, and nothing of anybody', async () => {
    for (const route of routes(({ path }) => path.includes(':token'))) {
      const word = route.path.split('/')[2] ?? '';
      const { [word]: _own, ...foreign } = links.tokens;
      const forged = await press(addressOf(route, FORGED), route.method);
      const expected = route.name === LEAVING ? [200] : [404, 410];
      expect([route.name, expected.includes(forged.status)]).toEqual([route.name, true]);
      const ways = forged.$('main a[href^="/sv"], main a[href^="tel:"]');
      expect([route.name, ways.length > 0]).toEqual([route.name, true]);
      expect(forged.body).not.toMatch(/ada|bim|cia|Kursen|tisdagar|Väven/);
      for (const token of ['b'.repeat(43), 'kort', ...Object.values(foreign)]) {
        let page: SeenPage | undefined;
        const statements = await statementsOf(story.db(), async () => {
          page = await press(addressOf(route, token), route.method);
        });
        expect([route.name, writes(statements)]).toEqual([route.name, []]);
        expect([page?.status, page?.body.replaceAll(token, FORGED)]).toEqual([
          forged.status,
          forged.body,
        ]);
      }
    }
    for (const [word, token] of Object.entries(links.tokens))
      expect([word, (await press(`/sv/${word}/${token}`, 'GET')).status]).toEqual([word, 200]);
  });

  it('that a form is sent to takes no field that the form does not have', async () => {
    for (const route of routes(({ method, takesFields }) => method === 'POST' && takesFields)) {
      if (route.name === WHO) continue;
      const answers: number[] = [];
      const statements = await statementsOf(story.db(), async () => {
        for (const browser of Object.values(browsers)) {
          const fields = [['smuggled', 'yes']] as const;
          const how = { method: 'POST', fields, headers: OWN } as const;
          answers.push((await browser.send(addressOf(route), how)).status);
        }
      });
      expect([route.name, Math.max(...answers) < 500]).toEqual([route.name, true]);
      expect([route.name, answers]).toEqual([route.name, expect.arrayContaining([400])]);
      const written = writes(statements).filter((sql) => !isKeptForm(sql));
      expect([route.name, written]).toEqual([route.name, []]);
    }
  });
});
