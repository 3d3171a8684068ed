import { expect, it } from '@jest/globals';
import { IsNull } from 'typeorm';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { TogetherWish } from '../../src/enrolments/together-wish.entity.js';
import { Together } from '../../src/enrolments/together.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { fillIn, formOf, mailsTo, withoutLinks } from '../support/enrolling.js';
import { addStaff } from '../support/group.js';
import { pass } from '../support/queueing.js';
import type { Person } from '../support/queueing.js';
import { FIELD, WISHED, together } from '../support/together.js';

const YES = 'Ja, jag vill ha platsen';
const NO = 'Nej tack, ge den till någon annan';
const ALONE = 'Jag kan gå ensam';

describeOnBothDatabases('"Vi vill gå tillsammans"', (database) => {
  const story = useApp(database);
  const {
    newRound,
    address,
    rowOf,
    ip,
    sit,
    wait,
    pageOf,
    opened,
    capacity,
    offered,
    codeOn,
    giveCode,
    takeCode,
    askWith,
    prove,
    pairIn,
    cancelWait,
  } = together(story);

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
      await story
        .db()
        .read.countBy(TogetherWish, { enrolmentId: (await rowOf('bo')).id, endedAt: IsNull() }),
    ).toBe(0);
    const last = (await mailsTo(story.app(), address('bo'))).map(({ text }) => text).join();
    expect(withoutLinks(last)).not.toMatch(/tillsammans|cia/i);
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

  it("stands among one's own data, without the other", async () => {
    await newRound('data');
    await sit('data', 'karl');
    const [lena, malin] = await pairIn('data', 'lena', 'malin');
    const page = await lena.browser.get('/sv/mina-kurser/mina-data');
    const code = codeOn(await pageOf(lena));
    expect(page.text).toContain(`Vill gå tillsammans med någon. Koden att ge är ${code}.`);
    const json = (await malin.browser.get('/sv/mina-kurser/mina-data.json')).body;
    const { enrolments } = JSON.parse(json) as { enrolments: { together: { part: string }[] }[] };
    expect(enrolments[0]?.together).toMatchObject([{ part: 'took', endedAt: null }]);
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
    const given = await page.press('أعطني رمزًا');
    expect(given.text).toContain('لقد قلت إنكما تريدان الحضور معًا.');
    expect(given.$('#tillsammans bdi').attr('dir')).toBe('ltr');
    expect((await given.press('يمكنني الحضور وحدي')).text).not.toContain('لقد قلت');
  });
});
