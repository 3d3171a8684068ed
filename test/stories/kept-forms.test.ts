import { beforeAll, describe, expect, it } from '@jest/globals';
import { AddressChange } from '../../src/my-courses/address-change.entity.js';
import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { KeptForm } from '../../src/platform/web/session/kept-form.entity.js';
import { SessionPurge } from '../../src/platform/web/session/session-purge.js';
import { useApp } from '../support/app.js';
import type { Browser } from '../support/browser.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { addGroup, type Group } from '../support/group.js';
import { emailOf as staffEmailOf, hire, PASSWORD } from '../support/staff.js';
import type { SeenPage } from '../support/seen-page.js';
import { signInByCode, signInProofFor, typeSignInCode } from '../support/signing-in.js';

const NAMES = 'Amina Bo Cilla Dag Eva Farid Gun Hugo Ines Johan Lina'.split(' ');
const DETAILS = '/sv/mina-kurser/uppgifter';
const NUMBER = '070-123 45 67';
const KEPT = 'Du hade loggats ut, så det sparades inte. Det du skrev står kvar';

describeOnBothDatabases('What was typed when a session had ended', (database) => {
  const story = useApp(database);
  let group: Group;

  beforeAll(async () => {
    const karin = await hire(story.app(), 'Karin', 'leader');
    group = await story.db().transaction((em) =>
      addGroup(em, {
        slug: 'tisdagar',
        meetings: [{ date: '2027-01-11' }, { date: '2027-01-18' }],
        people: NAMES.map((firstName) => ({ firstName })),
        leaders: [karin],
      }),
    );
  });

  const emailOf = (firstName: string) => `${firstName.toLowerCase()}@exempel.test`;
  const personOf = (firstName: string) =>
    story.db().read.findOneByOrFail(Participant, { firstName });
  const kept = () => story.db().read.find(KeptForm);

  async function signedIn(firstName: string, path: string): Promise<[Browser, SeenPage]> {
    const browser = story.visitor();
    return [browser, await signInByCode(story.app(), browser, emailOf(firstName), path)];
  }

  /** From the sign-in page that a form has led to, as anybody. */
  async function signInAt(page: SeenPage, firstName: string): Promise<SeenPage> {
    const code = await page
      .form('Mejla mig en länk')
      .fill('E-postadress', emailOf(firstName))
      .submit();
    return typeSignInCode(code, (await signInProofFor(story.app(), emailOf(firstName))).code);
  }

  const sendNumber = (page: SeenPage) =>
    page.form('Spara numret').fill('Nytt mobilnummer', NUMBER).submit();

  describe('comes back filled in to the same person, and is only then saved', () => {
    it.each([
      ['Amina', 31],
      ['Bo', 11],
    ])('(%s, who took %d minutes)', async (firstName, minutes) => {
      const [browser, page] = await signedIn(firstName, DETAILS);
      story.clock.advance({ minutes });
      const refused = await sendNumber(page);
      expect(refused.heading).toBe('Logga in på Mina kurser');
      expect(refused.text).toContain('Logga in en gång till, så är det du skrev kvar.');
      expect(JSON.stringify(await kept())).not.toMatch(/070-123|1234567/);
      const back = await signInAt(refused, firstName);
      expect([back.status, back.heading]).toEqual([200, 'Mina uppgifter']);
      expect(back.body).toContain(KEPT);
      expect(back.form('Spara numret').value('Nytt mobilnummer')).toBe(NUMBER);
      expect(back.texts('main h2')[0]).toBe('Byt mobilnummer');
      expect((await personOf(firstName)).phone).toBeNull();
      const again = await browser.get(back.path);
      expect(again.form('Spara numret').value('Nytt mobilnummer')).toBe(NUMBER);
      const done = await again.form('Spara numret').submit();
      expect(done.body).toContain('Sparat.');
      expect((await personOf(firstName)).phone).toBe('0701234567');
      expect(await kept()).toEqual([]);
      expect((await browser.get(back.path)).path).toBe(DETAILS);
    });

    it('(a new address: no code is sent until it is asked for again)', async () => {
      const [, page] = await signedIn('Cilla', DETAILS);
      story.clock.advance({ minutes: 31 });
      const address = 'ny.cilla@exempel.test';
      const form = page.form('Mejla en kod till den nya adressen').fill('Ny e-postadress', address);
      const back = await signInAt(await form.submit(), 'Cilla');
      expect(back.form('Mejla en kod till den nya adressen').value('Ny e-postadress')).toBe(
        address,
      );
      expect(await story.db().read.find(AddressChange)).toEqual([]);
      const code = await back.form('Mejla en kod till den nya adressen').submit();
      expect(code.text).toContain(address);
    });
  });

  it('is shown to nobody else who signs in there, and not in another browser', async () => {
    const [, page] = await signedIn('Dag', DETAILS);
    story.clock.advance({ minutes: 31 });
    const refused = await sendNumber(page);
    const other = await signInAt(refused, 'Eva');
    expect([other.path, other.heading]).toEqual([DETAILS, 'Mina uppgifter']);
    expect(other.body).not.toContain(NUMBER);
    expect(other.body).not.toContain(KEPT);
    const [, elsewhere] = await signedIn('Dag', `${DETAILS}/telefon`);
    expect([elsewhere.path, elsewhere.body.includes(NUMBER)]).toEqual([DETAILS, false]);
    const [forger] = await signedIn('Dag', `${DETAILS}/telefon`);
    for (const token of ['x', 'A'.repeat(43)])
      expect((await forger.get(`${DETAILS}/telefon?skrivet=${token}`)).path).toBe(DETAILS);
  });

  it('is gone after a quarter of an hour, and then from the database too', async () => {
    const [, page] = await signedIn('Farid', DETAILS);
    story.clock.advance({ minutes: 31 });
    const refused = await sendNumber(page);
    await story.app().get(SessionPurge).purge(story.clock.now());
    expect(await kept()).toHaveLength(1);
    story.clock.advance({ minutes: 16 });
    const late = await signInAt(refused, 'Farid');
    expect([late.path, late.body.includes(NUMBER)]).toEqual([DETAILS, false]);
    await story.app().get(SessionPurge).purge(story.clock.now());
    expect(await kept()).toEqual([]);
  });

  it('is not kept when it is a code, or when the browser was signed out', async () => {
    const [, page] = await signedIn('Gun', DETAILS);
    const [browser, signedOut] = await signedIn('Hugo', DETAILS);
    await browser.fromOwnPage('/sv/mina-kurser/logga-ut', { method: 'POST', fields: [] });
    const stranger = await sendNumber(signedOut);
    expect(stranger.heading).toBe('Logga in på Mina kurser');
    story.clock.advance({ minutes: 31 });
    const form = page.form('Spara egen kod').fill('Din egen kod', '4711');
    const refused = await form.fill('Skriv koden en gång till', '4711').submit();
    expect(refused.heading).toBe('Logga in på Mina kurser');
    expect(await kept()).toEqual([]);
  });

  it('does nothing by itself: who was giving a seat away is asked again', async () => {
    const [browser, list] = await signedIn('Ines', '/sv/mina-kurser');
    const place = await list.follow('Kursen tisdagar');
    const ask = await browser.get(`${place.path}/avbokning`);
    story.clock.advance({ minutes: 31 });
    const back = await signInAt(await ask.press('Ja, avboka'), 'Ines');
    expect(back.path).toBe(ask.path);
    const { id: participantId } = await personOf('Ines');
    const state = async () =>
      (await story.db().read.findOneByOrFail(Enrolment, { participantId })).state;
    expect(await state()).toBe('confirmed');
    await back.press('Ja, avboka');
    expect(await state()).toBe('cancelled');
  });

  it('comes back in a register, for the same leader', async () => {
    const register = `/ledare/traffar/${String(group.meetings[0])}/narvaro`;
    const signInAs = (page: SeenPage, name: string) =>
      page
        .form('Logga in')
        .fill('E-postadress', staffEmailOf(name))
        .fill('Lösenord', PASSWORD)
        .submit();
    const browser = story.visitor();
    const page = await signInAs(await browser.get(register), 'Karin');
    story.clock.advance({ hours: 3 });
    const [johan, lina] = ['Johan', 'Lina'].map((name) => group.people[NAMES.indexOf(name)]!);
    const chosen = (seen: SeenPage) =>
      seen
        .$('input:checked')
        .toArray()
        .map((box) => seen.$(box).attr('id'));
    const marks = [`state-${String(johan)}-here`, `state-${String(lina)}-absent`];
    const form = page.form('Spara');
    const refused = await form.choose('Här', 'Johan').choose('Kom inte', 'Lina').submit();
    expect(refused.path).toContain('/logga-in');
    const back = await signInAs(refused, 'Karin');
    expect(chosen(back).sort()).toEqual(marks.sort());
    expect(back.body).toContain(KEPT);
    expect(await story.db().read.find(AttendanceMark)).toEqual([]);
    const saved = await back.form('Spara').submit();
    expect(chosen(saved).sort()).toEqual(marks.sort());
    expect(await story.db().read.find(AttendanceMark)).toHaveLength(2);
    expect(await kept()).toEqual([]);
  });
});
