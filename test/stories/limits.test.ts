import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MoreThan } from 'typeorm';
import { CallRequest } from '../../src/enrolments/call-request.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { PlaceGiver } from '../../src/enrolments/place-giver.service.js';
import { DemoMail } from '../../src/platform/mail/demo-mail.entity.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { ActCount } from '../../src/platform/web/session/act-count.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import {
  addressOf,
  enrol,
  fillIn,
  formOf,
  mailsTo,
  openRound,
  proofFor,
  typeCode,
  type Applicant,
} from '../support/enrolling.js';
import { askForLink, signInProofFor, typeSignInCode } from '../support/signing-in.js';

describeOnBothDatabases('Limits', (database) => {
  const story = useApp(database);

  beforeAll(async () => {
    for (const slug of ['a', 'b', 'c', 'd', 'e', 'f', 'spread'])
      await story.db().transaction((em) => openRound(em, { slug }));
    await story.db().transaction((em) => openRound(em, { slug: 'liten', capacity: 8 }));
    await story.db().transaction((em) => openRound(em, { slug: 'oppen', capacity: 6 }));
  });

  let visitors = 0;
  /** Everybody comes from a network of their own. */
  const visitor = () => {
    visitors += 1;
    return story.visitor({ ip: `203.0.${String(visitors)}.1` });
  };
  const held = async (slug: string) => {
    const page = await visitor().get(formOf(slug));
    const call = page.href('Läser någon annan din e-post? Då ringer vi dig');
    const roundId = Number(call.split('omgang=')[1]);
    const holdsUntil = MoreThan(story.clock.now());
    return story.db().read.countBy(Enrolment, { roundId, state: 'pending', holdsUntil });
  };

  /** Lets what is due leave, and gives how many mails an address has got. */
  const mailsOf = async (address: string) => (await mailsTo(story.app(), address)).length;
  /** Enrols from a network of its own and asks for new codes, a minute apart; every answer is the same. */
  const askFor = async (codes: number, who: Applicant, from = visitor(), slug = 'a') => {
    let page = await enrol(from, slug, who);
    for (let turn = 1; turn < codes; turn += 1) {
      await mailsOf(addressOf(who));
      story.clock.advance({ minutes: 2 });
      page = await page.press('Skicka ny kod');
      expect([page.status, page.text]).toEqual([200, expect.stringContaining('ett nytt på väg')]);
    }
    return page;
  };

  it('send three codes an hour and eight a day to a mailbox from one network, and never say so', async () => {
    const anna: Applicant = { firstName: 'anna' };
    const home = visitor();
    await askFor(5, anna, home);
    expect(await mailsOf(addressOf(anna))).toBe(3);
    // Whatever it is for: another course, and another name behind a plus sign, are no way around.
    const elsewhere = await enrol(home, 'b', { firstName: 'ann', email: 'Anna+kurs@exempel.test' });
    expect(elsewhere.heading).toBe('Skriv koden från mejlet');
    expect(await mailsOf('anna+kurs@exempel.test')).toBe(0);
    for (const codes of [6, 8, 8]) {
      story.clock.advance({ hours: 1, minutes: 1 });
      await askFor(4, anna, home, 'b');
      expect(await mailsOf(addressOf(anna))).toBe(codes);
    }
    story.clock.advance({ hours: 24 });
    await askFor(1, anna, home, 'c');
    expect(await mailsOf(addressOf(anna))).toBe(9);
  });

  it('leave her what strangers elsewhere cannot use up, and void nothing that she holds', async () => {
    const bo: Applicant = { firstName: 'bo' };
    const page = await enrol(visitor(), 'a', bo);
    const { code } = await proofFor(story.app(), addressOf(bo));
    for (let turn = 0; turn < 3; turn += 1) await askForLink(visitor(), addressOf(bo));
    await askFor(3, bo, visitor(), 'b');
    const again = await visitor().fromOwnPage('/sv/mina-kurser/logga-in', {
      method: 'POST',
      fields: [['email', addressOf(bo)]],
    });
    expect(again.heading).toBe('Titta i din e-post');
    expect((await typeCode(page, code)).heading).toBe('Du har en plats');
    const [hers, stranger] = [visitor(), visitor()];
    const signIn = await askForLink(hers, addressOf(bo));
    const proof = await signInProofFor(story.app(), addressOf(bo));
    await askForLink(stranger, addressOf(bo));
    expect((await typeSignInCode(signIn, proof.code)).heading).toBe('Mina kurser');
  });

  it('end at twelve codes an hour for a mailbox, from however many networks', async () => {
    for (let turn = 0; turn < 14; turn += 1)
      await enrol(visitor(), 'd', {
        firstName: 'cilla',
        email: `cilla+${String(turn)}@exempel.test`,
      });
    await story.app().get(MailWorker).sendDue();
    const mails = await story.db().read.find(DemoMail);
    expect(mails.filter(({ recipient }) => recipient.startsWith('cilla+'))).toHaveLength(12);
  });

  it('count no mail that is for nobody', async () => {
    const from = visitor();
    for (let turn = 0; turn < 4; turn += 1) {
      await askForLink(from, 'dora@exempel.test');
      await mailsOf('dora@exempel.test');
      story.clock.advance({ minutes: 2 });
    }
    await enrol(from, 'e', { firstName: 'dora' });
    expect(await mailsOf('dora@exempel.test')).toBe(1);
  });

  it('answer a wish to be called, and for a list, alike whoever has asked before', async () => {
    const call = async () => {
      const page = await visitor().get('/sv/ring-mig');
      const form = page.form('Ring mig').fill('Vad ska vi kalla dig?', 'Eva');
      form
        .fill('Telefonnummer', '070-111 22 33')
        .fill('När passar det att vi ringer?', String(calls));
      calls += 1;
      return (await form.submit()).bodyForAll;
    };
    let calls = 0;
    const answers = [];
    for (let turn = 0; turn < 12; turn += 1) answers.push(await call());
    expect(new Set(answers).size).toBe(1);
    expect(await story.db().read.countBy(CallRequest, { phone: '0701112233' })).toBe(10);
    // She is called for what is there, and then in the way that she asked for last.
    const page = await visitor().get('/sv/ring-mig');
    const form = page.form('Ring mig').fill('Vad ska vi kalla dig?', 'Eva');
    form.fill('Telefonnummer', '070-111 22 33').fill('När passar det att vi ringer?', 'kväll');
    await form.choose('Säg inte varifrån ni ringer').submit();
    const rows = await story.db().read.findBy(CallRequest, { phone: '0701112233' });
    expect(rows.map(({ hideCaller }) => hideCaller)).toEqual(rows.map(() => true));
  });

  it('let one network hold three seats in a round and six in all with addresses nobody has proved', async () => {
    const school = (host: number) => story.visitor({ ip: `198.51.100.${String(host)}` });
    for (let host = 1; host <= 5; host += 1) {
      const page = await enrol(school(host), 'liten', { firstName: `skola${String(host)}` });
      expect(page.heading).toBe('Skriv koden från mejlet');
    }
    expect(await held('liten')).toBe(3);
    await enrol(school(6), 'spread', { firstName: 'skola6' });
    expect(await held('spread')).toBe(1);
    for (let host = 10; host < 14; host += 1)
      await enrol(school(host), 'f', { firstName: `skola${String(host)}` });
    expect(await held('f')).toBe(2);
    // Who proves the mailbox gets a free seat all the same.
    const codePage = await enrol(school(5), 'liten', { firstName: 'skola5' });
    const { code } = await proofFor(story.app(), 'skola5@exempel.test');
    expect((await typeCode(codePage, code)).heading).toBe('Du har en plats');
    story.clock.advance({ hours: 2, minutes: 1 });
    await enrol(school(7), 'liten', { firstName: 'skola7' });
    expect(await held('liten')).toBe(1);
  });

  it('keep half of a round open to who types a code, from however many networks others come', async () => {
    for (let turn = 0; turn < 12; turn += 1)
      await enrol(visitor(), 'oppen', { firstName: `nagon${String(turn)}` });
    expect(await held('oppen')).toBe(3);
    const page = await enrol(visitor(), 'oppen', { firstName: 'riktig' });
    const { code } = await proofFor(story.app(), 'riktig@exempel.test');
    expect((await typeCode(page, code)).heading).toBe('Du har en plats');
  });

  it('let one computer send sixty forms in ten minutes, right or wrong', async () => {
    const browser = story.visitor({ ip: '192.0.2.77' });
    const statuses = new Map<number, number>();
    for (let turn = 0; turn < 61; turn += 1) {
      const page = await browser.fromOwnPage(formOf('e'), { method: 'POST', fields: [] });
      statuses.set(page.status, (statuses.get(page.status) ?? 0) + 1);
      if (page.status === 429) expect(page.heading).toBe('Vänta en liten stund');
    }
    expect([...statuses]).toEqual([
      [422, 60],
      [429, 1],
    ]);
    expect((await browser.get(formOf('e'))).status).toBe(200);
    expect((await enrol(visitor(), 'e', { firstName: 'erik' })).status).toBe(200);
  });

  it('are counted without keeping who it was', async () => {
    const counts = await story.db().read.find(ActCount);
    expect(counts.length).toBeGreaterThan(0);
    for (const { whoHash } of counts) expect(whoHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describeOnBothDatabases('A fault', (database) => {
  const story = useApp(database, { settings: { LOG_LEVEL: 'info' } });

  beforeAll(() => story.db().transaction((em) => openRound(em, { slug: 'tisdagar' })));

  describe('in the middle of enrolling', () => {
    it('undoes everything, gets a page of ours, and logs nothing personal', async () => {
      const logged: string[] = [];
      const spies = [process.stdout, process.stderr].map((stream) =>
        jest.spyOn(stream, 'write').mockImplementation((text) => {
          logged.push(String(text));
          return true;
        }),
      );
      const giving = jest
        .spyOn(story.app().get(PlaceGiver), 'give')
        .mockImplementation(async (em, { email }) => {
          // The driver quotes what it was given: the unique key of the participant's row.
          await em.query(`INSERT INTO enrolment (email) VALUES ('${String(email)}')`);
          throw new Error('never reached');
        });
      const browser = story.visitor();
      const form = fillIn(await browser.get(formOf('tisdagar')), { firstName: 'Hemlighild' });
      const codePage = await form.fill('Mobilnummer (frivilligt)', '0709876543').submit();
      const { code, link } = await proofFor(story.app(), 'hemlighild@exempel.test');
      const answer = await typeCode(codePage, code);
      await (await story.visitor().get(link)).press('Bekräfta min anmälan');
      for (const spy of [...spies, giving]) spy.mockRestore();
      expect([answer.status, answer.heading]).toEqual([500, 'Något gick fel hos oss']);
      expect(answer.body).not.toMatch(/SQL|enrolment|at .*\.ts/);
      const log = logged.join('');
      expect(log).toContain('/:lang/kurser/:programme/:round/anmalan/kod');
      expect(log).toContain('/:lang/bekrafta/:token');
      expect(log).toContain('QueryFailedError');
      const secrets = [
        'hemlighild',
        'exempel.test',
        '0709876543',
        code,
        code.replace('-', ''),
        link,
      ];
      for (const secret of secrets) expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
      expect((await typeCode(codePage, code)).heading).toBe('Du har en plats');
    });
  });
});
