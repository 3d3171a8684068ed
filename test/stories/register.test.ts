import { beforeAll, describe, expect, it } from '@jest/globals';
import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { Meeting } from '../../src/rounds/meeting.entity.js';
import { StaffRole } from '../../src/staff/staff-role.entity.js';
import { statementsOf, useApp } from '../support/app.js';
import type { Browser } from '../support/browser.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { addGroup, addPerson, type Group } from '../support/group.js';
import type { SeenPage } from '../support/seen-page.js';
import { hire, signIn } from '../support/staff.js';

const TUESDAY_EVENING = '2027-02-09T16:35:00Z';

describeOnBothDatabases('A leader and the register', (database) => {
  const story = useApp(database, { now: TUESDAY_EVENING });
  let group: Group;
  let others: Group;

  beforeAll(async () => {
    const [karin, omar] = [
      await hire(story.app(), 'Karin', 'leader'),
      await hire(story.app(), 'Omar', 'leader'),
    ];
    await hire(story.app(), 'Siv', 'coordinator');
    await hire(story.app(), 'Eva', 'editor');
    group = await story.db().transaction((em) =>
      addGroup(em, {
        slug: 'tisdagar',
        leaders: [karin, omar],
        form: 'hybrid',
        meetings: [
          { date: '2027-02-02' },
          { date: '2027-02-09' },
          { date: '2027-02-16', state: 'cancelled' },
        ],
        people: [
          { firstName: 'Elin', childCare: true },
          { firstName: 'Amina' },
          { firstName: 'Björn', interpreter: true },
        ],
      }),
    );
    others = await story.db().transaction((em) =>
      addGroup(em, {
        slug: 'onsdagar',
        leaders: [karin],
        meetings: [{ date: '2027-02-10' }],
        people: [{ firstName: 'Kim' }, { firstName: 'Kim', email: 'kim2@exempel.test' }],
      }),
    );
  });

  const signedIn = (name: string, browser = story.visitor()) => signIn(browser, name);

  async function openRegister(name: string): Promise<{ browser: Browser; page: SeenPage }> {
    const browser = story.visitor();
    await signedIn(name, browser);
    return { browser, page: await browser.get(registerOf(group.meetings[1]!)) };
  }

  const registerOf = (meeting: number) => `/ledare/traffar/${String(meeting)}/narvaro`;

  describe('their rounds', () => {
    it('are their own, the nearest meeting first', async () => {
      const page = await signedIn('Karin');
      expect(page.heading).toBe('Mina grupper');
      expect(page.texts('main h2')).toEqual(['Kursen tisdagar', 'Kursen onsdagar']);
      expect(page.text).toContain('Nästa träff: tis 9 februari 17.30, i dag');
      expect(page.text).toContain('Inställd');
      expect((await signedIn('Omar')).texts('main h2')).toEqual(['Kursen tisdagar']);
      expect((await signedIn('Siv')).heading).toBe('Att göra');
    });

    it('cost the same number of questions however many there are', async () => {
      const browser = story.visitor();
      await signedIn('Omar', browser);
      const few = await statementsOf(story.db(), () => browser.get('/ledare'));
      await signedIn('Karin', browser);
      const many = await statementsOf(story.db(), () => browser.get('/ledare'));
      expect(many).toHaveLength(few.length);
    });

    it('of others do not exist for them', async () => {
      const { browser } = await openRegister('Omar');
      expect((await browser.get(registerOf(others.meetings[0]!))).status).toBe(404);
      const answer = await browser.fromOwnPage(registerOf(others.meetings[0]!), {
        method: 'POST',
        fields: [],
      });
      expect(answer.status).toBe(404);
      expect((await browser.get('/ledare/traffar/abc/narvaro')).status).toBe(404);
      expect((await browser.get('/ledare/traffar/999999/narvaro')).status).toBe(404);
    });

    it('are nothing to an editor, and a leader has no work page', async () => {
      const editor = story.visitor();
      expect((await signedIn('Eva', editor)).heading).toBe('Att göra');
      expect((await editor.get('/ledare')).status).toBe(404);
      const leader = story.visitor();
      await signedIn('Omar', leader);
      expect((await leader.get('/admin')).status).toBe(404);
    });

    it('close with the role', async () => {
      const browser = story.visitor();
      await signedIn('Eva', browser);
      expect((await browser.get('/admin')).status).toBe(200);
      await story.db().transaction((em) => em.delete(StaffRole, { role: 'editor' }));
      expect((await browser.get('/admin')).heading).toBe('Logga in');
    });
  });

  describe('the register', () => {
    it('shows people by first name, discreetly', async () => {
      const { page } = await openRegister('Karin');
      expect(page.text).toContain('tis 9 februari 17.30 · Väven, Björken · grupp B14');
      expect(page.text).toContain('0 av 3 här');
      expect(page.texts('fieldset legend')).toEqual(['Amina', 'Björn tolk', 'Elin barnpassning']);
      expect(page.texts('fieldset label').slice(0, 4)).toEqual([
        'Här',
        'Digitalt',
        'Förhinder',
        'Kom inte',
      ]);
      expect(page.$('input[checked]')).toHaveLength(0);
    });

    it('offers being on line only where a round is', async () => {
      const { browser } = await openRegister('Karin');
      const page = await browser.get(registerOf(others.meetings[0]!));
      expect(page.texts('fieldset label')).not.toContain('Digitalt');
      for (const legend of page.texts('fieldset legend'))
        expect(legend).toMatch(/^Kim \([0-9A-Z]{6}\)$/);
    });

    it('is saved, found again and corrected, without script', async () => {
      const { browser, page } = await openRegister('Karin');
      const saved = await page
        .form('Spara')
        .choose('Här', 'Amina')
        .choose('Förhinder', 'Björn tolk')
        .submit();
      expect(saved.path).toBe(registerOf(group.meetings[1]!));
      expect(saved.text).toContain('1 av 3 här');
      expect(saved.form('Spara').value('Förhinder', 'Björn tolk')).toBe(true);
      const again = await browser.get(registerOf(group.meetings[1]!));
      story.clock.advance({ minutes: 5 });
      const corrected = await again.form('Spara').choose('Digitalt', 'Björn tolk').submit();
      expect(corrected.text).toContain('2 av 3 här');
      expect(await story.db().read.countBy(AttendanceMark, { meetingId: group.meetings[1]! })).toBe(
        3,
      );
    });

    it('marks the rest in one act, and no one who is marked', async () => {
      const { page } = await openRegister('Karin');
      const saved = await page.press('Resten kom inte');
      expect(saved.form('Spara').value('Här', 'Amina')).toBe(true);
      expect(saved.form('Spara').value('Digitalt', 'Björn tolk')).toBe(true);
      expect(saved.form('Spara').value('Kom inte', 'Elin barnpassning')).toBe(true);
    });

    it('loses nothing when two leaders have it open', async () => {
      const [karins, omars] = [await openRegister('Karin'), await openRegister('Omar')];
      story.clock.advance({ minutes: 1 });
      await omars.page.form('Spara').choose('Förhinder', 'Amina').submit();
      story.clock.advance({ minutes: 1 });
      // Karin's page still shows Amina as here; she changes somebody else.
      const after = await karins.page.form('Spara').choose('Här', 'Elin barnpassning').submit();
      expect(after.form('Spara').value('Förhinder', 'Amina')).toBe(true);
      expect(after.form('Spara').value('Här', 'Elin barnpassning')).toBe(true);
    });

    it('takes the moment of the tap, so that an older decision that arrives late does not count', async () => {
      const { browser, page } = await openRegister('Karin');
      const now = story.clock.now().getTime();
      const fields = new Map(page.form('Spara').fields());
      const amina = `state-${String(group.people[1]!)}`;
      fields.set(amina, 'absent');
      fields.set(amina.replace('state', 'at'), new Date(now - 3_600_000).toISOString());
      fields.set('sentAt', new Date(now).toISOString());
      const answer = await browser.fromOwnPage(page.path, { method: 'POST', fields: [...fields] });
      expect(answer.form('Spara').value('Förhinder', 'Amina')).toBe(true);
    });

    it('refuses what no page of ours sends, and people of other rounds', async () => {
      const { browser, page } = await openRegister('Karin');
      const send = (...fields: [string, string][]) =>
        browser.fromOwnPage(page.path, { method: 'POST', fields });
      expect((await send(['role', 'admin'])).status).toBe(400);
      const kim = String(others.people[0]!);
      const answer = await send(
        [`state-${kim}`, 'here'],
        [`shown-${kim}`, ''],
        [`nonce-${kim}`, 'x'],
      );
      expect(answer.status).toBe(400);
    });

    it('says when the meeting is cancelled, also when that happened meanwhile', async () => {
      const { browser } = await openRegister('Karin');
      const cancelled = await browser.get(registerOf(group.meetings[2]!));
      expect(cancelled.text).toContain('Träffen är inställd');
      expect(cancelled.$('fieldset')).toHaveLength(0);
      const page = await browser.get(registerOf(others.meetings[0]!));
      await story
        .db()
        .transaction((em) => em.update(Meeting, others.meetings[0]!, { state: 'cancelled' }));
      const answer = await page.press('Resten är här');
      expect(answer.text).toContain('Träffen är inställd');
    });

    it('does not expect people whose place was confirmed after the meeting', async () => {
      await story.db().transaction((em) =>
        addPerson(em, group.roundId, {
          firstName: 'Nils',
          confirmedAt: new Date('2027-02-05T08:00:00Z'),
        }),
      );
      const { browser, page } = await openRegister('Karin');
      expect(page.texts('fieldset legend')).toContain('Nils');
      const first = await browser.get(registerOf(group.meetings[0]!));
      expect(first.texts('fieldset legend')).not.toContain('Nils');
    });
  });
});
