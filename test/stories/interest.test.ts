import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { IsNull, Not } from 'typeorm';
import { CallRequest } from '../../src/enrolments/call-request.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { InterestCall } from '../../src/interest/interest-call.entity.js';
import { InterestChildAge } from '../../src/interest/interest-child-age.entity.js';
import { InterestLink } from '../../src/interest/interest-link.entity.js';
import { InterestCalls } from '../../src/interest/interest-calls.service.js';
import { InterestRequests } from '../../src/interest/interest-requests.service.js';
import { Interest } from '../../src/interest/interest.entity.js';
import { RoundPublishing } from '../../src/interest/round-publishing.service.js';
import { instantOf } from '../../src/kernel/instant.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp, type RunningApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import {
  enrolFully,
  fillIn,
  mailsTo,
  openRound,
  proofFor,
  type RoundPlan,
  typeCode,
} from '../support/enrolling.js';
import type { SeenPage } from '../support/seen-page.js';
import { hire, signIn } from '../support/staff.js';

const MONDAY = '2027-01-11T08:00:00Z';
const FORGED = 'a'.repeat(43);

describeOnBothDatabases('Somebody who waits for a course', (database) => {
  const story = useApp(database, { now: MONDAY });
  const { address, addPlanned, publish, ask, join, links, rows, jobsRun, mails, mailed } =
    helpers(story);
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
      const sent = await fill(page, 'Amina').submit();
      expect([sent.status, sent.path]).toEqual([200, '/sv/kurser/vanta/intresse/tack']);
      expect(sent.heading).toBe('Titta i din mejl');
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
      const known = await ask('bodil', 'vanta');
      const unknown = await ask('britta', 'vanta');
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
      const form = fill(await visit('/sv/kurser/vanta/intresse'), 'Cilla');
      await Promise.all([form.submit(), form.submit(), form.submit()]);
      expect(await mails('cilla')).toHaveLength(1);
      const [first = ''] = await links('cilla');
      await (await visit(first)).press('Ja, säg till mig');
      story.clock.advance({ minutes: 2 });
      await fill(await visit('/sv/kurser/vanta/intresse'), 'CILLA ')
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
      expect(fourth.status).toBe(422);
      expect(fourth.errors[0]).toContain('090-16 00 00');
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

  describe('when a round is published', () => {
    it('hears of it two days before everybody else, and enrols', async () => {
      const { roundId } = await addPlanned({ slug: 'snart' });
      await join('ida', 'snart');
      await join('jonas', 'snart');
      expect((await visit('/sv/kurser/snart/snart/anmalan')).status).toBe(404);
      const published = await publish(roundId);
      const showsFrom = instantOf('2027-01-13', '09:00');
      expect(published).toEqual({ showsFrom, mailed: 2, toCall: 0 });
      const mail = (await mails('ida')).at(-1);
      expect(mail?.subject).toBe('Om din anmälan');
      for (const part of ['Tisdagar 17.30, start 23 mars', 'Väven', 'onsdag 13 januari 09.00'])
        expect(mail?.text).toContain(part);
      expect(`${mail?.text} ${mail?.html}`).not.toMatch(/snart|Kursen|Ida/);

      for (const path of ['/sv', '/sv/kurser', '/sv/kurser/snart', '/sitemap.xml'])
        expect((await visit(path)).body).not.toContain('/kurser/snart/snart');
      expect((await visit('/sv/kurser/snart')).text).toContain('Säg till mig när kursen ges');
      const browser = story.visitor();
      const form = await browser.get((await links('ida')).at(-2) ?? '');
      expect(form.path).toBe('/sv/kurser/snart/snart/anmalan');
      const codePage = await fillIn(form, { firstName: 'Ida' }).submit();
      const { code } = await proofFor(story.app(), 'ida@exempel.test');
      expect((await typeCode(codePage, code)).heading).toBe('Du har en plats');
      expect(await story.db().read.countBy(Enrolment, { roundId, state: 'confirmed' })).toBe(1);

      story.clock.set(new Date(showsFrom.getTime() - 1));
      expect((await visit('/sv/kurser?sida=1')).body).not.toContain('/kurser/snart/snart');
      story.clock.set(showsFrom);
      for (const path of ['/sv/kurser?sida=1&dag=2', '/en/kurser/snart', '/sitemap.xml?1'])
        expect((await visit(path)).body).toContain('/kurser/snart/snart');
      expect((await visit('/ar/kurser/snart/intresse')).path).toBe('/ar/kurser/snart');
    });

    it('hears of it once, however often it is published', async () => {
      const { roundId } = await addPlanned({ slug: 'dubbel' });
      await join('karin', 'dubbel');
      const tries = await Promise.allSettled([
        publish(roundId),
        publish(roundId),
        publish(roundId),
      ]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await expect(publish(roundId)).rejects.toMatchObject({ code: 'already-published' });
      await jobsRun();
      expect(await mails('karin')).toHaveLength(2);
      expect(await story.db().read.countBy(InterestLink, { roundId })).toBe(1);
    });

    it('hears of it although they come while it is not shown yet', async () => {
      const { roundId } = await addPlanned({ slug: 'mellan' });
      await join('lena', 'mellan');
      await publish(roundId);
      await join('moa', 'mellan');
      expect((await mails('moa')).at(-1)?.text).toContain('Nu finns det datum.');
      const opened = await visit((await links('moa')).at(-2) ?? '');
      expect(opened.path).toBe('/sv/kurser/mellan/mellan/anmalan');
    });

    it('is called when there is no safe mailbox', async () => {
      const { roundId, programmeId } = await addPlanned({ slug: 'ringa' });
      await story
        .app()
        .get(InterestRequests)
        .addByPhone({
          programmeId,
          firstName: 'Nadia',
          phone: '0701740688',
          whenToCall: 'förmiddagar',
          hideCaller: true,
          language: 'ar',
          childAges: ['3-6'],
        });
      const before = await story.db().read.count(OutgoingMail);
      expect(await publish(roundId)).toMatchObject({ mailed: 0, toCall: 1 });
      expect(await story.db().read.count(OutgoingMail)).toBe(before);
      const work = await signIn(story.visitor(), 'Siv');
      for (const part of ['Nadia', 'förmiddagar', 'Kursen ringa, B14', 'arabiska'])
        expect(work.text).toContain(part);
      expect(work.href('0701740688')).toBe('tel:0701740688');
      const { id } = await story.db().read.findOneByOrFail(InterestCall, { roundId });
      await story.app().get(InterestCalls).handle(id);
      expect((await signIn(story.visitor(), 'Siv')).text).not.toContain('Nadia');
    });

    it('is not told of a round that they are in already', async () => {
      const { roundId } = await addPlanned({ slug: 'redan' });
      await join('lena', 'redan');
      await publish(roundId);
      const who = { firstName: 'Noa', email: address('noa') };
      await enrolFully(story.app(), story.visitor(), 'redan', who);
      await join('noa', 'redan');
      const news = (await mails('noa')).filter(({ text }) => text.includes('Nu finns det datum.'));
      expect(news).toEqual([]);
      expect(await story.db().read.countBy(InterestLink, { roundId })).toBe(1);
    });

    it('shows at once where nobody has asked, and sooner where enrolment closes soon', async () => {
      const alone = await addPlanned({ slug: 'ensam' });
      expect(await publish(alone.roundId)).toEqual({
        showsFrom: story.clock.now(),
        mailed: 0,
        toCall: 0,
      });
      expect((await visit('/sv/kurser/ensam')).body).toContain('/kurser/ensam/ensam');
      const close = await addPlanned({ slug: 'nara', meetings: [{ date: '2027-01-12' }] });
      await join('olga', 'nara');
      // Enrolment closes in 32 and a half hours.
      expect((await publish(close.roundId)).showsFrom).toEqual(instantOf('2027-01-12', '01:15'));
      const over = await addPlanned({ slug: 'over', meetings: [{ date: '2027-01-04' }] });
      await expect(publish(over.roundId)).rejects.toMatchObject({ code: 'round-begun' });
    });

    it('is told less of a discreet one', async () => {
      const { roundId } = await addPlanned({ slug: 'tyst', discreet: true });
      const form = await visit('/sv/kurser/tyst/intresse');
      expect(form.$('a[href="/lamna"]').length).toBeGreaterThan(0);
      expect(form.headers['cache-control']).toBe('no-store');
      expect(form.title).not.toContain('tyst');
      await join('petra', 'tyst');
      await publish(roundId);
      for (const { subject, text, html } of await mails('petra')) {
        expect(subject).toBe('Om din anmälan');
        expect(`${text} ${html}`).not.toMatch(/tyst|Kursen|Väven|Centrum|17.30|23 mars|Karin/);
      }
      expect((await mails('petra')).at(-1)?.text).toContain('Tisdagar, start i mars 2027');
    });

    it('is not written to when the round is called off first', async () => {
      const { roundId } = await addPlanned({ slug: 'inst' });
      await join('rut', 'inst');
      const before = (await mails('rut')).length;
      await publish(roundId);
      await story.db().transaction((em) => em.update(Round, roundId, { state: 'cancelled' }));
      expect(await mails('rut')).toHaveLength(before);
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

function fill(page: SeenPage, firstName: string, email?: string) {
  const address = email ?? `${firstName.trim().toLowerCase()}@exempel.test`;
  return page
    .form('Säg till mig')
    .fill('Förnamn', firstName)
    .fill('E-postadress', address)
    .choose('3–6 år');
}

function helpers(story: RunningApp) {
  const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  const address = (name: string) => `${name}@exempel.test`;
  const mails = (name: string) => mailsTo(story.app(), address(name));
  const ask = async (name: string, slug: string, email = address(name)) =>
    fill(await story.visitor().get(`/sv/kurser/${slug}/intresse`), capital(name), email).submit();
  /** The paths of all links in the mails to an address, the oldest first. */
  const links = async (name: string) =>
    (await mails(name)).flatMap(({ text }) =>
      [...text.matchAll(/https?:\/\/\S+\/intresse\/\S+/g)].map(([link]) => new URL(link).pathname),
    );
  return {
    address,
    mails,
    /** How many with a link have ever been sent; what was sent long ago can no longer be read. */
    mailed: (name: string) =>
      story
        .db()
        .read.countBy(InterestLink, { interest: { email: address(name) }, sentAt: Not(IsNull()) }),
    ask,
    links,
    /** A programme with a round that nobody knows of yet. */
    addPlanned: (plan: RoundPlan) =>
      story.db().transaction(async (em) => {
        const group = await openRound(em, plan);
        await em.update(Round, group.roundId, { state: 'planned' });
        const { programmeId } = await em.findOneByOrFail(Round, { id: group.roundId });
        return { ...group, programmeId };
      }),
    publish: (roundId: number) => story.app().get(RoundPublishing).publishRound(roundId),
    join: async (name: string, slug: string, email = address(name)) => {
      await ask(name, slug, email);
      const [, box = ''] = /^(.*)@/.exec(email) ?? [];
      const page = await story.visitor().get((await links(box)).at(-1) ?? '');
      expect((await page.press('Ja, säg till mig')).heading).toBe('Du står på listan');
    },
    rows: (name: string) =>
      story.db().read.find(Interest, { where: { email: address(name) }, order: { id: 'ASC' } }),
    jobsRun: async (at?: Date) => {
      if (at) story.clock.set(at);
      const outcomes = await story.app().get(Jobs).runDue(story.clock.now());
      expect(outcomes.filter(({ error }) => error !== null)).toEqual([]);
    },
  };
}
