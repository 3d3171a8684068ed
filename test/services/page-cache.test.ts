import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { DemoLoader } from '../../src/demo/demo-loader.service.js';
import { ContentChanges } from '../../src/platform/database/content-changes.js';
import { ContentRevision } from '../../src/platform/database/content-revision.entity.js';
import { PageCache } from '../../src/platform/web/page-cache.js';
import { ProgrammeText } from '../../src/programmes/programme-text.entity.js';
import { statementsOf } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { useListeningApp, type RawAnswer } from '../support/listening.js';

const PAGE = '/sv/kurser';

describeOnBothDatabases('The page cache', (database) => {
  const server = useListeningApp(database, {
    before: async (app) => {
      await app.get(DemoLoader).load();
    },
  });
  const cache = () => server.app().get(PageCache);

  /** The cache's clock stands still, so that no page runs out while a slow machine asks again. */
  let at = 0;
  beforeEach(async () => {
    jest.spyOn(performance, 'now').mockImplementation(() => at);
    // What was loaded, or changed by the test before, is no news in the middle of this one.
    await cache().onApplicationBootstrap();
    cache().empty();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** Asks, and says whether the app had to do anything. */
  const asked = async (
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ answer: RawAnswer; kept: boolean }> => {
    const before = cache().hits;
    const answer = await server.get(path, { headers });
    return { answer, kept: cache().hits > before };
  };

  it('answers the second time without the app, with the same bytes and headers', async () => {
    const first = await asked(PAGE);
    const statements = await statementsOf(server.db(), async () => {
      const second = await asked(PAGE);
      expect(second.kept).toBe(true);
      expect(second.answer.status).toBe(200);
      expect(second.answer.body.equals(first.answer.body)).toBe(true);
      expect(withoutDate(second.answer)).toEqual(withoutDate(first.answer));
    });
    expect(ofPages(statements)).toEqual([]);
    expect(first.kept).toBe(false);
    expect(first.answer.headers).toMatchObject({
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    expect(first.answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('packs with %s, the first time and from the cache', async (encoding, unpack) => {
    const plain = (await asked(PAGE)).answer.body;
    cache().empty();
    for (const kept of [false, true]) {
      const { answer, kept: wasKept } = await asked(PAGE, { 'accept-encoding': encoding });
      expect(wasKept).toBe(kept);
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['content-length']).toBe(String(answer.body.length));
      expect(unpack(answer.body).equals(plain)).toBe(true);
    }
  });

  it('tells a browser that holds the page so, kept or not, however it is packed', async () => {
    const { etag = '' } = (await asked(PAGE, { 'accept-encoding': 'br' })).answer.headers;
    for (const kept of [true, false]) {
      if (!kept) cache().empty();
      const { answer, kept: wasKept } = await asked(PAGE, { 'if-none-match': etag });
      expect(wasKept).toBe(kept);
      expect(answer.status).toBe(304);
      expect(answer.body).toHaveLength(0);
      expect(answer.headers).toMatchObject({ etag, 'cache-control': 'no-cache' });
      expect(answer.headers['content-security-policy']).toBeDefined();
    }
    expect((await asked(PAGE, { 'if-none-match': 'W/"another"' })).answer.status).toBe(200);
  });

  it('answers HEAD like GET, without the body', async () => {
    const { answer } = await asked(PAGE);
    for (const kept of [true, false]) {
      if (!kept) cache().empty();
      const head = await server.get(PAGE, { method: 'HEAD' });
      expect(head.body).toHaveLength(0);
      expect(withoutDate(head)).toEqual(withoutDate(answer));
    }
  });

  it('looks at no cookie and sets none', async () => {
    const plain = await asked(PAGE);
    const cookie = 'sid=somebody; steg=something';
    const kept = await asked(PAGE, { cookie });
    expect(kept.kept).toBe(true);
    cache().empty();
    const rendered = await asked(PAGE, { cookie });
    for (const { answer } of [kept, rendered]) {
      expect(answer.body.equals(plain.answer.body)).toBe(true);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('knows a page by what its address says, in any order', async () => {
    await asked('/sv/kurser?alder=3-6&dag=2');
    expect((await asked('/sv/kurser?dag=2&q=&alder=3-6')).kept).toBe(true);
    expect((await asked('/sv/kurser?dag=3&alder=3-6')).kept).toBe(false);
    await asked('/sv/kunskapsbank?typ=artikel');
    expect((await asked('/sv/kunskapsbank?typ=artikel')).kept).toBe(true);
  });

  it.each([
    ['/sv/kurser', '/sv/kurser?fbclid=abc&utm_source=mail&utm_source=again'],
    ['/sv/kurser', '/sv/kurser?alder=junk&dag=9&form=x&sprak=xx&lediga=ja&sida=0&q=%20'],
    ['/sv/kurser', '/sv/kurser?lediga=&%E5=%&&='],
    ['/sv/kurser?alder=3-6&dag=2', '/sv/kurser?fbclid=a&dag=9&dag=2&%61lder=3-6&alder=3-6&sida=1'],
    ['/sv/kunskapsbank?amne=vald', '/sv/kunskapsbank?typ=dikt&malgrupp=toString&amne=vald&amne=x'],
    ['/ar/stod', '/ar/stod?fbclid=abc'],
    ['/sitemap.xml', '/sitemap.xml?v=2'],
  ])('answers as %s what is asked as %s, whichever comes first', async (plain, junk) => {
    const page = (await asked(plain)).answer;
    for (const first of [plain, junk]) {
      cache().empty();
      const rendered = await asked(first);
      const again = await asked(first === plain ? junk : plain);
      expect([rendered.kept, again.kept]).toEqual([false, true]);
      for (const { answer } of [rendered, again])
        expect([answer.status, answer.body.equals(page.body)]).toEqual([200, true]);
    }
  });

  it('takes no choice away that a page knows', async () => {
    const bodies = new Set<string>();
    const choices = ['', 'alder=3-6', 'sprak=ar', 'form=digitalt', 'dag=2', 'lediga=1', 'sida=2'];
    for (const choice of choices) {
      const path = `${PAGE}?${choice}&fbclid=abc`;
      bodies.add((await asked(path)).answer.body.toString());
      expect((await asked(path)).kept).toBe(true);
    }
    expect(bodies.size).toBe(choices.length);
  });

  it.each(['lediga=1&lediga=1', 'q=&q=', 'sida=2&sida=3'])(
    'refuses a value that is given twice where a page reads one, kept or not: %s',
    async (query) => {
      for (const kept of [false, true]) {
        if (kept) await asked(PAGE);
        expect((await asked(`${PAGE}?${query}`)).answer.status).toBe(400);
      }
    },
  );

  it.each([
    '/sv/kurser?q=pappa',
    '/sv/kurser?q=pappa&fbclid=abc',
    '/sv/kurser/finns-inte',
    '/sv/ring-mig',
    '/logga-in',
    '/ledare',
    '/demo/brevlada',
    '/lamna',
    '/',
    '/health/ready',
  ])('does not keep %s', async (path) => {
    const first = await asked(path);
    const second = await asked(path);
    expect([first.kept, second.kept]).toEqual([false, false]);
  });

  it.each(['/sv', '/ar/stod', '/sv/handlingsplan', '/sitemap.xml', '/robots.txt'])(
    'keeps %s',
    async (path) => {
      await asked(path);
      expect((await asked(path)).kept).toBe(true);
    },
  );

  it('renders a page once, however many ask at the same time', async () => {
    const ten = () => Promise.all(Array.from({ length: 10 }, () => server.get(PAGE)));
    const alone = await statementsOf(server.db(), () => server.get(PAGE));
    cache().empty();
    let answers: RawAnswer[] = [];
    const together = await statementsOf(server.db(), async () => (answers = await ten()));
    expect(ofPages(together)).toHaveLength(ofPages(alone).length);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('goes on when whoever asked first has left', async () => {
    const leaving = new AbortController();
    const first = server.get(PAGE, { signal: leaving.signal }).catch(() => null);
    const others = [server.get(PAGE), server.get(PAGE)];
    await once(server.app().getHttpServer(), 'request');
    leaving.abort();
    expect(await first).toBeNull();
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200]);
  });

  describe('when editorial content has changed', () => {
    const rename = (name: string, mark: boolean) =>
      server.db().transaction(async (em) => {
        await em.update(ProgrammeText, { language: 'sv' }, { name });
        if (mark) await server.app().get(ContentChanges).mark(em);
      });

    it('shows it at once', async () => {
      await asked(PAGE);
      await rename('Nytt namn', true);
      const { answer, kept } = await asked(PAGE);
      expect(kept).toBe(false);
      expect(answer.body.toString()).toContain('Nytt namn');
    });

    it('keeps nothing that was begun before', async () => {
      const early = server.get(PAGE);
      await rename('Senare namn', true);
      await early;
      expect((await asked(PAGE)).answer.body.toString()).toContain('Senare namn');
    });

    it('shows sooner than the page runs out what another process has changed', async () => {
      await asked(PAGE);
      await rename('Annan process', false);
      await server
        .db()
        .transaction((em) => em.increment(ContentRevision, { id: 1 }, 'revision', 1));
      let shown = '';
      while (!shown.includes('Annan process')) {
        await sleep(100);
        shown = (await asked(PAGE)).answer.body.toString();
      }
    });
  });

  it('keeps a page for five seconds', async () => {
    await asked(PAGE);
    at += 4_999;
    expect((await asked(PAGE)).kept).toBe(true);
    at += 1;
    expect((await asked(PAGE)).kept).toBe(false);
  });
});

/** Without the cache's own question whether another process has changed anything. */
function ofPages(statements: readonly string[]): string[] {
  return statements.filter((sql) => !sql.includes('content_revision'));
}

function withoutDate({ headers }: RawAnswer): RawAnswer['headers'] {
  const { date: _date, ...others } = headers;
  return others;
}
