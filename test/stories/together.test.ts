import { describe, expect, it } from '@jest/globals';
import { In, IsNull, MoreThan } from 'typeorm';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { TogetherWish } from '../../src/enrolments/together-wish.entity.js';
import { Together } from '../../src/enrolments/together.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { ActCount } from '../../src/platform/web/session/act-count.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { fillIn, formOf, mailsTo, proofFor, typeCode } from '../support/enrolling.js';
import { addStaff } from '../support/group.js';
import { answerLink, pass, queued, roundFrom, seated } from '../support/queueing.js';
import type { Person } from '../support/queueing.js';
import type { SeenPage } from '../support/seen-page.js';

const YES = 'Ja, jag vill ha platsen';
const NO = 'Nej tack, ge den till någon annan';
const ALONE = 'Jag kan gå ensam';
const WISHED = 'Du har sagt att ni vill gå tillsammans.';
const WRONG = 'Koden gick inte att använda. Fråga den du fick den av och skriv den igen.';
const FIELD = 'Vi vill gå tillsammans (frivilligt)';

describeOnBothDatabases('"Vi vill gå tillsammans"', (database) => {
  const story = useApp(database);

  const newRound = async (slug: string, capacity = 1) => {
    await story.db().transaction((em) => em.delete(ActCount, { id: MoreThan(0) }));
    return story.db().transaction((em) => roundFrom(em, slug, '2027-06-15', { capacity }));
  };
  const address = (name: string) => `${name}@exempel.test`;
  const rowOf = (name: string) =>
    story.db().read.findOneByOrFail(Enrolment, { email: address(name) });
  let networks = 0;
  /** Everybody comes from a network of their own. */
  const ip = () => `10.0.${String((networks += 1))}.1`;
  const sit = (slug: string, firstName: string) => seated(story, slug, firstName, ip());
  const wait = (slug: string, firstName: string) => queued(story, slug, { firstName }, ip());
  const pageOf = ({ browser, place }: Person) => browser.get(place.path);
  const opened = async (name: string) =>
    story.visitor().get(await answerLink(story.app(), address(name)));
  const capacity = (roundId: number, seats: number) =>
    story.app().get(StaffSeats).changeCapacity(roundId, seats);
  /** Who has an offer to answer. */
  const offered = async (roundId: number) => {
    const offers = await story.db().read.findBy(SeatOffer, { roundId, state: 'open' });
    const rows = await story
      .db()
      .read.findBy(Enrolment, { id: In(offers.map(({ enrolmentId }) => enrolmentId)) });
    return rows.map(({ firstName }) => firstName).sort();
  };
  const codeOn = (page: SeenPage) => page.texts('#tillsammans bdi')[0] ?? '';
  const giveCode = async (person: Person) => {
    await (await pageOf(person)).press('Ge mig en kod');
    return codeOn(await pageOf(person));
  };
  const takeCode = async (person: Person, code: string) =>
    (await pageOf(person)).form('Använd koden').fill('Kod från den du vill gå med', code).submit();
  /** The form of a full round, sent with a code. */
  const askWith = async (slug: string, firstName: string, code: string): Promise<Person> => {
    const browser = story.visitor({ ip: ip() });
    const form = fillIn(await browser.get(formOf(slug)), { firstName }, 'Ställ mig på väntelistan');
    return { browser, place: await form.fill(FIELD, code).submit() };
  };
  const prove = async ({ browser, place }: Person, name: string): Promise<Person> => {
    const { code } = await proofFor(story.app(), address(name));
    return { browser, place: await typeCode(place, code) };
  };
  /** Two who wait and go together, after somebody with the round's only seat. */
  const pairIn = async (slug: string, one: string, other: string) => {
    const first = await wait(slug, one);
    const second = await wait(slug, other);
    expect((await takeCode(second, await giveCode(first))).text).toContain(WISHED);
    return [first, second] as const;
  };

  it('offers two seats at once or none; one goes past them to the next; each answers alone', async () => {
    const { roundId } = await newRound('tva');
    await sit('tva', 'anna');
    const bo = await wait('tva', 'bo');
    expect(bo.place.texts('#tillsammans h2')).toEqual(['Vi vill gå tillsammans']);
    const given = await (await pageOf(bo)).press('Ge mig en kod');
    expect([given.path, given.heading]).toEqual([bo.place.path, 'Du står på väntelistan']);
    expect(codeOn(given)).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/);
    const cia = await wait('tva', 'cia');
    await wait('tva', 'dan');
    const taken = await takeCode(cia, ` ${codeOn(given).toLowerCase().replace('-', ' ')}`);
    expect([taken.status, taken.path]).toEqual([200, cia.place.path]);
    expect(taken.text).toContain('Ni får platser när två blir lediga samtidigt');
    await capacity(roundId, 2);
    expect(await offered(roundId)).toEqual(['dan']);
    await capacity(roundId, 4);
    expect(await offered(roundId)).toEqual(['bo', 'cia', 'dan']);
    expect((await (await opened('bo')).press(YES)).heading).toBe('Du har en plats');
    expect((await (await opened('cia')).press(NO)).heading).toBe('Tack för ditt svar');
    expect((await pageOf(bo)).heading).toBe('Du har en plats');
    expect((await pageOf(bo)).text).not.toContain('tillsammans');
    expect(
      await story.db().read.countBy(TogetherWish, { enrolmentId: (await rowOf('bo')).id }),
    ).toBe(0);
    const last = (await mailsTo(story.app(), address('bo'))).map(({ text }) => text).join();
    expect(last).not.toMatch(/tillsammans|cia/i);
  });

  it('takes the code in the form as well, and it does nothing before the mailbox is proved', async () => {
    const { roundId } = await newRound('formular');
    await sit('formular', 'elin');
    const fia = await wait('formular', 'fia');
    const code = await giveCode(fia);
    const gun = await askWith('formular', 'gun', code);
    expect(gun.place.heading).toBe('Skriv koden från mejlet');
    await capacity(roundId, 2);
    expect(await offered(roundId)).toEqual(['fia']);
    await (await opened('fia')).press(NO);
    await capacity(roundId, 1);

    await newRound('formular2');
    await sit('formular2', 'hal');
    const ida = await wait('formular2', 'ida');
    const jan = await prove(await askWith('formular2', 'jan', await giveCode(ida)), 'jan');
    expect(jan.place.heading).toBe('Du står på väntelistan');
    expect(jan.place.text).toContain(WISHED);
    expect(codeOn(jan.place)).toBe('');
    const second = (await rowOf('jan')).roundId;
    expect(await rowOf('jan')).toMatchObject({ togetherCode: null });
    await capacity(second, 2);
    expect(await offered(second)).toEqual([]);
    await capacity(second, 3);
    expect(await offered(second)).toEqual(['ida', 'jan']);
  });

  it('is as the later of the two, and as the one without priority', async () => {
    const { roundId } = await newRound('turordning');
    await sit('turordning', 'kim');
    const lo = await wait('turordning', 'lo');
    await wait('turordning', 'max');
    const nor = await wait('turordning', 'nor');
    await wait('turordning', 'oda');
    const siv = await story.db().transaction((em) => addStaff(em, 'Siv'));
    const staff = story.app().get(StaffSeats);
    await staff.setPriority((await rowOf('lo')).id, 5, 'Remiss', siv);
    await takeCode(nor, await giveCode(lo));
    await capacity(roundId, 2);
    expect(await offered(roundId)).toEqual(['max']);
    await capacity(roundId, 4);
    expect(await offered(roundId)).toEqual(['lo', 'max', 'nor']);
  });

  it('shows neither of them anything about the other', async () => {
    const { roundId } = await newRound('dold');
    await sit('dold', 'pia');
    const ros = await wait('dold', 'ros');
    const sam = await wait('dold', 'sam');
    const code = await giveCode(ros);
    const seen = async (person: Person) => (await pageOf(person)).body;
    const before = await seen(ros);
    const samBefore = (await pageOf(sam)).texts('.confirmation');
    const mails = () => story.db().read.countBy(OutgoingMail, { state: 'queued' });
    await mailsTo(story.app(), address('ros'));
    await takeCode(sam, code);
    expect(await seen(ros)).toBe(before);
    expect((await pageOf(sam)).texts('.confirmation')).toEqual(samBefore);
    expect((await pageOf(sam)).text).not.toMatch(new RegExp(`ros|${code}`, 'i'));
    const wished = await seen(sam);
    // Ros leaves: Sam sees and hears nothing of it, and is asked alone from now on.
    const alone = await (await pageOf(ros)).press(ALONE);
    expect(alone.body).toContain('Nu står du på väntelistan för dig själv.');
    expect(await seen(sam)).toBe(wished);
    expect(await mails()).toBe(0);
    await cancelWait(ros);
    expect(await seen(sam)).toBe(wished.replace('Du är nummer 2', 'Du är nummer 1'));
    await capacity(roundId, 2);
    expect(await offered(roundId)).toEqual(['sam']);
  });

  it('can be left at any time, silently, and what is free is offered at once', async () => {
    const { roundId } = await newRound('ensam');
    await sit('ensam', 'tea');
    const [una, vid] = await pairIn('ensam', 'una', 'vid');
    await capacity(roundId, 2);
    const task = { kind: 'seat-left', roundId, handledAt: IsNull() } as const;
    expect(await offered(roundId)).toEqual([]);
    expect(await story.db().read.countBy(CallTask, task)).toBe(1);
    await (await pageOf(vid)).press(ALONE);
    expect(await offered(roundId)).toEqual(['una']);
    expect(await story.db().read.countBy(CallTask, task)).toBe(0);
    expect((await pageOf(una)).text).toContain(WISHED);
    expect((await pageOf(vid)).text).not.toContain(WISHED);
    // The code, and that she waits: nothing about what she wished.
    expect(await mailsTo(story.app(), address('vid'))).toHaveLength(2);
  });

  it('lets a newcomer have the one free seat, through the list', async () => {
    const { roundId } = await newRound('nykomling');
    await sit('nykomling', 'wafa');
    await pairIn('nykomling', 'xin', 'ylva');
    await capacity(roundId, 2);
    const page = await story.visitor().get('/sv/kurser/nykomling/nykomling');
    expect(page.text).toContain('Fullt, kö finns');
    expect((await pass(story, { minutes: 5 }), await offered(roundId))).toEqual([]);
    const zoe = await wait('nykomling', 'zoe');
    expect(zoe.place.heading).toBe('Du kan få en plats');
    expect(await offered(roundId)).toEqual(['zoe']);
    const task = { kind: 'seat-left', roundId, handledAt: IsNull() } as const;
    expect(await story.db().read.countBy(CallTask, task)).toBe(0);
  });

  it('leaves the other alone in the queue when one lapses or cancels', async () => {
    const { roundId } = await newRound('sen');
    await sit('sen', 'abe');
    await pairIn('sen', 'bea', 'carl');
    await capacity(roundId, 3);
    await (await opened('bea')).press(YES);
    await mailsTo(story.app(), address('carl'));
    await pass(story, { days: 4 });
    expect(await rowOf('carl')).toMatchObject({ state: 'waiting' });
    expect(await rowOf('bea')).toMatchObject({ state: 'confirmed' });
    await capacity(roundId, 4);
    expect(await offered(roundId)).toEqual(['carl']);

    const { roundId: other } = await newRound('sen2');
    await sit('sen2', 'disa');
    const [elis] = await pairIn('sen2', 'elis', 'frej');
    await capacity(other, 3);
    await cancelWait(elis);
    expect(await offered(other)).toEqual(['frej']);
    await (await opened('frej')).press(YES);
    expect(await rowOf('frej')).toMatchObject({ state: 'confirmed' });
  });

  it('becomes a pair again when both offers lapse', async () => {
    const { roundId } = await newRound('bada');
    await sit('bada', 'gry');
    const [hedda] = await pairIn('bada', 'hedda', 'ivar');
    await capacity(roundId, 3);
    expect((await pageOf(hedda)).texts('button')).toContain(YES);
    await mailsTo(story.app(), address('hedda'));
    await pass(story, { days: 4 });
    await capacity(roundId, 4);
    // They let two seats pass and have not said that they stay: it takes two new ones.
    expect(await offered(roundId)).toEqual([]);
    await capacity(roundId, 5);
    expect(await offered(roundId)).toEqual(['hedda', 'ivar']);
  });

  it('ends for both when the one who gave the code leaves the round for good', async () => {
    await newRound('raderad');
    await sit('raderad', 'jon');
    const [kai, lea] = await pairIn('raderad', 'kai', 'lea');
    const before = (await pageOf(lea)).body;
    const { id } = await rowOf('kai');
    await story.db().transaction((em) => em.delete(Enrolment, { id }));
    expect((await pageOf(lea)).body).toBe(before.replace('Du är nummer 2', 'Du är nummer 1'));
    expect((await kai.browser.get(kai.place.path)).status).toBe(404);
    expect(await story.db().read.countBy(TogetherWish, { enrolmentId: id })).toBe(0);
  });

  it('is as nothing for a newcomer with a code while seats are free', async () => {
    await newRound('ledigt', 3);
    const browser = story.visitor({ ip: ip() });
    const form = fillIn(await browser.get(formOf('ledigt')), { firstName: 'mia' });
    const code = await form.fill(FIELD, '7K2-9QX').submit();
    const mia = await prove({ browser, place: code }, 'mia');
    expect(mia.place.heading).toBe('Du har en plats');
    expect(mia.place.text).not.toContain('tillsammans');
    expect(await rowOf('mia')).toMatchObject({ togetherCode: null });
  });

  describe('with a code that is worth nothing', () => {
    it('says one and the same, keeps what was typed and changes nothing', async () => {
      await newRound('fel1');
      await sit('fel1', 'nils');
      const elsewhere = await giveCode(await wait('fel1', 'olle'));
      const { roundId } = await newRound('fel2');
      await sit('fel2', 'per');
      const [ria, siri] = await pairIn('fel2', 'ria', 'siri');
      const usedUp = codeOn(await pageOf(ria));
      const tor = await wait('fel2', 'tor');
      const own = await giveCode(tor);
      const wishes = () => story.db().read.find(TogetherWish, { order: { id: 'ASC' } });
      const before = await wishes();
      for (const code of [elsewhere, usedUp, own, '222-222', 'x', '', 'å'.repeat(70)]) {
        const page = await takeCode(tor, code);
        expect([page.status, page.errors, page.title]).toEqual([
          422,
          [WRONG],
          expect.stringMatching(/^Fel: /),
        ]);
        expect(page.form('Använd koden').value('Kod från den du vill gå med')).toBe(code);
        await forgetTries();
      }
      expect(await wishes()).toEqual(before);
      await capacity(roundId, 2);
      expect(await offered(roundId)).toEqual(['tor']);
      expect((await pageOf(siri)).text).toContain(WISHED);
    });

    it('may be tried a few times an hour', async () => {
      await newRound('gissa');
      await sit('gissa', 'ulf');
      const vera = await wait('gissa', 'vera');
      const right = await giveCode(vera);
      const wim = await wait('gissa', 'wim');
      const guesses = ['AAA-222', 'AAA-223', 'AAA-224', 'AAA-225', 'AAA-226'];
      for (const guess of guesses) expect((await takeCode(wim, guess)).errors).toEqual([WRONG]);
      const page = await takeCode(wim, right);
      expect(page.errors).toEqual(['Du har skrivit för många koder. Försök igen senare.']);
      for (const minutes of [25, 25, 11]) {
        story.clock.advance({ minutes });
        await pageOf(wim);
      }
      expect((await takeCode(wim, right)).text).toContain(WISHED);
    });

    it('is told of after the proof when it was typed in the form, until it is mended or given up', async () => {
      await newRound('rätta'.replace('ä', 'a'));
      await sit('ratta', 'xena');
      const yngve = await wait('ratta', 'yngve');
      const right = await giveCode(yngve);
      const form = await askWith('ratta', 'zara', 'kort');
      expect([form.place.status, form.place.errors]).toEqual([422, [WRONG]]);
      expect(form.place.form('Ställ mig på väntelistan').value(FIELD)).toBe('kort');
      const zara = await prove(await askWith('ratta', 'zara', 'abc-234'), 'zara');
      expect([zara.place.heading, zara.place.errors]).toEqual(['Du står på väntelistan', [WRONG]]);
      const field = zara.place.form('Använd koden');
      expect(field.value('Kod från den du vill gå med')).toBe('ABC-234');
      const mended = await takeCode(zara, right);
      expect([mended.errors, mended.text.includes(WISHED)]).toEqual([[], true]);
      const alva = await prove(await askWith('ratta', 'alva', right), 'alva');
      expect(alva.place.errors).toEqual([WRONG]);
      expect((await (await pageOf(alva)).press(ALONE)).errors).toEqual([]);
    });
  });

  describe('typed in more than one form', () => {
    it('holds by the one that was proved, also for whoever waits already', async () => {
      const { roundId } = await newRound('flera');
      await sit('flera', 'bodil');
      const code = await giveCode(await wait('flera', 'cilla'));
      // Somebody else who knows Dag's name and address ties him to nobody.
      await askWith('flera', 'dag', code);
      story.clock.advance({ minutes: 2 });
      const dag = await prove(await askWith('flera', 'dag', ''), 'dag');
      expect(dag.place.text).not.toContain(WISHED);
      story.clock.advance({ minutes: 2 });
      const again = await prove(await askWith('flera', 'dag', code), 'dag');
      expect([again.place.path, again.place.text.includes(WISHED)]).toEqual([dag.place.path, true]);
      await capacity(roundId, 2);
      expect(await offered(roundId)).toEqual([]);
      // Enrolled once more after having left: the code in the new form holds again.
      await cancelWait(again);
      await forgetTries();
      story.clock.advance({ minutes: 2 });
      const back = await prove(await askWith('flera', 'dag', code), 'dag');
      expect([back.place.path, back.place.heading]).toEqual([
        dag.place.path,
        'Du står på väntelistan',
      ]);
    });
  });

  describe('is not there', () => {
    it('where parents are kept apart, in a discreet programme, or after a talk', async () => {
      for (const [index, change] of [
        { keepApart: true, admission: 'talk' as const },
        { discreet: true },
        { admission: 'talk' as const },
      ].entries()) {
        const slug = `isar${String(index)}`;
        const { roundId } = await newRound(slug);
        await sit(slug, `eva${String(index)}`);
        const name = `finn${String(index)}`;
        const finn = await wait(slug, name);
        const asked = await askWith(slug, `gerd${String(index)}`, await giveCode(finn));
        const { programmeId } = await story.db().read.findOneByOrFail(Round, { id: roundId });
        await story.db().transaction((em) => em.update(Programme, { id: programmeId }, change));
        expect((await pageOf(finn)).text).not.toContain('tillsammans');
        const form = await story.visitor().get(formOf(slug));
        expect(form.text).not.toContain('tillsammans');
        const path = `${finn.place.path}/tillsammans/kod`;
        await finn.browser.fromOwnPage(path, { method: 'POST' });
        expect((await prove(asked, `gerd${String(index)}`)).place.text).not.toContain(WISHED);
      }
    });

    it('for others: foreign places do not exist, opening changes nothing, by telephone only is kept', async () => {
      await newRound('andras');
      await sit('andras', 'hans');
      const inga = await wait('andras', 'inga');
      const jorn = await wait('andras', 'jorn');
      const path = `${inga.place.path}/tillsammans`;
      const code: [string, string][] = [['code', 'ABC-234']];
      for (const end of ['', '/kod', '/ensam']) {
        const fields = end === '' ? code : [];
        const foreign = await jorn.browser.fromOwnPage(path + end, { method: 'POST', fields });
        expect(foreign.status).toBe(404);
        expect((await story.visitor().get(path + end)).heading).toBe('Logga in på Mina kurser');
        expect((await inga.browser.get(path + end)).path).toBe(inga.place.path);
      }
      expect(
        await story.db().read.countBy(TogetherWish, { enrolmentId: (await rowOf('inga')).id }),
      ).toBe(0);
      await giveCode(jorn);
      await (await pageOf(jorn)).press('Ändra bara per telefon');
      const page = await pageOf(jorn);
      expect(page.text).toContain(WISHED);
      expect(page.texts('button')).not.toContain(ALONE);
      const kept = await jorn.browser.fromOwnPage(`${jorn.place.path}/tillsammans/ensam`, {
        method: 'POST',
      });
      expect(kept.text).toContain(WISHED);
    });
  });

  it("stands among one's own data, without the other", async () => {
    await newRound('data');
    await sit('data', 'karl');
    const [lena, malin] = await pairIn('data', 'lena', 'malin');
    const page = await lena.browser.get('/sv/mina-kurser/mina-data');
    expect(page.text).toContain('Vill gå tillsammans med någon sedan');
    expect(page.text).toContain(codeOn(await pageOf(lena)));
    const json = (await malin.browser.get('/sv/mina-kurser/mina-data.json')).body;
    const { enrolments } = JSON.parse(json) as { enrolments: { togetherSince: string }[] };
    expect(enrolments[0]?.togetherSince).toMatch(/^2027-/);
    expect(json).not.toMatch(/lena/i);
  });

  it('is something that staff can say for people who call', async () => {
    const { roundId } = await newRound('personal');
    await sit('personal', 'nora');
    for (const name of ['olof', 'petra']) await wait('personal', name);
    const together = story.app().get(Together);
    const [olof, petra] = [await rowOf('olof'), await rowOf('petra')];
    await expect(together.joinByStaff(olof.id, olof.id)).rejects.toThrow('not-together');
    await expect(together.joinByStaff(olof.id, (await rowOf('nora')).id)).rejects.toThrow(
      'not-waiting',
    );
    await together.joinByStaff(olof.id, petra.id);
    await capacity(roundId, 2);
    expect(await offered(roundId)).toEqual([]);
    await together.partByStaff(petra.id);
    expect(await offered(roundId)).toEqual(['olof']);
  });

  it('reads right to left in Arabic', async () => {
    await newRound('arabiska');
    await sit('arabiska', 'rut');
    const sanna = await wait('arabiska', 'sanna');
    const page = await sanna.browser.get(sanna.place.path.replace('/sv/', '/ar/'));
    const given = await page.press('أعطني رمزاً');
    expect(given.text).toContain('لقد قلت إنكما تريدان الحضور معاً.');
    expect(given.$('#tillsammans bdi').attr('dir')).toBe('ltr');
    expect((await given.press('يمكنني الحضور وحدي')).text).not.toContain('لقد قلت');
  });

  async function cancelWait(person: Person): Promise<void> {
    const asked = await (await pageOf(person)).follow('Lämna väntelistan');
    expect((await asked.press('Ja, lämna väntelistan')).heading).toBe('Du är avbokad');
  }

  function forgetTries(): Promise<unknown> {
    return story.db().transaction((em) => em.delete(ActCount, { id: MoreThan(0) }));
  }
});
