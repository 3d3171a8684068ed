import { beforeAll, expect, it } from '@jest/globals';
import { CallRequest } from '../../src/enrolments/call-request.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { Interest } from '../../src/interest/interest.entity.js';
import { Participant } from '../../src/participants/participant.entity.js';
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
import { fillInterest, interested } from '../support/interest.js';

const ADDRESS_WORDS = 'Skriv en e-postadress, till exempel namn@exempel.se';

describeOnBothDatabases('What is typed otherwise than we would', (database) => {
  const story = useApp(database);

  beforeAll(async () => {
    await story.db().transaction((em) => openRound(em, { slug: 'tisdagar' }));
  });

  const enrolments = (email: string) => story.db().read.findBy(Enrolment, { email });

  it('is the same telephone number with any dash, digit, country code or unseen mark', async () => {
    const ask = async (phone: string) => {
      const form = (await story.visitor().get('/sv/ring-mig')).form('Ring mig');
      form.fill('Vad ska vi kalla dig?', 'Amina').fill('Telefonnummer', phone);
      return (await form.fill('När passar det att vi ringer?', phone).submit()).status;
    };
    for (const typed of ['070‑111 11 11', '070\u00AD111\u00AD11−11', '０７０－１１１ １１ １１'])
      expect(await ask(typed)).toBe(200);
    for (const typed of ['+46 0702222222', '0046 070-222 22 22', '+46 (0)70‑222 22 22'])
      expect(await ask(typed)).toBe(200);
    const calls = await story.db().read.find(CallRequest, { order: { id: 'ASC' } });
    const [own, abroad] = ['0701111111', '+46702222222'];
    expect(calls.map(({ phone }) => phone)).toEqual([own, own, own, abroad, abroad, abroad]);
    const form = fillIn(await story.visitor().get(formOf('tisdagar')), { firstName: 'Amina' });
    await form.fill('Mobilnummer (frivilligt)', '070−111\u200C11‑11').submit();
    expect(await enrolments('amina@exempel.test')).toMatchObject([{ phone: own }]);
  });

  it('is the same address with marks that nobody sees, and the mail goes there', async () => {
    const typed = 'bea\u00ADtri\u200Cce\uFE0F@exem\u200Dpel.test';
    const page = await enrol(story.visitor(), 'tisdagar', { firstName: 'Beatrice', email: typed });
    expect(page.heading).toBe('Skriv koden från mejlet');
    expect(await enrolments('beatrice@exempel.test')).toHaveLength(1);
    expect(await mailsTo(story.app(), 'beatrice@exempel.test')).toHaveLength(1);
  });

  it.each([
    'cilla\uD800@exempel.test',
    'cilla\uFFFD@exempel.test',
    `${'å'.repeat(40)}@exempel.test`,
  ])('is no address when no mail server takes it: %j', async (email) => {
    const answer = await enrol(story.visitor(), 'tisdagar', { firstName: 'Cilla', email });
    expect([answer.status, answer.errors]).toEqual([422, [ADDRESS_WORDS]]);
    expect(await story.db().read.countBy(Enrolment, { firstName: 'Cilla' })).toBe(0);
  });

  it.each([
    ['arcy', 'D’Arcy', "d'arcy"],
    ['karin', 'Anna‑Karin', 'Anna-Karin'],
    ['layla', 'أُمّ ليلى', 'ام ليلي'],
  ])('is the same person in the round and on the list: %s, %s and %s', async (box, one, other) => {
    const email = `${box}@exempel.test`;
    await story.db().transaction((em) => openRound(em, { slug: box }));
    const first = await enrol(story.visitor(), box, { firstName: one, email });
    await enrol(story.visitor(), box, { firstName: other, email });
    const { code } = await proofFor(story.app(), email);
    expect((await typeCode(first, code)).heading).toBe('Du har en plats');
    const placed = (await enrolments(email)).filter(({ state }) => state === 'confirmed');
    expect(placed).toHaveLength(1);
    expect(await story.db().read.findBy(Participant, { email })).toHaveLength(1);

    const { addPlanned } = interested(story);
    await addPlanned({ slug: `lista-${box}` });
    for (const firstName of [one, other]) {
      const page = await story.visitor().get(`/sv/kurser/lista-${box}/intresse`);
      await fillInterest(page, firstName, email).submit();
    }
    expect(await story.db().read.findBy(Interest, { email })).toHaveLength(1);
  });

  it('is another person when the name is another', async () => {
    const email = 'zoe@exempel.test';
    for (const firstName of ['Zoë', 'Zoe'])
      await enrolFully(story.app(), story.visitor(), 'tisdagar', { firstName, email });
    expect(await story.db().read.findBy(Participant, { email })).toHaveLength(2);
    expect(await enrolments(email)).toHaveLength(2);
  });

  it.each(['sv', 'en', 'ar'])('is the code in the line of the mail, in %s', async (language) => {
    const email = `gun-${language}@exempel.test`;
    const line = async () => {
      const text = (await mailsTo(story.app(), email)).at(-1)?.text ?? '';
      return text.split('\n').find((words) => /: [2-9A-Z]{4}-[2-9A-Z]{4}$/.test(words)) ?? '';
    };
    const browser = story.visitor();
    const path = formOf('tisdagar', language);
    const code = (pasted: string) => [['code', pasted]] as const;
    const fields = [
      ['firstName', 'Gun'],
      ['email', email],
      ['childAges', '3-6'],
    ] as const;
    await browser.fromOwnPage(path, { method: 'POST', fields });
    const pasted = `”${(await line()).replace(' ', '\u00A0')}”`;
    expect(pasted).toContain(':');
    const place = await browser.fromOwnPage(`${path}/kod`, {
      method: 'POST',
      fields: code(pasted),
    });
    expect(place.path).toMatch(/\/mina-kurser\/\d+$/);

    const again = story.visitor();
    const signIn = `/${language}/mina-kurser/logga-in`;
    story.clock.advance({ minutes: 2 });
    await again.fromOwnPage(signIn, { method: 'POST', fields: [['email', email]] });
    const own = await again.fromOwnPage(`${signIn}/kod`, {
      method: 'POST',
      fields: code(await line()),
    });
    expect([own.status, own.path]).toEqual([200, `/${language}/mina-kurser`]);
  });
});
