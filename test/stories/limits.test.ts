import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MoreThan } from 'typeorm';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { PlaceGiver } from '../../src/enrolments/place-giver.service.js';
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
import type { SeenPage } from '../support/seen-page.js';

describeOnBothDatabases('Limits', (database) => {
  const story = useApp(database);

  beforeAll(async () => {
    for (const slug of ['a', 'b', 'c', 'd', 'e', 'f', 'spread'])
      await story.db().transaction((em) => openRound(em, { slug }));
    await story.db().transaction((em) => openRound(em, { slug: 'liten', capacity: 5 }));
  });

  const tooMany = [expect.stringContaining('Det har blivit många försök. Vänta en stund')];
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

  it('let an address have three codes an hour and eight a day', async () => {
    const anna: Applicant = { firstName: 'anna' };
    const page = await enrol(visitor(), 'a', anna);
    const mails = () => mailsTo(story.app(), addressOf(anna));
    const again = async (from: SeenPage) => {
      await mails();
      story.clock.advance({ minutes: 2 });
      return (await from.press('Skicka ny kod')).status;
    };
    for (const status of [200, 200, 422]) expect(await again(page)).toBe(status);
    expect(await mails()).toHaveLength(3);
    // Every address, whatever it is for: another course is no way around.
    const elsewhere = await enrol(visitor(), 'b', anna);
    expect([elsewhere.status, elsewhere.errors]).toEqual([422, tooMany]);
    expect(elsewhere.form('Skicka anmälan').value('Förnamn')).toBe('anna');
    for (const codes of [6, 8, 8]) {
      story.clock.advance({ hours: 1, minutes: 1 });
      const codePage = await enrol(visitor(), 'b', anna);
      if (codePage.status === 200) while ((await again(codePage)) === 200);
      expect(await mails()).toHaveLength(codes);
    }
    story.clock.advance({ hours: 24 });
    expect((await enrol(visitor(), 'c', anna)).status).toBe(200);
  });

  it('let an address be written in five forms an hour', async () => {
    const same = (slug: string) => enrol(visitor(), slug, { firstName: 'bo' });
    // Within the minute only the first sends a mail, so that codes are not what runs out.
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) statuses.push((await same('c')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 422]);
    expect(await mailsTo(story.app(), 'bo@exempel.test')).toHaveLength(1);
    expect(await held('c')).toBe(6);
    story.clock.advance({ minutes: 61 });
    expect((await same('c')).status).toBe(200);
  });

  it('let one network hold three seats in a round with addresses nobody has proved', async () => {
    const school = (host: number) => story.visitor({ ip: `198.51.100.${String(host)}` });
    for (let host = 1; host <= 5; host += 1) {
      const page = await enrol(school(host), 'liten', { firstName: `skola${String(host)}` });
      expect(page.heading).toBe('Skriv koden från mejlet');
    }
    expect(await held('liten')).toBe(3);
    // Another network, and another round, are not their concern.
    await enrol(visitor(), 'liten', { firstName: 'granne' });
    expect(await held('liten')).toBe(4);
    await enrol(school(6), 'spread', { firstName: 'skola6' });
    expect(await held('spread')).toBe(1);
    // Who proves the mailbox gets a free seat all the same.
    const codePage = await enrol(school(5), 'liten', { firstName: 'skola5' });
    const { code } = await proofFor(story.app(), 'skola5@exempel.test');
    expect((await typeCode(codePage, code)).heading).toBe('Du har en plats');
    story.clock.advance({ hours: 2, minutes: 1 });
    await enrol(school(7), 'liten', { firstName: 'skola7' });
    expect(await held('liten')).toBe(1);
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
      expect(log).toContain('database error');
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
