import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { InterestCall } from '../../src/interest/interest-call.entity.js';
import { InterestLink } from '../../src/interest/interest-link.entity.js';
import { InterestCalls } from '../../src/interest/interest-calls.service.js';
import { InterestRequests } from '../../src/interest/interest-requests.service.js';
import { instantOf } from '../../src/kernel/instant.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { enrolFully, fillIn, proofFor, typeCode, withoutLinks } from '../support/enrolling.js';
import { hire, signIn } from '../support/staff.js';
import { interested } from '../support/interest.js';

const MONDAY = '2027-01-11T08:00:00Z';

describeOnBothDatabases(
  'Somebody who waits for a course, when a round is published,',
  (database) => {
    const story = useApp(database, { now: MONDAY });
    const { address, addPlanned, publish, join, links, jobsRun, mails } = interested(story);
    const visit = (path: string) => story.visitor().get(path);

    beforeAll(() => hire(story.app(), 'Siv', 'coordinator'));
    afterEach(() => {
      story.clock.set(MONDAY);
    });

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
      expect(withoutLinks(`${mail?.text} ${mail?.html}`)).not.toMatch(/snart|Kursen|Ida/);

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
      for (const state of ['cancelled', 'published'] as const) {
        await story.db().transaction((em) => em.update(Round, roundId, { state }));
        const page = await signIn(story.visitor(), 'Siv');
        expect([state, page.text.includes('Nadia')]).toEqual([state, state === 'published']);
      }
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
        expect(withoutLinks(`${text} ${html}`)).not.toMatch(
          /tyst|Kursen|Väven|Centrum|17.30|23 mars|Karin/,
        );
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
  },
);
