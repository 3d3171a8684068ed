import { describe, expect, it } from '@jest/globals';
import { TogetherWish } from '../../src/enrolments/together-wish.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { formOf } from '../support/enrolling.js';
import { FIELD, WISHED, together } from '../support/together.js';

const ALONE = 'Jag kan gå ensam';
const WRONG = 'Koden gick inte att använda. Fråga den du fick den av och skriv den igen.';

describeOnBothDatabases('A code for going together', (database) => {
  const story = useApp(database);
  const {
    newRound,
    rowOf,
    sit,
    wait,
    pageOf,
    capacity,
    offered,
    codeOn,
    giveCode,
    takeCode,
    askWith,
    prove,
    pairIn,
    cancelWait,
    forgetTries,
  } = together(story);

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
      await newRound('ratta');
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

  it('cannot be tried out: it is for the first who takes it, who may leave and come back', async () => {
    const { roundId } = await newRound('prova');
    await sit('prova', 'moa');
    const [nea, ove] = await pairIn('prova', 'nea', 'ove');
    const code = codeOn(await pageOf(nea));
    const wished = (await pageOf(ove)).body;
    await (await pageOf(nea)).press(ALONE);
    await (await pageOf(ove)).press(ALONE);
    const pal = await wait('prova', 'pal');
    expect((await takeCode(pal, code)).errors).toEqual([WRONG]);
    expect((await takeCode(ove, code)).errors).toEqual([]);
    expect((await pageOf(ove)).body).toBe(wished);
    // Nea has changed her mind once more, and it takes a new code.
    const again = await giveCode(nea);
    expect(again).not.toBe(code);
    expect((await takeCode(ove, again)).errors).toEqual([]);
    await capacity(roundId, 2);
    expect(await offered(roundId)).toEqual(['pal']);
    await capacity(roundId, 4);
    expect(await offered(roundId)).toEqual(['nea', 'ove', 'pal']);
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
});
