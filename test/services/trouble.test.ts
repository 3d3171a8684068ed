import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { DemoLoader } from '../../src/demo/demo-loader.service.js';
import { HelpLines } from '../../src/library/help-lines.service.js';
import { PageCache } from '../../src/platform/web/page-cache.js';
import { describeOn, type TestDatabase } from '../support/databases.js';
import { FaultyLink } from '../support/faulty-link.js';
import { useListeningApp, type RawAnswer } from '../support/listening.js';
import { lockAgainstWriting } from '../support/locks.js';
import { inTime } from '../support/patience.js';

/** Within three seconds a person is to see that it does not work just now. */
const PATIENCE_MS = 3_000;
const PAGES = ['/sv', '/sv/kurser', '/en/kunskapsbank', '/ar/handlingsplan', '/sitemap.xml'];
const SIGN_IN = {
  method: 'POST',
  headers: {
    origin: 'http://localhost:3000',
    'content-type': 'application/x-www-form-urlencoded',
  },
  body: 'email=ledare%40demo.test&password=familjepeppen-demo',
};

describeOn('mariadb', 'The site while its database is gone', (database) => {
  let link: FaultyLink;
  const linked: { -readonly [key in keyof TestDatabase]: TestDatabase[key] } = {
    kind: 'mariadb',
    url: '',
  };
  beforeAll(async () => {
    link = new FaultyLink(new URL(database.url));
    await link.works();
    linked.url = link.url;
  });
  const server = useListeningApp(linked, { before: (app) => loadDemo(app) });
  beforeEach(async () => {
    await link.works();
    await serves();
    server.app().get(PageCache).empty();
  });
  afterAll(() => link.refuses());

  const serves = async () => {
    while ((await server.get('/health/ready')).status !== 200) await sleep(100);
  };
  const goes = { away: () => link.refuses(), 'on without answering': () => link.hangs() };

  describe.each(Object.entries(goes))('and the database goes %s', (_, trouble) => {
    beforeEach(async () => {
      await trouble();
    });

    it('says so in plain words within three seconds, in the language of the page', async () => {
      const many = [...PAGES, ...PAGES, ...PAGES];
      const answers = await inTime(
        PATIENCE_MS,
        Promise.all([
          ...many.map((path) => server.get(path, { agent: new Agent() })),
          server.get('/logga-in', SIGN_IN),
        ]),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
      for (const { headers } of answers) {
        expect(headers['retry-after']).toBe('5');
        expect(headers['cache-control']).toBe('no-store');
      }
      expect(answers[1]?.body.toString()).toContain('lang="sv"');
      expect(answers[3]?.body.toString()).toContain('dir="rtl"');
    });

    it('serves the help lines and the way out', async () => {
      // As somebody who is signed in, whose session nobody can read.
      const headers = {
        cookie: 'sid=a-session-that-was-signed.somehow',
        'sec-fetch-dest': 'document',
      };
      const ask = (path: string) => server.get(path, { headers });
      const [help, exit] = await inTime(1_000, Promise.all([ask('/sv/stod'), ask('/lamna')]));
      expect(help.status).toBe(200);
      expect(help.body.toString()).toContain('tel:112');
      expect(exit.status).toBe(303);
      expect(exit.headers['clear-site-data']).toBe('"cache", "storage"');
    });

    it('is alive but not ready, and needs no restart', async () => {
      expect((await server.get('/health/live')).status).toBe(200);
      expect((await server.get('/health/ready')).status).toBe(503);
      await link.works();
      await serves();
      const answers = await Promise.all(PAGES.map((path) => server.get(path)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    });
  });
});

describeOn('sqlite', 'The site while another process holds its database', (database) => {
  const server = useListeningApp(database, { before: (app) => loadDemo(app) });
  let unlock: () => Promise<void>;
  beforeAll(async () => {
    unlock = await lockAgainstWriting(database, 'act_count');
  });

  it('shows every page, refuses what it cannot write, and goes on afterwards', async () => {
    const writing = server.get('/logga-in', SIGN_IN);
    const pages = await Promise.all(PAGES.map((path) => server.get(path)));
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
    const refused: RawAnswer = await writing;
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('5');
    await unlock();
    expect((await server.get('/logga-in', SIGN_IN)).status).toBe(303);
  });
});

async function loadDemo(app: NestFastifyApplication): Promise<void> {
  await app.get(DemoLoader).load();
  await app.get(HelpLines).refresh();
}
