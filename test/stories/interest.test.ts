import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CallRequest } from '../../src/enrolments/call-request.entity.js';
import { InterestCall } from '../../src/interest/interest-call.entity.js';
import { InterestChildAge } from '../../src/interest/interest-child-age.entity.js';
import { InterestRequests } from '../../src/interest/interest-requests.service.js';
import { instantOf } from '../../src/kernel/instant.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { statementsOf, useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import type { SeenPage } from '../support/seen-page.js';
import { hire, signIn } from '../support/staff.js';
import { fillInterest, interested } from '../support/interest.js';

const MONDAY = '2027-01-11T08:00:00Z';
const FORGED = 'a'.repeat(43);

describeOnBothDatabases('Somebody who waits for a course', (database) => {
  const story = useApp(database, { now: MONDAY });
  const { addPlanned, publish, ask, join, links, rows, jobsRun, mails, mailed } = interested(story);
  const visit = (path: string) => story.visitor().get(path);

  beforeAll(() => hire(story.app(), 'Siv', 'coordinator'));
  afterEach(() => {
    story.clock.set(MONDAY);
  });

  describe('on the page of the course', () => {
    beforeAll(() => addPlanned({ slug: 'vanta' }));

    it('finds the list, leaves a few words and is sent a link that is pressed', async () => {
      const course = await visit('/sv/kurser/vanta');
      const page = await course.follow('Säg till mig när kursen ges');
      expect(page.heading).toBe('Säg till mig när kursen ges');
      expect(page.text).toContain('Kursen vanta');
      const sent = await fillInterest(page, 'Amina').submit();
      expect([sent.status, sent.path]).toEqual([200, '/sv/kurser/vanta/intresse/tack']);
      expect(sent.heading).toBe('Titta i din e-post');
      expect(sent.body).not.toMatch(/Amina|amina/);
      expect(await rows('amina')).toMatchObject([{ state: 'asked', language: 'sv' }]);
      const [link = ''] = await links('amina');
      const asked = await visit(link);
      expect(asked.heading).toBe('Ja, säg till mig');
      expect(asked.body).not.toMatch(/Amina|amina|vanta/);
      const done = await asked.press('Ja, säg till mig');
      expect(done.heading).toBe('Du står på listan');
      const [row] = await rows('amina');
      expect(row).toMatchObject({ state: 'listed', wantedAt: story.clock.now() });
      const ages = await story.db().read.findBy(InterestChildAge, { interestId: row!.id });
      expect(ages.map(({ band }) => band)).toEqual(['3-6']);
      expect((await visit(link)).heading).toBe('Du står på listan');
      expect((await asked.press('Ja, säg till mig')).heading).toBe('Du står på listan');
    });

    it('is led to a call when somebody else reads the mail', async () => {
      const page = await visit('/sv/kurser/vanta/intresse');
      const call = await page.follow('Läser någon annan din e-post? Då ringer vi dig');
      expect(call.heading).toBe('Då ringer vi dig');
      expect(call.text).toContain('Du frågar om Kursen vanta.');
      const receipt = await call
        .form('Ring mig')
        .fill('Vad ska vi kalla dig?', 'Orvar')
        .fill('Telefonnummer', '070-174 06 50')
        .fill('När passar det att vi ringer?', 'vardagar')
        .submit();
      expect(receipt.heading).toBe('Tack! Vi ringer dig');
      const [request] = await story.db().read.findBy(CallRequest, { name: 'Orvar' });
      expect(request?.roundId).toBeNull();
      expect(request?.programmeId).toEqual(expect.any(Number));
      const work = await signIn(story.visitor(), 'Siv');
      expect(work.text).toMatch(/Orvar[^]*Kursen vanta/);
      const unknown = await visit('/sv/ring-mig?kurs=finns-inte');
      expect([unknown.status, unknown.text.includes('Du frågar om')]).toEqual([200, false]);
    });

    it('is told what is missing, and keeps what was typed', async () => {
      const page = await visit('/sv/kurser/vanta/intresse');
      const wrong = await page.form('Säg till mig').fill('E-postadress', 'ingen').submit();
      expect([wrong.status, wrong.title]).toEqual([422, expect.stringMatching(/^Fel: /)]);
      expect(wrong.errors).toEqual([
        'Skriv vad du vill kallas',
        'Skriv en e-postadress, till exempel namn@exempel.se',
        'Välj hur gammalt barnet är',
      ]);
      expect(wrong.form('Säg till mig').value('E-postadress')).toBe('ingen');
      const foreign = await story.visitor().fromOwnPage('/sv/kurser/vanta/intresse', {
        method: 'POST',
        fields: [['programmeId', '1']],
      });
      expect(foreign.status).toBe(400);
      expect((await visit('/sv/kurser/finns-inte/intresse')).status).toBe(404);
    });

    it('sees the same page whether the address is known or not', async () => {
      await join('bodil', 'vanta');
      story.clock.advance({ minutes: 2 });
      const pages: SeenPage[] = [];
      const asks = (name: string) => async () => pages.push(await ask(name, 'vanta'));
      const costs = await statementsOf(story.db(), asks('bodil'));
      expect(await statementsOf(story.db(), asks('britta'))).toHaveLength(costs.length);
      const [known, unknown] = [pages[0]!, pages[1]!];
      expect([known.status, known.path, known.body]).toEqual([
        unknown.status,
        unknown.path,
        unknown.body,
      ]);
      const [mine, theirs] = [await mails('bodil'), await mails('britta')];
      expect(mine.at(-1)?.subject).toBe(theirs.at(-1)?.subject);
      expect(mine).toHaveLength(2);
    });

    it('is one row after a double click, and one person after asking again', async () => {
      const form = fillInterest(await visit('/sv/kurser/vanta/intresse'), 'Cilla');
      await Promise.all([form.submit(), form.submit(), form.submit()]);
      expect(await mails('cilla')).toHaveLength(1);
      const [first = ''] = await links('cilla');
      await (await visit(first)).press('Ja, säg till mig');
      story.clock.advance({ minutes: 2 });
      await fillInterest(await visit('/sv/kurser/vanta/intresse'), 'CILLA ')
        .choose('13–18 år')
        .submit();
      expect(await rows('cilla')).toHaveLength(2);
      await (await visit((await links('cilla')).at(-1) ?? '')).press('Ja, säg till mig');
      const after = await rows('cilla');
      expect(after).toMatchObject([{ state: 'listed' }]);
      expect(await story.db().read.countBy(InterestChildAge, { interestId: after[0]!.id })).toBe(2);
      expect((await visit(first)).heading).toBe('Du står på listan');
    });

    it('shares the mailbox with another adult, who is somebody else', async () => {
      await join('doris', 'vanta', 'delad@exempel.test');
      await join('einar', 'vanta', 'delad@exempel.test');
      expect(await rows('delad')).toMatchObject([
        { firstName: 'Doris', state: 'listed' },
        { firstName: 'Einar', state: 'listed' },
      ]);
    });

    it('is mailed three times an hour at most', async () => {
      for (let time = 0; time < 3; time += 1) {
        expect((await ask('frida', 'vanta')).status).toBe(200);
        story.clock.advance({ minutes: 2 });
      }
      const fourth = await ask('frida', 'vanta');
      expect(fourth.status).toBe(200);
      expect(await mails('frida')).toHaveLength(3);
    });
  });

  describe('with a link', () => {
    beforeAll(() => addPlanned({ slug: 'lank' }));

    it('changes nothing by opening it', async () => {
      await ask('greta', 'lank');
      const [link = ''] = await links('greta');
      const before = await rows('greta');
      for (const path of [link, `${link}/lamna`, `${link}/omgang`])
        for (const method of ['GET', 'HEAD'] as const) await story.visitor().send(path, { method });
      expect(await rows('greta')).toEqual(before);
      const foreign = await story.visitor().send(link, {
        method: 'POST',
        fields: [],
        headers: { 'sec-fetch-site': 'cross-site' },
      });
      expect(foreign.status).toBe(403);
      expect(await rows('greta')).toEqual(before);
    });

    it('that is a day old, or made up, is told what to do next', async () => {
      await ask('hanna', 'lank');
      const [link = ''] = await links('hanna');
      story.clock.advance({ hours: 24 });
      for (const path of [link, `/sv/intresse/${FORGED}`, `/sv/intresse/${FORGED}/omgang`]) {
        const page = await visit(path);
        expect([page.status, page.heading]).toEqual([410, 'Länken gäller inte längre']);
        expect(page.href('Se alla kurser')).toBe('/sv/kurser');
      }
      const pressed = await story.visitor().fromOwnPage(link, { method: 'POST', fields: [] });
      expect(pressed.status).toBe(410);
      expect(await rows('hanna')).toMatchObject([{ state: 'asked' }]);
      story.clock.advance({ hours: 25 });
      await jobsRun();
      expect(await rows('hanna')).toEqual([]);
    });
  });

  describe('for a long time', () => {
    it('is asked once after six months, at nine, and stays by saying so', async () => {
      const { programmeId } = await addPlanned({ slug: 'lange' });
      await join('sara', 'lange');
      const phone = { phone: '0701740689', whenToCall: 'alltid', hideCaller: false };
      const person = { programmeId, firstName: 'Tilda', language: 'sv', childAges: [] };
      const interestId = await story
        .app()
        .get(InterestRequests)
        .addByPhone({ ...person, ...phone });
      await jobsRun(instantOf('2027-07-11', '08:59'));
      expect(await mailed('sara')).toBe(1);
      const run = story.app().get(Jobs);
      story.clock.set(instantOf('2027-07-11', '09:00'));
      await Promise.all([run.runDue(story.clock.now()), run.runDue(story.clock.now())]);
      const mail = (await mails('sara')).at(-1);
      expect(mail?.text).toContain('Vill du stå kvar på listan?');
      expect(`${mail?.text} ${mail?.html}`).not.toMatch(/lange|Kursen|Sara/);
      const [link = ''] = (await links('sara')).slice(-2);
      await jobsRun(instantOf('2027-07-12', '09:00'));
      await jobsRun(instantOf('2027-11-01', '09:00'));
      expect(await mailed('sara')).toBe(2);
      const calls = await story.db().read.findBy(InterestCall, { interestId });
      expect(calls).toMatchObject([{ kind: 'stay', roundId: null, handledAt: null }]);
      const page = await visit(link);
      expect(page.heading).toBe('Vill du stå kvar?');
      expect((await page.press('Ja, jag vill stå kvar')).heading).toBe('Du står på listan');
      await jobsRun(instantOf('2028-02-12', '09:00'));
      expect(await rows('sara')).toHaveLength(1);
      expect(await mailed('sara')).toBe(2);
      await jobsRun(instantOf('2028-05-01', '09:00'));
      expect(await mailed('sara')).toBe(3);
    });

    it('is forgotten after thirteen months without a word', async () => {
      await addPlanned({ slug: 'glomd' });
      await join('ulla', 'glomd');
      await jobsRun(instantOf('2028-02-10', '23:59'));
      expect(await rows('ulla')).toHaveLength(1);
      const [, stay = ''] = await links('ulla');
      await jobsRun(instantOf('2028-02-11', '00:00'));
      await jobsRun(instantOf('2028-02-11', '00:01'));
      expect(await rows('ulla')).toEqual([]);
      expect((await visit(stay)).status).toBe(410);
    });
  });

  it('leaves the list by a link in each mail, and gets no more', async () => {
    const { roundId } = await addPlanned({ slug: 'lamna' });
    await join('vera', 'lamna');
    await join('yrsa', 'lamna');
    await publish(roundId);
    const leave = (await links('vera')).at(-1) ?? '';
    const page = await visit(leave);
    expect(page.heading).toBe('Vill du lämna listan?');
    expect(page.body).not.toMatch(/vera|Vera|Kursen/);
    const left = await page.press('Ja, ta bort mig');
    expect([left.status, left.heading]).toEqual([200, 'Du står inte på listan']);
    expect(await rows('vera')).toEqual([]);
    expect((await page.press('Ja, ta bort mig')).heading).toBe('Du står inte på listan');
    expect((await visit(leave)).status).toBe(410);
    expect(await rows('yrsa')).toHaveLength(1);
  });

  it('goes all the way in Arabic', async () => {
    const { roundId } = await addPlanned({ slug: 'arabiska' });
    const page = await (await visit('/ar/kurser/arabiska')).follow('أخبروني عندما تُقام الدورة');
    expect([page.$('html').attr('dir'), page.heading]).toEqual([
      'rtl',
      'أخبروني عندما تُقام الدورة',
    ]);
    await page
      .form('أخبروني')
      .fill('الاسم الأول', 'ليلى')
      .fill('البريد الإلكتروني', 'layla@exempel.test')
      .choose('من 3 إلى 6')
      .submit();
    const [link = ''] = await links('layla');
    expect(link).toMatch(/^\/ar\/intresse\//);
    expect((await (await visit(link)).press('نعم، أخبروني')).heading).toBe('أنت على القائمة');
    await publish(roundId);
    const mail = (await mails('layla')).at(-1);
    expect(mail?.html).toContain('dir="rtl"');
    expect(mail?.text).toContain('17:30');
    const form = await visit((await links('layla')).at(-2) ?? '');
    expect(form.path).toBe('/ar/kurser/arabiska/arabiska/anmalan');
    const leaving = await visit((await links('layla')).at(-1) ?? '');
    expect((await leaving.press('نعم، احذفوني')).heading).toBe('لست على القائمة');
  });
});
