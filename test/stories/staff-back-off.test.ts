import { beforeAll, describe, expect, it } from '@jest/globals';

import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { StaffAccount } from '../../src/staff/staff-account.entity.js';
import { StaffBrowser } from '../../src/staff/staff-browser.entity.js';
import { useApp } from '../support/app.js';
import type { Browser } from '../support/browser.js';
import { describeOn, describeOnBothDatabases } from '../support/databases.js';
import type { SeenPage } from '../support/seen-page.js';
import { emailOf, hire, PASSWORD, signIn } from '../support/staff.js';

const WAIT = 'Vänta 15 sekunder';
const COOKIE = 'kand';

async function attempt(browser: Browser, email: string, password: string): Promise<SeenPage> {
  const form = (await browser.get('/logga-in')).form('Logga in');
  return form.fill('E-postadress', email).fill('Lösenord', password).submit();
}

describeOnBothDatabases('Guessing the password of staff', (database) => {
  const story = useApp(database);
  beforeAll(async () => {
    for (const name of ['Karin', 'Sara', 'Siv', 'Ulla', 'Nora', 'Eva', 'Maj'])
      await hire(story.app(), name, 'leader');
  });

  const from = (ip: string) => story.visitor({ ip });
  const miss = async (ip: string, email: string, times = 5) => {
    for (let done = 0; done < times; done += 1) await attempt(from(ip), email, 'fel');
  };

  it('hinders nobody elsewhere', async () => {
    await miss('10.1.1.1', emailOf('Karin'));
    expect((await attempt(from('10.1.1.9'), emailOf('Karin'), PASSWORD)).errors[0]).toContain(WAIT);
    expect((await attempt(from('10.1.2.1'), emailOf('Karin'), PASSWORD)).path).toBe('/ledare');
  });

  it('is not made easier by the person’s signing in elsewhere', async () => {
    await miss('10.2.1.1', emailOf('Sara'));
    expect((await attempt(from('10.2.2.1'), emailOf('Sara'), PASSWORD)).path).toBe('/ledare');
    expect((await attempt(from('10.2.1.1'), emailOf('Sara'), 'fel')).errors[0]).toContain(WAIT);
  });

  it('is answered alike while it has to wait, right or wrong, for everybody’s address', async () => {
    const unknown = 'ingen@kommun.test';
    const seen = new Set<string>();
    for (const [email, password] of [
      [emailOf('Siv'), 'fel'],
      [emailOf('Siv'), PASSWORD],
      [unknown, 'fel'],
    ] as const) {
      await miss('10.3.1.1', email);
      const { status, body } = await attempt(from('10.3.1.1'), email, password);
      seen.add(`${String(status)} ${body.replaceAll(email, '')}`);
    }
    expect([...seen]).toHaveLength(1);
    expect([...seen][0]).toContain(WAIT);
  });

  it('from many networks at once leaves each one miss, and the right password one try', async () => {
    for (let network = 1; network <= 10; network += 1)
      await miss(`10.4.${String(network)}.1`, emailOf('Ulla'));
    await miss('10.5.1.1', emailOf('Ulla'), 1);
    expect((await attempt(from('10.5.1.1'), emailOf('Ulla'), PASSWORD)).errors[0]).toContain(WAIT);
    expect((await attempt(from('10.5.2.1'), emailOf('Ulla'), PASSWORD)).path).toBe('/ledare');
    // Of another address nothing is held against a network.
    await miss('10.5.1.1', emailOf('Maj'), 1);
    expect((await attempt(from('10.5.1.1'), emailOf('Maj'), PASSWORD)).path).toBe('/ledare');
  });

  describe('beside somebody who has signed in with their browser before', () => {
    it('does not hinder them, though it is done from their network', async () => {
      const own = from('10.6.1.1');
      await signIn(own, 'Nora');
      await own.fromOwnPage('/logga-ut', { method: 'POST', fields: [] });
      await miss('10.6.1.2', emailOf('Nora'));
      const other = from('10.6.1.2');
      await signIn(other, 'Maj');
      expect((await attempt(other, emailOf('Nora'), PASSWORD)).errors[0]).toContain(WAIT);
      expect((await attempt(own, emailOf('Nora'), PASSWORD)).path).toBe('/ledare');
    });

    it('slows them down by their own misses', async () => {
      const own = from('10.7.1.1');
      await signIn(own, 'Nora');
      for (let done = 0; done < 5; done += 1) await attempt(own, emailOf('Nora'), 'fel');
      expect((await attempt(own, emailOf('Nora'), PASSWORD)).errors[0]).toContain(WAIT);
      expect((await attempt(from('10.7.1.1'), emailOf('Nora'), PASSWORD)).path).toBe('/ledare');
      story.clock.set(new Date(story.clock.now().getTime() + 15_000));
      expect((await attempt(own, emailOf('Nora'), PASSWORD)).path).toBe('/ledare');
    });

    it('lets two share a browser', async () => {
      const shared = from('10.8.1.1');
      await signIn(shared, 'Nora');
      const known = cookieOf(shared);
      await signIn(shared, 'Maj');
      expect(cookieOf(shared)).toBe(known);
      for (const name of ['Nora', 'Maj']) {
        await miss('10.8.1.2', emailOf(name));
        expect((await attempt(shared, emailOf(name), PASSWORD)).path).toBe('/ledare');
      }
    });
  });

  describe('is answered with a cookie that', () => {
    it('only a signed-in browser gets: random, not what is stored, new for each browser', async () => {
      const [stranger, one, other] = [from('10.9.1.1'), from('10.9.1.1'), from('10.9.1.1')];
      await attempt(stranger, emailOf('Eva'), 'fel');
      expect(stranger.cookies.names()).not.toContain(COOKIE);
      one.cookies.take(`${COOKIE}=planted-by-somebody; Path=/`);
      await signIn(one, 'Eva');
      await signIn(other, 'Eva');
      const values = [one, other].map(cookieOf);
      expect(new Set(values).size).toBe(2);
      for (const value of values) expect(value).toMatch(/^[\w-]{43}$/);
      const rows = await story.db().read.find(StaffBrowser);
      expect(rows.map(({ idHash }) => idHash)).not.toContain(values[0]);
    });

    it('is kept through signing out and leaving, and ends with half a year or the account', async () => {
      const browsers = () => story.db().read.countBy(StaffBrowser, { staff: { firstName: 'Eva' } });
      const purge = () => story.app().get(Jobs).runDue(story.clock.now());
      const own = from('10.10.1.1');
      await signIn(own, 'Eva');
      await own.fromOwnPage('/logga-ut', { method: 'POST', fields: [] });
      await own.send('/lamna');
      expect(own.cookies.names()).toEqual([COOKIE]);
      const before = await browsers();
      story.clock.advance({ days: 179 });
      await purge();
      expect(await browsers()).toBe(before);
      // Signing in again begins the half year anew.
      await signIn(own, 'Eva');
      story.clock.advance({ days: 2 });
      await purge();
      expect(await browsers()).toBe(1);
      await story.db().transaction(async (em) => {
        await em.update(StaffAccount, { email: emailOf('Eva') }, { state: 'disabled' });
      });
      await purge();
      expect(await browsers()).toBe(0);
    });
  });
});

describeOn('sqlite', 'The cookie of a browser that staff have used', (database) => {
  const story = useApp(database, {
    settings: { BASE_URL: 'https://familjepeppen.example.se', TRUST_PROXY: '1' },
  });

  it('is sent over https only, to this site only, and not to script', async () => {
    await hire(story.app(), 'Karin', 'leader');
    const answer = await story.visitor().send('/logga-in', {
      method: 'POST',
      fields: [
        ['email', emailOf('Karin')],
        ['password', PASSWORD],
      ],
      headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-proto': 'https' },
    });
    const cookies = [answer.headers['set-cookie']].flat().map(String);
    const known = cookies.find((cookie) => cookie.startsWith(`__Host-${COOKIE}=`)) ?? '';
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=15552000'])
      expect(known.split('; ')).toContain(attribute);
  });
});

function cookieOf(browser: Browser): string | undefined {
  return new RegExp(`\\b${COOKIE}=([^;]*)`).exec(browser.cookies.header('/') ?? '')?.[1];
}
