import { beforeAll, describe, expect, it } from '@jest/globals';
import { MoreThan } from 'typeorm';
import { ActCount } from '../../src/platform/web/session/act-count.entity.js';
import { EnrolmentChildAge } from '../../src/enrolments/enrolment-child-age.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import {
  enrol,
  enrolFully,
  fillIn,
  formOf,
  mailsTo,
  openRound,
  proofFor,
  typeCode,
} from '../support/enrolling.js';
import type { Group } from '../support/group.js';

describeOnBothDatabases('Enrolling when things have changed', (database) => {
  const story = useApp(database);

  beforeAll(() => newRound('tisdagar'));

  const newRound = (slug: string, capacity = 20) =>
    story.db().transaction((em) => openRound(em, { slug, capacity }));
  const change = (group: Group, to: Partial<Pick<Round, 'state' | 'enrolUntil' | 'enrolFrom'>>) =>
    story.db().transaction((em) => em.update(Round, { id: group.roundId }, to));
  const forgetLimits = () =>
    story.db().transaction((em) => em.delete(ActCount, { id: MoreThan(0) }));
  const proof = (firstName: string) => proofFor(story.app(), `${firstName}@exempel.test`);
  const mails = (firstName: string) => mailsTo(story.app(), `${firstName}@exempel.test`);
  const rowsOf = (firstName: string) =>
    story.db().read.findBy(Enrolment, { email: `${firstName}@exempel.test` });
  const fully = (slug: string, firstName: string, browser = story.visitor()) =>
    enrolFully(story.app(), browser, slug, { firstName });

  describe('full', () => {
    it('keeps what was typed, offers the waiting list and tells the number', async () => {
      await newRound('liten', 1);
      const [late, later] = [story.visitor(), story.visitor()];
      const forms = [await late.get(formOf('liten')), await later.get(formOf('liten'))] as const;
      await fully('liten', 'amina');
      const answer = await fillIn(forms[0], { firstName: 'bo' })
        .fill('Efternamn (frivilligt)', 'Åkerlund')
        .choose('förälder')
        .choose('Jag behöver tolk')
        .fill('Vilket språk, och gärna dialekt?', 'kurmanji')
        .submit();
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Den sista platsen hann bli tagen.');
      expect(await rowsOf('bo')).toEqual([]);
      const again = answer.form('Ställ mig på väntelistan');
      expect(again.value('Efternamn (frivilligt)')).toBe('Åkerlund');
      expect(again.value('förälder')).toBe(true);
      expect(again.value('3–6 år')).toBe(true);
      expect(again.value('Vilket språk, och gärna dialekt?')).toBe('kurmanji');
      const place = await typeCode(await again.submit(), (await proof('bo')).code);
      expect(place.heading).toBe('Du står på väntelistan');
      expect(place.text).toContain('Du är nummer 1');
      expect(place.texts('a')).not.toContain('Lägg till i kalendern');
      expect(place.text).not.toMatch(/Väven|Karin/);
      expect((await mails('bo')).at(-1)?.text).toContain('Du är nummer 1.');
      expect((await late.get(`${place.path}/kalender.ics`)).status).toBe(404);
      const offered = await fillIn(forms[1], { firstName: 'cecilia' }).submit();
      const queued = await offered.press('Ställ mig på väntelistan');
      const hers = await typeCode(queued, (await proof('cecilia')).code);
      expect(hers.text).toContain('Du är nummer 2');
    });

    it('holds a seat for who has asked for it, two hours long', async () => {
      await newRound('minst', 1);
      await enrol(story.visitor(), 'minst', { firstName: 'disa' });
      const visitor = story.visitor();
      expect((await visitor.get('/sv/kurser/minst/minst')).text).toContain('Fullt, kö finns');
      expect((await visitor.get(formOf('minst'))).texts('main button')).toContain(
        'Ställ mig på väntelistan',
      );
      story.clock.advance({ hours: 2 });
      expect((await visitor.get(formOf('minst'))).texts('main button')).toContain('Skicka anmälan');
    });
  });

  describe('closed or cancelled', () => {
    it('says so on the same page and keeps what was typed', async () => {
      const until = await newRound('stangd');
      const form = await story.visitor().get(formOf('stangd'));
      await change(until, { enrolUntil: story.clock.now() });
      const answer = await fillIn(form, { firstName: 'erik' }).submit();
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Anmälan är stängd');
      expect(answer.text).toContain('Det du har skrivit finns kvar här nedanför.');
      expect(answer.$('#firstName').attr('value')).toBe('erik');
      expect(answer.texts('main form button[type=submit]')).toEqual([]);
      expect(await rowsOf('erik')).toEqual([]);
      expect((await story.visitor().get(formOf('stangd'))).$('main form')).toHaveLength(0);
    });

    it('gives no seat in a cancelled round, by form, by code or by link', async () => {
      const round = await newRound('installd');
      const form = await story.visitor().get(formOf('installd'));
      const page = await enrol(story.visitor(), 'installd', { firstName: 'fatima' });
      const { code, link } = await proof('fatima');
      await change(round, { state: 'cancelled' });
      const refused = await fillIn(form, { firstName: 'gustav' }).submit();
      expect([refused.status, await rowsOf('gustav')]).toEqual([422, []]);
      expect(refused.text).toContain('Omgången är inställd');
      const coded = await typeCode(page, code);
      expect([coded.status, coded.errors]).toEqual([422, ['Omgången är inställd']]);
      const linked = await (await story.visitor().get(link)).press('Bekräfta min anmälan');
      expect([linked.status, linked.heading]).toEqual([410, 'Omgången är inställd']);
      expect(await rowsOf('fatima')).toMatchObject([{ state: 'pending' }]);
      expect(await mails('fatima')).toHaveLength(1);
    });

    it('is said before the form where nobody can enrol, and the way on is shown', async () => {
      const soon = await newRound('snart');
      await change(soon, { enrolFrom: new Date('2027-02-01T08:00:00Z') });
      const early = await story.visitor().get(formOf('snart'));
      expect(early.text).toContain('Anmälan har inte öppnat än Kom tillbaka måndag 1 februari.');
      expect(early.$('main form')).toHaveLength(0);
      expect((await early.follow('Se alla kurser')).heading).toBe('Kurser');
      const fields = fillIn(await story.visitor().get(formOf('tisdagar')), { firstName: 'hedda' });
      const answer = await story
        .visitor()
        .fromOwnPage(formOf('snart'), { method: 'POST', fields: fields.fields() });
      expect([answer.status, await rowsOf('hedda')]).toEqual([422, []]);
    });
  });

  describe('in the same round once more', () => {
    it('looks as it does for anybody else; only the mail says it', async () => {
      await fully('tisdagar', 'ingrid');
      story.clock.advance({ minutes: 2 });
      await forgetLimits();
      const [known, unknown] = [story.visitor(), story.visitor()];
      const pages = [
        await enrol(known, 'tisdagar', { firstName: 'ingrid' }),
        await enrol(unknown, 'tisdagar', { firstName: 'johan' }),
      ] as const;
      expect(pages[0].bodyForAll).toBe(pages[1].bodyForAll.replaceAll('johan', 'ingrid'));
      const mail = (await mails('ingrid')).at(-1);
      expect(mail?.text).toContain('Du är redan anmäld, så du behöver inte göra något.');
      expect(mail?.text).not.toContain('/bekrafta/');
      const [before] = await rowsOf('ingrid');
      expect(mail?.text).toContain(before?.reference);
      const place = await typeCode(pages[0], (await proof('ingrid')).code);
      expect(place.path).toBe(`/sv/mina-kurser/${String(before?.id)}`);
      expect(await rowsOf('ingrid')).toEqual([before]);
      expect(await mails('ingrid')).toHaveLength(3);
    });

    it('is refused alike when the round is full, and when there have been too many', async () => {
      await newRound('trang', 1);
      await fully('trang', 'karin');
      await forgetLimits();
      const form = async (firstName: string) => {
        const page = fillIn(
          await story.visitor().get(formOf('trang')),
          { firstName },
          'Ställ mig på väntelistan',
        );
        // As from a page that was opened while there was a seat.
        const fields = page.fields().filter(([name]) => name !== 'queue');
        return story.visitor().fromOwnPage(formOf('trang'), { method: 'POST', fields });
      };
      const [known, unknown] = [await form('karin'), await form('okand')];
      expect(known.status).toBe(422);
      expect(known.body).toBe(unknown.body.replaceAll('okand', 'karin'));
    });

    it('changes nothing for who is in the middle of it, whatever a stranger does', async () => {
      const page = await enrol(story.visitor(), 'tisdagar', { firstName: 'leila' });
      const { code } = await proof('leila');
      const [before] = await rowsOf('leila');
      story.clock.advance({ minutes: 2 });
      const stranger = story.visitor({ ip: '198.51.100.7' });
      const form = fillIn(await stranger.get(formOf('tisdagar')), { firstName: 'Leila' });
      const theirs = await form
        .fill('Mobilnummer (frivilligt)', '0701111111')
        .choose('13–18 år')
        .submit();
      for (let turn = 0; turn < 5; turn += 1) await typeCode(theirs, 'AAAA-AAAA');
      await theirs
        .form('Byt adress och skicka ny kod')
        .fill('Ny e-postadress', 'tjuv@fel.test')
        .submit();
      await story.db().transaction((em) => em.delete(Enrolment, { email: 'tjuv@fel.test' }));
      expect(await rowsOf('leila')).toEqual([before]);
      const place = await typeCode(page, code);
      expect(place.heading).toBe('Du har en plats');
      expect(await rowsOf('leila')).toMatchObject([{ state: 'confirmed', phone: null }]);
      const enrolmentId = before?.id ?? 0;
      expect(await story.db().read.findBy(EnrolmentChildAge, { enrolmentId })).toHaveLength(1);
    });

    it('in two browsers becomes one place, by either code in either window', async () => {
      const { roundId } = await newRound('tvafonster', 3);
      const [phone, computer] = [story.visitor(), story.visitor()];
      const first = await enrol(phone, 'tvafonster', { firstName: 'maja' });
      story.clock.advance({ minutes: 5 });
      const second = await enrol(computer, 'tvafonster', { firstName: 'maja' });
      const other = await story.visitor().get(formOf('tvafonster'));
      expect(other.texts('main button')).toContain('Skicka anmälan');
      const { code } = await proof('maja');
      // The newest mail, typed where she began: either window will do.
      expect((await typeCode(first, code)).heading).toBe('Du har en plats');
      const places = () => story.db().read.findBy(Enrolment, { roundId, state: 'confirmed' });
      expect(await places()).toHaveLength(1);
      // The other window shows what it showed before; its code leads to the same place.
      const again = await computer.get('/sv/kurser/tvafonster/tvafonster/anmalan/kod');
      expect(again.bodyForAll).toBe(second.bodyForAll);
      story.clock.advance({ minutes: 2 });
      const sent = await again.form('Skicka ny kod').submit();
      expect((await typeCode(sent, (await proof('maja')).code)).heading).toBe('Du har en plats');
      expect(await story.db().read.findBy(Enrolment, { roundId })).toEqual(await places());
    });
  });

  it('takes two adults with one mailbox for two people, after asking', async () => {
    const email = 'familjen@exempel.test';
    const enrolled = async (firstName: string) => {
      const page = await enrol(story.visitor(), 'tisdagar', { firstName, email });
      const asked = (await mailsTo(story.app(), email)).at(-1)?.text ?? '';
      return { asked, place: await typeCode(page, (await proofFor(story.app(), email)).code) };
    };
    const [nina, omar] = [await enrolled('Nina'), await enrolled('Omar')];
    expect(nina.asked).not.toContain('Är det en annan vuxen?');
    expect(omar.asked).toContain('Är det en annan vuxen?');
    for (const { place } of [nina, omar]) expect(place.heading).toBe('Du har en plats');
    expect(nina.place.path).not.toBe(omar.place.path);
    const people = await story.db().read.findBy(Participant, { email });
    expect(people.map(({ firstName }) => firstName).sort()).toEqual(['Nina', 'Omar']);
  });

  it('keeps two adults apart who enrol one after the other on one telephone', async () => {
    const browser = story.visitor();
    await enrol(browser, 'tisdagar', { firstName: 'qadir' });
    const page = await enrol(browser, 'tisdagar', { firstName: 'rana' });
    expect(page.text).toContain('rana@exempel.test');
    expect(await rowsOf('qadir')).toMatchObject([{ firstName: 'qadir', state: 'pending' }]);
    const { link } = await proof('qadir');
    expect((await (await browser.get(link)).press('Bekräfta min anmälan')).status).toBe(200);
    expect((await typeCode(page, (await proof('rana')).code)).heading).toBe('Du har en plats');
    for (const name of ['qadir', 'rana'])
      expect(await rowsOf(name)).toMatchObject([{ state: 'confirmed' }]);
  });

  describe('with fields that are wrong', () => {
    it('shows the same page with all of it said and everything typed kept', async () => {
      const form = (await story.visitor().get(formOf('tisdagar'))).form('Skicka anmälan');
      const page = await form
        .fill('Efternamn (frivilligt)', 'Öst')
        .fill('E-postadress', 'nina(at)exempel')
        .fill('Mobilnummer (frivilligt)', 'sjuttio')
        .choose('Jag behöver tolk')
        .choose('Jag behöver barnpassning under träffarna')
        .fill('Hur många barn?', 'två')
        .submit();
      expect([page.status, page.title]).toEqual([422, expect.stringMatching(/^Fel: Anmälan/)]);
      expect(page.errors).toEqual([
        'Skriv vad du vill kallas i gruppen',
        'Skriv en e-postadress, till exempel namn@exempel.se',
        expect.stringContaining('Skriv ett telefonnummer'),
        'Välj hur gammalt barnet är',
        'Skriv vilket språk tolken ska tala',
        'Skriv hur många barn, med en siffra från 1 till 9',
        'Skriv hur gamla barnen är',
      ]);
      for (const link of page.$('.error-summary a').toArray())
        expect(page.$(page.$(link).attr('href') ?? 'none')).toHaveLength(1);
      const kept = page.form('Skicka anmälan');
      expect(kept.value('Efternamn (frivilligt)')).toBe('Öst');
      expect(kept.value('E-postadress')).toBe('nina(at)exempel');
      expect(kept.value('Hur många barn?')).toBe('två');
      expect(page.$('#email').attr('aria-invalid')).toBe('true');
    });

    it('refuses what no page of ours sends with a page of ours', async () => {
      const browser = story.visitor();
      const good = fillIn(await browser.get(formOf('tisdagar')), { firstName: 'petra' }).fields();
      const wrong: [string, string][][] = [
        [...good, ['state', 'confirmed']],
        [...good, ['queue', 'please']],
        [...good, ['firstName', 'Petter']],
        [...good, ['email', 'petter@exempel.test']],
        [...good, ['constructor', 'x']],
        [...good, ['interpreter', 'yes'], ['interpreter', 'yes']],
      ];
      for (const fields of wrong) {
        const page = await browser.fromOwnPage(formOf('tisdagar'), { method: 'POST', fields });
        expect([page.status, page.heading]).toEqual([400, 'Det gick inte att läsa']);
      }
      expect(await rowsOf('petra')).toEqual([]);
      expect(await rowsOf('petter')).toEqual([]);
    });
  });
});
