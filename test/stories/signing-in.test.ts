import { beforeAll, expect, it } from '@jest/globals';
import { StaffAccount } from '../../src/staff/staff-account.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { production } from '../support/production.js';
import { emailOf, hire, PASSWORD, signIn } from '../support/staff.js';

describeOnBothDatabases('Staff sign in', (database) => {
  const story = useApp(database);

  beforeAll(async () => {
    await hire(story.app(), 'Karin', 'leader');
    await hire(story.app(), 'Sara', 'leader');
    await hire(story.app(), 'Siv', 'coordinator');
  });

  it('leads back to the page that was asked for', async () => {
    const browser = story.visitor();
    const page = await browser.get('/ledare');
    expect(page.heading).toBe('Logga in');
    const form = page.form('Logga in').fill('E-postadress', 'KARIN@kommun.test ');
    const register = await form.fill('Lösenord', PASSWORD).submit();
    expect(register.path).toBe('/ledare');
    expect(register.headers['cache-control']).toBe('no-store');
  });

  it.each(['https://exempel.test/', '//exempel.test', '/\\exempel.test', 'javascript:alert(1)'])(
    'never leads to %s',
    async (next) => {
      const page = await story.visitor().get(`/logga-in?next=${encodeURIComponent(next)}`);
      const form = page.form('Logga in').fill('E-postadress', 'karin@kommun.test');
      expect((await form.fill('Lösenord', PASSWORD).submit()).path).toBe('/ledare');
    },
  );

  it('says the same for a wrong password and an unknown address, and keeps the address', async () => {
    for (const email of ['sara@kommun.test', 'ingen@kommun.test']) {
      const page = await story.visitor().get('/logga-in');
      const form = page.form('Logga in').fill('E-postadress', email);
      const answer = await form.fill('Lösenord', 'fel').submit();
      expect(answer.status).toBe(422);
      expect(answer.title).toMatch(/^Fel: /);
      expect(answer.errors).toEqual(['E-postadressen eller lösenordet stämmer inte. Försök igen.']);
      expect(answer.form('Logga in').value('E-postadress')).toBe(email);
      expect(answer.form('Logga in').value('Lösenord')).toBe('');
    }
  });

  it('takes address and password from the form only, never from the address of the page', async () => {
    const email = `email=${encodeURIComponent(emailOf('Karin'))}`;
    const password = `password=${PASSWORD}`;
    for (const [query, fields, status] of [
      [`${email}&${password}`, { email: '', password: '' }, 422],
      [password, { email: emailOf('Karin'), password: '' }, 422],
      [email, { email: '', password: PASSWORD }, 422],
      // No page of ours leaves a field out.
      [`${email}&${password}`, {}, 400],
    ] as const) {
      const browser = story.visitor();
      const answer = await browser.fromOwnPage(`/logga-in?${query}`, {
        method: 'POST',
        fields: Object.entries(fields),
      });
      expect([query, answer.status]).toEqual([query, status]);
      expect((await browser.get('/ledare')).heading).toBe('Logga in');
    }
  });

  it('names each empty field', async () => {
    const answer = await (await story.visitor().get('/logga-in')).press('Logga in');
    expect(answer.errors).toHaveLength(2);
  });

  it('slows down after five misses, for the right password too, and lets in after a while', async () => {
    const attempt = async (password: string) => {
      const page = await story.visitor({ ip: '10.0.0.7' }).get('/logga-in');
      const form = page.form('Logga in').fill('E-postadress', 'siv@kommun.test');
      return form.fill('Lösenord', password).submit();
    };
    for (let miss = 0; miss < 5; miss += 1) await attempt('fel');
    expect((await attempt(PASSWORD)).errors[0]).toContain('Vänta 15 sekunder');
    story.clock.set(new Date(story.clock.now().getTime() + 15_000));
    expect((await attempt(PASSWORD)).path).toBe('/admin');
  });

  it('ends with signing out, and with the account', async () => {
    const browser = story.visitor();
    const page = await signIn(browser, 'Sara');
    expect(page.path).toBe('/ledare');
    expect(page.texts('form[action="/logga-ut"] button')).toContain('Logga ut');
    await browser.fromOwnPage('/logga-ut', { method: 'POST', fields: [] });
    expect((await browser.get('/ledare')).heading).toBe('Logga in');
    await signIn(browser, 'Sara');
    await story
      .db()
      .transaction((em) =>
        em.update(StaffAccount, { email: 'sara@kommun.test' }, { state: 'disabled' }),
      );
    expect((await browser.get('/ledare')).heading).toBe('Logga in');
  });

  it('is tried at most thirty times in ten minutes from one place', async () => {
    const browser = story.visitor({ ip: '10.0.0.9' });
    const page = await browser.get('/logga-in');
    const form = page.form('Logga in').fill('E-postadress', 'ingen2@kommun.test');
    for (let tries = 0; tries < 30; tries += 1)
      expect((await form.fill('Lösenord', 'fel').submit()).status).toBe(422);
    expect((await form.submit()).status).toBe(429);
  });

  it('begins a session under a new id', async () => {
    const browser = story.visitor();
    await signIn(browser, 'Karin');
    const first = browser.cookies.header('/');
    await signIn(browser, 'Karin');
    expect(browser.cookies.header('/')).not.toBe(first);
  });
});

describeOnBothDatabases('Staff outside the demo', (database) => {
  const story = useApp(database, {
    settings: production({ DEMO: '0' }),
  });

  it('are told that the second factor is awaited, and are not signed in', async () => {
    await hire(story.app(), 'Karin', 'leader');
    const browser = story.visitor();
    const page = await signIn(browser, 'Karin');
    expect(page.heading).toBe('Ett steg till innan du kan logga in');
    expect((await browser.get('/ledare')).heading).toBe('Logga in');
  });
});
