import { beforeAll, expect, it } from '@jest/globals';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { instantOf } from '../../src/kernel/instant.js';
import { ContactChoice } from '../../src/participants/contact-choice.entity.js';
import { OwnCodes } from '../../src/participants/own-codes.service.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
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
import { addGroup } from '../support/group.js';
import { signInByCode } from '../support/signing-in.js';

const DETAILS = '/sv/mina-kurser/uppgifter';

/** A partner knows the address and the first name, and reads the mails that come there. */
describeOnBothDatabases('Somebody else who reads the mailbox', (database) => {
  const story = useApp(database, { now: '2027-01-11T08:00:00Z' });

  beforeAll(() =>
    story.db().transaction(async (em) => {
      await openRound(em, { slug: 'varen' });
      await addGroup(em, {
        slug: 'snart',
        meetings: [{ date: '2027-01-19' }],
        people: ['Amina', 'Bea', 'Cilla', 'Disa'].map((firstName) => ({ firstName })),
      });
    }),
  );

  const old = (firstName: string) => `${firstName.toLowerCase()}@exempel.test`;
  const personOf = (firstName: string) =>
    story.db().read.findOneByOrFail(Participant, { firstName });
  const placeOf = async (firstName: string) => {
    const { id: participantId } = await personOf(firstName);
    const where = { participantId };
    const [newest] = await story.db().read.find(Enrolment, { where, order: { id: 'DESC' } });
    if (newest === undefined) throw new Error(`${firstName} has no place.`);
    return newest;
  };
  const comingLink = async (address: string) => {
    const texts = (await mailsTo(story.app(), address)).map(({ text }) => text);
    const link = texts.flatMap((text) => /https?:\/\/\S+\/kommer\/\S+/.exec(text) ?? []).at(-1);
    return link === undefined ? null : new URL(link).pathname;
  };
  const giveAway = (link: string) =>
    story.visitor().fromOwnPage(`${link}/avbokning`, { method: 'POST', fields: [] });

  it('gives no seat away by the question that was mailed before the address changed', async () => {
    story.clock.set(instantOf('2027-01-12', '09:00'));
    await story.app().get(Jobs).runDue(story.clock.now());
    const browser = story.visitor();
    const link = (await comingLink(old('Amina'))) ?? '';
    const page = await signInByCode(story.app(), browser, old('Amina'), DETAILS);
    const code = await page
      .form('Mejla en kod till den nya adressen')
      .fill('Ny e-postadress', 'amina@nytt.test')
      .submit();
    const { code: typed } = await proofFor(story.app(), 'amina@nytt.test');
    await code.form('Byt adress').fill('Kod från mejlet', typed).submit();
    expect((await story.visitor().get(link)).status).toBe(410);
    expect((await giveAway(link)).status).toBe(410);
    expect((await placeOf('Amina')).state).toBe('confirmed');
    // She is asked where she reads.
    const fresh = (await comingLink('amina@nytt.test')) ?? '';
    expect((await story.visitor().get(fresh)).heading).toBe('Kommer du?');
  });

  it('nor before mails were refused, or before it was by telephone only', async () => {
    const links = { Bea: await comingLink(old('Bea')), Cilla: await comingLink(old('Cilla')) };
    const bea = await signInByCode(story.app(), story.visitor(), old('Bea'), DETAILS);
    await bea.form('Spara språk och mejl').choose('Skicka inga mejl alls').submit();
    const browser = story.visitor();
    await signInByCode(story.app(), browser, old('Cilla'));
    const { id } = await placeOf('Cilla');
    const path = `/sv/mina-kurser/${String(id)}/bara-telefon`;
    await browser.fromOwnPage(path, { method: 'POST', fields: [] });
    for (const [firstName, link] of Object.entries(links)) {
      const page = await giveAway(link ?? '');
      expect([page.status, page.heading]).toEqual([410, 'Länken gäller inte']);
      const yes = await story.visitor().fromOwnPage(link ?? '', { method: 'POST', fields: [] });
      expect(yes.status).toBe(410);
      const place = await placeOf(firstName);
      expect(place.state).toBe('confirmed');
      const task = { enrolmentId: place.id, kind: 'coming' } as const;
      await story.app().get(Jobs).runDue(instantOf('2027-01-15', '09:01'));
      expect(await story.db().read.countBy(CallTask, task)).toBe(1);
    }
  });

  it('changes nothing about a person with a code of her own by enrolling in her name', async () => {
    const { id } = await personOf('Disa');
    await story.app().get(OwnCodes).set(id, '4711');
    const form = fillIn(await story.visitor().get(formOf('varen')), { firstName: 'Disa' });
    const page = await form.fill('Mobilnummer (frivilligt)', '070-666 66 66').submit();
    await typeCode(page, (await proofFor(story.app(), old('Disa'))).code);
    expect(await personOf('Disa')).toMatchObject({ id, phone: null });
  });

  it('learns from no mail that somebody is known who wants no mails', async () => {
    const { id: participantId } = await personOf('Bea');
    expect(await story.db().read.countBy(ContactChoice, { participantId, mail: 'none' })).toBe(1);
    const before = (await mailsTo(story.app(), old('Bea'))).length;
    await enrol(story.visitor(), 'varen', { firstName: 'Bosse', email: old('Bea') });
    const [mail] = (await mailsTo(story.app(), old('Bea'))).slice(before);
    expect(mail?.text).toContain('Kod:');
    expect(mail?.text).not.toContain('annan vuxen');
  });

  it('nor in which round somebody is who has a code of her own', async () => {
    const { reference } = await placeOf('Disa');
    story.clock.advance({ hours: 2 });
    const before = (await mailsTo(story.app(), old('Disa'))).length;
    await enrol(story.visitor(), 'varen', { firstName: 'Disa' });
    const [mail] = (await mailsTo(story.app(), old('Disa'))).slice(before);
    expect(mail?.text).toContain('Kod:');
    expect(mail?.text).not.toMatch(new RegExp(`redan anmäld|${reference}`));
  });

  it.each(['Emma', 'Frida'])('sees by no seat whether %s is in a round', async (firstName) => {
    const slug = `sista-${firstName.toLowerCase()}`;
    await story.db().transaction((em) => openRound(em, { slug, capacity: 2 }));
    // Emma has a seat, Frida has never been here.
    const first = firstName === 'Emma' ? firstName : 'Gunnel';
    await enrolFully(story.app(), story.visitor({ ip: '10.1.1.1' }), slug, { firstName: first });
    await enrol(story.visitor({ ip: '10.2.2.2' }), slug, { firstName });
    const form = await story.visitor({ ip: '10.3.3.3' }).get(formOf(slug));
    expect(form.texts('main button')).toContain('Ställ mig på väntelistan');
  });
});
