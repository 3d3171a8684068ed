import { describe, expect, it } from '@jest/globals';
import { IsNull } from 'typeorm';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { PhoneOnlyEnrolments } from '../../src/enrolments/phone-only.service.js';
import { StaffChildCare } from '../../src/enrolments/staff-child-care.service.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { ContactChoices } from '../../src/participants/contact-choices.service.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { caring } from '../support/caring.js';
import { describeOnBothDatabases } from '../support/databases.js';
import {
  addressOf,
  fillIn,
  formOf,
  mailsTo,
  proofFor,
  withoutLinks,
} from '../support/enrolling.js';
import type { FilledForm } from '../support/filled-form.js';
import { addStaff } from '../support/group.js';
import { answerLink, cancel } from '../support/queueing.js';
import { hire, signIn } from '../support/staff.js';

const FULL = 'Barnpassningen är full just nu.';
const ON_LIST = 'Barnpassningen är full. Du står på listan för barnpassning';
const ON_PAGE = 'Det finns något mer att läsa om din anmälan på din sida.';
const GIVE_BACK = 'Jag behöver inte barnpassningen';
const LEAVE = 'Lämna listan för barnpassning';

describeOnBothDatabases('Child care', (database) => {
  const story = useApp(database);

  const { newRound, withCare, rowOf, careOf, lastMail, enrol, again } = caring(story);

  it('says at once which child is too young, and keeps what was typed', async () => {
    await newRound('ung', 5);
    const browser = story.visitor();
    const form = fillIn(await browser.get(formOf('ung')), { firstName: 'Ada' });
    const young = await withCare(form, '2', '18 mån och 5 år').submit();
    expect([young.status, young.errors]).toEqual([
      422,
      [
        'Barnpassningen tar emot barn från 3 år, så ett barn är för litet. ' +
          'Ta bort krysset om du vill anmäla dig utan barnpassning.',
      ],
    ]);
    const kept = young.form('Skicka anmälan').fields();
    expect(kept).toContainEqual(['childCareAges', '18 mån och 5 år']);
    expect(kept).toContainEqual(['childCareCount', '2']);
    expect(kept).toContainEqual(['firstName', 'Ada']);
    const short = await young.form('Skicka anmälan').fill('Hur gamla är de?', '5').submit();
    expect(short.errors).toEqual([
      'Skriv en ålder för varje barn med siffror, till exempel 3 och 5, eller 18 månader',
    ]);
    const right = await short.form('Skicka anmälan').fill('Hur gamla är de?', '3 och 5').submit();
    expect(right.heading).toBe('Skriv koden från mejlet');
    expect(await rowOf('Ada')).toMatchObject({ childCareCount: 2, childCareAges: '3 och 5' });
  });

  it('is refused where there is none, without losing the rest', async () => {
    const roundId = await newRound('utan', null);
    const form = fillIn(await story.visitor().get(formOf('utan')), { firstName: 'Bo' });
    withCare(form, '1', '4');
    const off = { childCareFromAge: null };
    await story.db().transaction((em) => em.update(Round, { id: roundId }, off));
    const page = await form.submit();
    expect([page.status, page.errors]).toEqual([
      422,
      ['Det finns ingen barnpassning i den här omgången. Du kan anmäla dig utan.'],
    ]);
    expect((await page.form('Skicka anmälan').submit()).heading).toBe('Skriv koden från mejlet');
  });

  it('is given with the seat, while there are places', async () => {
    await newRound('plats', 3);
    const cia = await enrol('plats', 'Cia', '2', '3, 5');
    expect(cia.place.heading).toBe('Du har en plats');
    expect(cia.place.text).toContain('Du har barnpassning under träffarna.');
    expect(cia.place.text).toContain('Antal barn: 2. Ålder: 3, 5.');
    expect(cia.place.text).toContain('Har ett barn en allergi eller behöver något särskilt? Ring');
    expect(await lastMail('Cia')).toContain(ON_PAGE);
    expect(await careOf('Cia')).toMatchObject({ state: 'given', children: 2, actor: 'person' });
  });

  it('that is full never blocks the seat: it says so, and has a list of its own', async () => {
    await newRound('full', 1);
    await enrol('full', 'Dag');
    const form = await story.visitor().get(formOf('full'));
    expect(form.text).toContain(FULL);
    expect(form.text).toContain('Din plats på kursen påverkas inte.');
    const eva = await enrol('full', 'Eva');
    expect(eva.place.heading).toBe('Du har en plats');
    expect(eva.place.text).toContain(ON_LIST);
    expect(await lastMail('Eva')).toContain(ON_PAGE);
    const left = await eva.place.press(LEAVE);
    expect(left.heading).toBe('Du har en plats');
    expect(left.body).toContain('Sparat. Du har ingen barnpassning nu. Inget mejl skickas.');
    expect((await again(eva)).text).not.toContain('Barnpassningen');
    expect(await careOf('Eva')).toMatchObject({ state: 'ended', actor: 'person' });
    expect(await rowOf('Eva')).toMatchObject({ state: 'confirmed', childCareCount: null });
  });

  it('goes to the list in order when somebody cancels or gives it back, and nobody overtakes', async () => {
    await newRound('ordning', 3);
    const fia = await enrol('ordning', 'Fia', '2', '3 och 4');
    const gun = await enrol('ordning', 'Gun', '1', '5');
    const hal = await enrol('ordning', 'Hal', '2', '3 och 3');
    const ida = await enrol('ordning', 'Ida', '1', '6');
    for (const person of [hal, ida]) expect(person.place.text).toContain(ON_LIST);
    // One place is free now; it does not suffice for Hal, and Ida does not pass him.
    await (await again(gun)).press(GIVE_BACK);
    for (const name of ['Hal', 'Ida'])
      expect(await careOf(name)).toMatchObject({ state: 'waiting' });
    // Nor does a newcomer.
    const jan = await enrol('ordning', 'Jan', '1', '7');
    expect(jan.place.text).toContain(ON_LIST);
    const before = await mailsTo(story.app(), addressOf({ firstName: 'Jan' }));
    expect((await cancel(fia)).heading).toBe('Du är avbokad');
    expect(await careOf('Fia')).toMatchObject({ state: 'ended' });
    for (const name of ['Hal', 'Ida']) {
      expect(await careOf(name)).toMatchObject({ state: 'given' });
      expect(await lastMail(name)).toContain(ON_PAGE);
    }
    expect(await careOf('Jan')).toMatchObject({ state: 'waiting' });
    expect(await mailsTo(story.app(), addressOf({ firstName: 'Jan' }))).toEqual(before);
    expect((await again(ida)).text).toContain('Du har barnpassning under träffarna.');
  });

  it('follows what staff decide: more places, fewer children', async () => {
    const roundId = await newRound('fler', 2);
    const siv = await story.db().transaction((em) => addStaff(em, 'Siv'));
    await enrol('fler', 'Kim', '2', '3 och 4');
    for (const name of ['Lo', 'Mia', 'Ned']) await enrol('fler', name, '1', '4');
    const staff = story.app().get(StaffChildCare);
    await staff.changePlaces(roundId, 3);
    expect(await careOf('Lo')).toMatchObject({ state: 'given' });
    await expect(staff.changePlaces(roundId, 2)).rejects.toThrow('care-taken');
    await expect(staff.changePlaces(roundId, -1)).rejects.toThrow('care-places');
    const { id } = await rowOf('Kim');
    await staff.changeChildren(id, { children: 1, ages: '4' }, siv);
    expect(await careOf('Kim')).toMatchObject({ children: 1, actor: `staff:${String(siv)}` });
    expect(await careOf('Mia')).toMatchObject({ state: 'given' });
    const more = { children: 2, ages: '3 och 4' };
    await expect(staff.changeChildren(id, more, siv)).rejects.toThrow('care-full');
    // Knowingly fewer places than are given: nobody loses theirs, and nobody new gets one.
    await staff.changePlaces(roundId, 1, { knowingly: true });
    expect(await careOf('Ned')).toMatchObject({ state: 'waiting' });
    await staff.changePlaces(roundId, null);
    expect(await careOf('Ned')).toMatchObject({ state: 'given' });
  });

  it('waits for the seat: it is answered when an offer is accepted', async () => {
    await newRound('erbjudande', 1, 1);
    const ola = await enrol('erbjudande', 'Ola');
    const pia = await enrol('erbjudande', 'Pia', '1', '4', true);
    expect(pia.place.heading).toBe('Du står på väntelistan');
    expect(pia.place.text).toContain('Du har bett om barnpassning.');
    expect(await careOf('Pia')).toBeNull();
    await cancel(ola);
    const link = await answerLink(story.app(), addressOf({ firstName: 'Pia' }));
    await (await story.visitor().get(link)).press('Ja, jag vill ha platsen');
    expect(await careOf('Pia')).toMatchObject({ state: 'given' });
    expect(await lastMail('Pia')).toContain(ON_PAGE);
  });

  it('that is wished for can be taken back while waiting for the seat', async () => {
    await newRound('onskan', 1, 1);
    await enrol('onskan', 'Rut');
    const sam = await enrol('onskan', 'Sam', '1', '4', true);
    const page = await sam.place.press('Jag behöver ingen barnpassning');
    expect(page.heading).toBe('Du står på väntelistan');
    expect(page.text).not.toContain('Du har bett om barnpassning.');
    const siv = await story.db().transaction((em) => addStaff(em, 'Sivan'));
    const { id } = await rowOf('Sam');
    await story.app().get(StaffSeats).place(id, siv, { overbook: true });
    expect(await careOf('Sam')).toBeNull();
  });

  it('comes with a place that staff give, and again after enrolling anew', async () => {
    await newRound('igen', 1, 1);
    const siv = await story.db().transaction((em) => addStaff(em, 'Sivert'));
    const tor = await enrol('igen', 'Tor');
    await enrol('igen', 'Ulf', '1', '4', true);
    await story
      .app()
      .get(StaffSeats)
      .place((await rowOf('Ulf')).id, siv, { overbook: true });
    expect(await careOf('Ulf')).toMatchObject({ state: 'waiting' });
    await cancel(tor);
    expect(await careOf('Ulf')).toMatchObject({ state: 'given' });
    story.clock.advance({ minutes: 2 });
    await enrol('igen', 'Tor', '1', '4', true);
    await story
      .app()
      .get(StaffSeats)
      .place((await rowOf('Tor')).id, siv, { overbook: true });
    expect(await careOf('Tor')).toMatchObject({ state: 'waiting' });
    expect(await lastMail('Tor')).toContain(ON_PAGE);
  });

  it('becomes a call where no mail is wanted', async () => {
    await newRound('ring', 1);
    const vera = await enrol('ring', 'Vera');
    await enrol('ring', 'Yrsa');
    const { id, participantId } = await rowOf('Yrsa');
    const choices = story.app().get(ContactChoices);
    await story.db().transaction((em) => choices.chooseMail(em, participantId!, 'none', 'staff'));
    const before = await lastMail('Yrsa');
    await (await again(vera)).press(GIVE_BACK);
    expect(await lastMail('Yrsa')).toBe(before);
    const task = { kind: 'care', enrolmentId: id, handledAt: IsNull() } as const;
    expect(await story.db().read.countBy(CallTask, task)).toBe(1);
    await hire(story.app(), 'Sigrid', 'coordinator');
    const work = (await signIn(story.visitor(), 'Sigrid')).texts('#att-ringa tbody tr');
    expect(work.at(-1)).toContain('Berätta att det har blivit plats i barnpassningen');
  });

  describe('of somebody else, or changed by telephone only,', () => {
    it('cannot be given back; opening the address changes nothing', async () => {
      await newRound('andras', 5);
      const zoe = await enrol('andras', 'Zoe');
      const abe = await enrol('andras', 'Abe');
      const path = `${zoe.place.path}/barnpassning`;
      const foreign = await abe.browser.fromOwnPage(path, { method: 'POST', fields: [] });
      expect(foreign.status).toBe(404);
      expect(
        (await story.visitor().fromOwnPage(path, { method: 'POST', fields: [] })).path,
      ).toContain('/logga-in');
      for (const method of ['GET', 'HEAD'] as const) await zoe.browser.send(path, { method });
      expect(await careOf('Zoe')).toMatchObject({ state: 'given' });
      const { id, participantId } = await rowOf('Zoe');
      await story.app().get(PhoneOnlyEnrolments).set(id, participantId!, 'person');
      const page = await again(zoe);
      expect(page.text).toContain('Du har barnpassning under träffarna.');
      expect(page.texts('button')).not.toContain(GIVE_BACK);
      await zoe.browser.fromOwnPage(path, { method: 'POST', fields: [] });
      expect(await careOf('Zoe')).toMatchObject({ state: 'given' });
    });
  });

  it('is never named in a mail', async () => {
    await newRound('tyst', 1);
    const cilla = await enrol('tyst', 'Cilla');
    await enrol('tyst', 'Dora');
    await (await again(cilla)).press(GIVE_BACK);
    for (const name of ['Cilla', 'Dora'])
      for (const { text, html } of await mailsTo(story.app(), addressOf({ firstName: name })))
        expect(withoutLinks(`${text} ${html}`)).not.toMatch(/barn|allergi/i);
    expect(await lastMail('Dora')).toContain(ON_PAGE);
    expect(await careOf('Dora')).toMatchObject({ state: 'given' });
  });

  it('stands in own data', async () => {
    await newRound('data', 1);
    await enrol('data', 'Elsa');
    const frej = await enrol('data', 'Frej', '2', '3 och 5');
    const page = await frej.browser.get('/sv/mina-kurser/mina-data');
    expect(page.text).toContain('På listan för barnpassning sedan måndag 11 januari');
    const file = await frej.browser.get('/sv/mina-kurser/mina-data.json');
    const data = JSON.parse(file.body) as { enrolments: readonly { childCare: unknown }[] };
    expect(data.enrolments[0]?.childCare).toMatchObject({
      ...{ children: 2, ages: '3 och 5', state: 'waiting' },
    });
  });

  it('works in Arabic, with Arabic digits', async () => {
    await newRound('arabiska', 2);
    const browser = story.visitor();
    const page = await browser.get(formOf('arabiska', 'ar'));
    const fill = (form: FilledForm, ages: string) =>
      form
        .fill('الاسم الأول', 'هدى')
        .fill('البريد الإلكتروني', 'huda@exempel.test')
        .choose('من 3 إلى 6')
        .choose('أحتاج إلى رعاية الأطفال أثناء اللقاءات')
        .fill('كم عدد الأطفال؟', '٢')
        .fill('كم أعمارهم؟', ages);
    const young = await fill(page.form('أرسل التسجيل'), '١٨ شهرًا و٥ سنوات').submit();
    expect(young.errors).toEqual([expect.stringContaining('من سن 3')]);
    const again = young.form('أرسل التسجيل').fill('كم أعمارهم؟', '٣ و٥ سنوات');
    const codePage = await again.submit();
    const { code } = await proofFor(story.app(), 'huda@exempel.test');
    const place = await codePage.form('أكّد تسجيلي').fill('الرمز من الرسالة', code).submit();
    expect(place.text).toContain('لديك رعاية أطفال أثناء اللقاءات.');
    expect((await mailsTo(story.app(), 'huda@exempel.test')).at(-1)?.text).toContain(
      'هناك شيء آخر لتقرأه عن تسجيلك في صفحتك.',
    );
  });
});
