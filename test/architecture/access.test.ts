import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AccessCheck } from '../../src/platform/web/access-check.js';
import { Parent, Public, Staff, type Role } from '../../src/platform/web/access.js';
import { useApp } from '../support/app.js';
import type { Browser } from '../support/browser.js';
import { describeOn } from '../support/databases.js';
import { addGroup } from '../support/group.js';
import { routesOf, watchRoutes } from '../support/routes.js';
import { hire, signIn } from '../support/staff.js';

/** Routes that no controller has, and so no guard: built files, which are the same for everybody. */
const RAW_ROUTES = ['GET /assets/*', 'HEAD /assets/*'];

/** Who may open what. Not yours is not there: 404. */
const STAFF_ROUTES: Readonly<Record<string, readonly Role[]>> = {
  'GET /ledare': ['leader', 'coordinator'],
  'GET /ledare/traffar/:meeting/narvaro': ['leader', 'coordinator'],
  'POST /ledare/traffar/:meeting/narvaro': ['leader', 'coordinator'],
  'GET /admin': ['coordinator', 'editor', 'administrator'],
};

const ROLES: readonly Role[] = ['leader', 'coordinator', 'editor', 'administrator'];

/** One member of staff for each role, who holds no other. */
const PEOPLE: Readonly<Record<Role, string>> = {
  leader: 'Karin',
  coordinator: 'Siv',
  editor: 'Eva',
  administrator: 'Lena',
};

const watched = watchRoutes();
afterAll(() => watched.stop());

describeOn('sqlite', 'Access', (database) => {
  const story = useApp(database);
  const browsers = new Map<string, Browser>();
  let own: number;
  let others: number;

  beforeAll(async () => {
    const karin = await hire(story.app(), PEOPLE.leader, 'leader');
    const omar = await hire(story.app(), 'Omar', 'leader');
    for (const role of ROLES.slice(1)) await hire(story.app(), PEOPLE[role], role);
    [own, others] = await story.db().transaction(async (em) => {
      const meetings = [{ date: '2027-01-12' }];
      const group = { meetings, people: [{ firstName: 'Elin' }] };
      const first = await addGroup(em, { slug: 'tisdagar', leaders: [karin], ...group });
      const second = await addGroup(em, { slug: 'onsdagar', leaders: [omar], ...group });
      return [first.meetings[0]!, second.meetings[0]!];
    });
    for (const name of Object.values(PEOPLE)) {
      const browser = story.visitor();
      expect((await signIn(browser, name)).status).toBe(200);
      browsers.set(name, browser);
    }
  });

  /** What a browser gets at a route; a form is sent from our own page, and empty. */
  async function answer(
    browser: Browser,
    route: string,
    meeting = own,
  ): Promise<'in' | 'not there' | 'sign in first'> {
    const [method = '', path = ''] = route.split(' ');
    const page = await browser.send(path.replace(':meeting', String(meeting)), {
      method: method === 'POST' ? 'POST' : 'GET',
      ...(method === 'POST' ? { fields: [], headers: { 'sec-fetch-site': 'same-origin' } } : {}),
    });
    if (page.status >= 400 && page.status !== 404) throw new Error(`${route}: ${page.status}`);
    if (page.status === 404) return 'not there';
    return page.redirectsTo?.includes('/logga-in') === true ? 'sign in first' : 'in';
  }

  it('lets everybody come back to where a form was sent, once they have signed in again', () => {
    const routes = routesOf(story.app()).filter(({ access }) => access.kind !== 'public');
    const pages = routes.filter(({ method }) => method === 'GET').map(({ path }) => path);
    const forms = routes.filter(({ method }) => method === 'POST').map(({ path }) => path);
    expect(forms.filter((path) => !pages.includes(path))).toEqual([]);
  });

  it('is written on every route, and every staff route is in the table above', () => {
    const routes = routesOf(story.app());
    expect(routes.length).toBeGreaterThan(30);
    expect(
      routes.filter(({ access }) => !['public', 'parent', 'staff'].includes(access.kind)),
    ).toEqual([]);
    const staff = routes.flatMap(({ name, access }) =>
      access.kind === 'staff' ? [[name, [...access.roles].sort()]] : [],
    );
    const wanted = Object.entries(STAFF_ROUTES).map(([name, roles]) => [name, [...roles].sort()]);
    expect(staff).toEqual(wanted.sort());
  });

  it('goes round no guard: there are no other routes', () => {
    const guarded = routesOf(story.app()).flatMap(({ method, path }) =>
      method === 'GET' ? [`GET ${path}`, `HEAD ${path}`] : [`${method} ${path}`],
    );
    expect([...watched.seen].sort()).toEqual([...guarded, ...RAW_ROUTES].sort());
  });

  describe.each(Object.entries(STAFF_ROUTES))('to %s', (route, allowed) => {
    it.each(ROLES)('as %s', async (role) => {
      const wanted = allowed.includes(role) ? 'in' : 'not there';
      expect(await answer(browsers.get(PEOPLE[role])!, route)).toBe(wanted);
    });

    it('for nobody who is not signed in', async () => {
      expect(await answer(story.visitor(), route)).toBe('sign in first');
      const forger = story.visitor();
      forger.cookies.take('sid=made-up.signature; Path=/');
      expect(await answer(forger, route)).toBe('sign in first');
    });
  });

  it('of leaders ends at their own rounds', async () => {
    const [karin, siv] = [browsers.get(PEOPLE.leader)!, browsers.get(PEOPLE.coordinator)!];
    for (const method of ['GET', 'POST']) {
      const route = `${method} /ledare/traffar/:meeting/narvaro`;
      expect(await answer(karin, route, own)).toBe('in');
      expect(await answer(karin, route, others)).toBe('not there');
      expect(await answer(siv, route, others)).toBe('in');
    }
    expect((await karin.get('/ledare')).text).not.toContain('onsdagar');
  });

  it('to parents’ pages is not given by a sign-in as staff', async () => {
    const parents = routesOf(story.app()).filter(({ access }) => access.kind === 'parent');
    expect(parents.length).toBeGreaterThan(0);
    for (const { name } of parents) {
      const route = name.replace(':lang', 'sv').replace(/:\w+/g, '1');
      for (const browser of [story.visitor(), ...browsers.values()])
        expect([route, await answer(browser, route)]).toEqual([route, 'sign in first']);
    }
  });
});

describe('An app with a route that nobody guards', () => {
  @Controller()
  class Guarded {
    @Get('/open')
    @Public()
    open(): string {
      return 'open';
    }

    @Get('/parents')
    @Parent()
    parents(): string {
      return 'parents';
    }

    @Get('/staff')
    @Staff('leader')
    staff(): string {
      return 'staff';
    }
  }

  @Controller()
  class Forgotten {
    @Get('/oops')
    oops(): string {
      return 'oops';
    }
  }

  async function start(controllers: (new () => object)[]): Promise<void> {
    @Module({ imports: [DiscoveryModule], controllers, providers: [AccessCheck] })
    class Small {}
    const app = await NestFactory.create(Small, new FastifyAdapter(), {
      logger: false,
      abortOnError: false,
    });
    await app.init();
    await app.close();
  }

  it('does not start', async () => {
    await expect(start([Guarded])).resolves.toBeUndefined();
    await expect(start([Guarded, Forgotten])).rejects.toThrow('Forgotten.oops');
  });

  it('nor one with two guards on a route', () => {
    expect(() => {
      class Twice {
        @Public()
        @Staff('leader')
        both(): string {
          return 'both';
        }
      }
      return new Twice();
    }).toThrow('both');
  });
});
