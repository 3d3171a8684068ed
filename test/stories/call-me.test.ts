import { beforeAll, expect, it } from '@jest/globals';
import { CallRequest } from '../../src/enrolments/call-request.entity.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { formOf, openRound } from '../support/enrolling.js';
import type { FilledForm } from '../support/filled-form.js';
import type { SeenPage } from '../support/seen-page.js';
import { hire, signIn } from '../support/staff.js';

describeOnBothDatabases('Somebody without a safe e-mail', (database) => {
  const story = useApp(database);

  beforeAll(async () => {
    await story.db().transaction((em) => openRound(em, { slug: 'tisdagar' }));
    await story.db().transaction((em) => openRound(em, { slug: 'diskret', discreet: true }));
    await hire(story.app(), 'Siv', 'coordinator');
    await hire(story.app(), 'Eva', 'editor');
  });

  const calls = () => story.db().read.find(CallRequest, { order: { id: 'ASC' } });
  const fillIn = (page: SeenPage, phone = '070-123 45 67'): FilledForm =>
    page
      .form('Ring mig')
      .fill('Vad ska vi kalla dig?', 'Amina')
      .fill('Telefonnummer', phone)
      .fill('När passar det att vi ringer?', 'vardagar 9–11');

  it('finds the way from the form, asks to be called, and gets a receipt on the screen only', async () => {
    const browser = story.visitor();
    const form = await browser.get(formOf('tisdagar'));
    const page = await form.follow('Läser någon annan din e-post? Då ringer vi dig');
    expect(page.text).toContain('Du frågar om Kursen tisdagar.');
    expect(page.text).toContain('Vi skickar inget mejl.');
    const receipt = await fillIn(page).choose('Säg inte varifrån ni ringer').submit();
    expect([receipt.status, receipt.heading]).toEqual([200, 'Tack! Vi ringer dig']);
    expect(receipt.text).toContain('Inget mejl skickas.');
    expect(receipt.body).not.toMatch(/Amina|070/);
    expect(receipt.headers['cache-control']).toBe('no-store');
    expect(browser.cookies.names()).toEqual([]);
    expect(await calls()).toMatchObject([
      {
        name: 'Amina',
        phone: '0701234567',
        whenToCall: 'vardagar 9–11',
        hideCaller: true,
        language: 'sv',
        handledAt: null,
      },
    ]);
    expect(await story.db().read.count(OutgoingMail)).toBe(0);
  });

  it('is seen by the coordinator, and by nobody else', async () => {
    const coordinator = story.visitor();
    const work = await signIn(coordinator, 'Siv');
    expect(work.heading).toBe('Att göra');
    for (const part of ['Amina', 'vardagar 9–11', 'Kursen tisdagar', 'B14'])
      expect(work.text).toContain(part);
    expect(work.href('0701234567')).toBe('tel:0701234567');
    expect(work.text).toMatch(/säg inte varifrån/i);
    const editor = await signIn(story.visitor(), 'Eva');
    expect(editor.body).not.toMatch(/Amina|0701234567/);
    expect((await story.visitor().get('/admin')).body).not.toContain('Amina');
  });

  it('is one row after a double click, and another when something else is said', async () => {
    const page = await (
      await story.visitor().get(formOf('tisdagar'))
    ).follow('Läser någon annan din e-post? Då ringer vi dig');
    const form = fillIn(page, '0702222222');
    await Promise.all([form.submit(), form.submit()]);
    await form.fill('När passar det att vi ringer?', 'på kvällen').submit();
    const rows = (await calls()).filter(({ phone }) => phone === '0702222222');
    expect(rows.map(({ whenToCall }) => whenToCall)).toEqual(['vardagar 9–11', 'på kvällen']);
  });

  it('may type digits as they are written at home; staff read 0–9', async () => {
    for (const typed of ['٠٧٠-٣٣٣ ٣٣ ٣٣', '۰۷۰ ۴۴۴ ۴۴ ۴۴', '+46 (70) 555 55 55'])
      expect((await fillIn(await story.visitor().get('/sv/ring-mig'), typed).submit()).status).toBe(
        200,
      );
    expect((await calls()).slice(-3).map(({ phone }) => phone)).toEqual([
      '0703333333',
      '0704444444',
      '+46705555555',
    ]);
    const work = await signIn(story.visitor(), 'Siv');
    expect(work.body).not.toMatch(/[٠-٩۰-۹]/);
  });

  it('is told what is missing, with what was typed kept', async () => {
    const page = await story.visitor().get('/sv/ring-mig');
    expect(page.text).not.toContain('Du frågar om');
    const answer = await page.form('Ring mig').fill('Telefonnummer', 'ring min mamma').submit();
    expect([answer.status, answer.title]).toEqual([422, expect.stringMatching(/^Fel: /)]);
    expect(answer.errors).toEqual([
      'Skriv vad vi ska kalla dig',
      'Skriv ett telefonnummer, till exempel 070-123 45 67',
      'Skriv när det passar att vi ringer',
    ]);
    expect(answer.form('Ring mig').value('Telefonnummer')).toBe('ring min mamma');
  });

  it('asks three times an hour at most from one network, and is never told so', async () => {
    const ask = async (when: string) => {
      const form = fillIn(await story.visitor().get('/sv/ring-mig'), '0706666666');
      return (await form.fill('När passar det att vi ringer?', when).submit()).status;
    };
    const wishes = () => story.db().read.countBy(CallRequest, { phone: '0706666666' });
    for (const when of '1234') expect(await ask(when)).toBe(200);
    expect(await wishes()).toBe(3);
    story.clock.advance({ minutes: 61 });
    expect(await ask('5')).toBe(200);
    expect(await wishes()).toBe(4);
  });

  it('has the exit button where the course is discreet', async () => {
    const form = await story.visitor().get(formOf('diskret'));
    const page = await form.follow('Läser någon annan din e-post? Då ringer vi dig');
    expect(page.$('a[href="/lamna"]').length).toBeGreaterThan(0);
    expect((await fillIn(page).submit()).$('a[href="/lamna"]').length).toBeGreaterThan(0);
    expect((await story.visitor().get('/sv/ring-mig')).$('a[href="/lamna"]')).toHaveLength(0);
  });
});
