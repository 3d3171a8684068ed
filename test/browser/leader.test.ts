import { beforeAll, describe, expect, it } from '@jest/globals';
import { AttendanceMark } from '../../src/attendance/attendance-mark.entity.js';
import { useApp } from '../support/app.js';
import { barriersFor } from '../support/chromium-axe.js';
import { useChromium, type Eyes, type Screen } from '../support/chromium.js';
import { describeOn } from '../support/databases.js';
import { addGroup, type Group } from '../support/group.js';
import { hiddenFromFocus, smallerThan } from '../support/reach.js';
import { emailOf, hire, PASSWORD } from '../support/staff.js';

describeOn('sqlite', 'A leader in a browser', (database) => {
  const story = useApp(database, { now: '2027-02-09T16:35:00Z' });
  const screenFor = useChromium(story);
  let group: Group;

  beforeAll(async () => {
    const karin = await hire(story.app(), 'Karin', 'leader', 'coordinator');
    group = await story.db().transaction((em) =>
      addGroup(em, {
        slug: 'tisdagar',
        leaders: [karin],
        form: 'hybrid',
        meetings: [
          { date: '2027-02-02' },
          { date: '2027-02-09' },
          { date: '2027-02-16', state: 'cancelled' },
        ],
        people: [
          { firstName: 'Amina' },
          { firstName: 'Björn', interpreter: true },
          { firstName: 'Wolfeschlegelsteinhausenbergerdorff', childCare: true },
        ],
      }),
    );
  });

  const registerOf = (meeting: number) => `/ledare/traffar/${String(meeting)}/narvaro`;
  const marks = (meetingId: number) => story.db().read.findBy(AttendanceMark, { meetingId });

  async function signedIn(eyes?: Eyes): Promise<Screen> {
    const screen = await screenFor(eyes);
    await screen.page.goto('/logga-in');
    await screen.page.getByLabel('E-postadress').fill(emailOf('Karin'));
    await screen.page.getByLabel('Lösenord').fill(PASSWORD);
    await screen.page.getByRole('button', { name: 'Logga in' }).click();
    await screen.page.waitForURL('**/admin');
    return screen;
  }

  it.each(['/admin', '/ledare', 'register', 'cancelled'])(
    'can use %s at a desk, on the narrowest phone and in the dark',
    async (name) => {
      const screen = await signedIn();
      const meeting = name === 'register' ? group.meetings[1]! : group.meetings[2]!;
      await screen.open(name.startsWith('/') ? name : registerOf(meeting));
      expect(await barriersFor(screen)).toEqual([]);
    },
  );

  it('has large choices in the register, and no bar over the one with the focus', async () => {
    const { page } = await signedIn({ width: 360, height: 700 });
    await page.goto(registerOf(group.meetings[1]!));
    const targets = page.locator('.register-choice, .register-actions button');
    expect(await smallerThan(56, targets)).toEqual([]);
    expect(await hiddenFromFocus(page, 20)).toEqual([]);
  });

  it('is told what is wrong with the sign-in', async () => {
    const { page, barriers } = await screenFor({ width: 390 });
    await page.goto('/logga-in');
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.locator('[data-error-summary]:focus').waitFor();
    expect(await barriers()).toEqual([]);
  });

  describe.each([
    ['with script', true],
    ['without script', false],
  ])('%s', (_, script) => {
    it('marks, gives the rest a mark, comes back and corrects', async () => {
      const meeting = group.meetings[script ? 1 : 0]!;
      const { page } = await signedIn({ width: 390, script });
      await page.goto(registerOf(meeting));
      await page.getByRole('group', { name: 'Amina' }).getByLabel('Här').check();
      await page.getByRole('group', { name: 'Björn' }).getByLabel('Förhinder').check();
      const count = page.locator('.register-count');
      expect(await count.textContent()).toBe(script ? '1 av 3 här · inte sparat' : '0 av 3 här');
      await page.getByRole('button', { name: 'Resten kom inte' }).click();
      await page.getByText('Närvaron är sparad.').waitFor();
      expect(await count.textContent()).toBe('1 av 3 här · sparat');
      expect(await marks(meeting)).toHaveLength(3);
      story.clock.advance({ minutes: 1 });
      await page.getByRole('group', { name: 'Björn' }).getByLabel('Digitalt').check();
      await page.getByRole('button', { name: 'Spara' }).click();
      await page.getByText('2 av 3 här · sparat').waitFor();
      expect(await marks(meeting)).toHaveLength(4);
    });
  });

  it('can change a page that was gone back to, as often as it takes', async () => {
    const { page } = await signedIn({ width: 390 });
    await page.goto(registerOf(group.meetings[1]!));
    const amina = page.getByRole('group', { name: 'Amina' });
    for (const choice of ['Kom inte', 'Förhinder', 'Kom inte'] as const) {
      story.clock.advance({ minutes: 1 });
      await amina.getByLabel(choice).check();
      await page.getByRole('button', { name: 'Spara' }).click();
      await page.getByText('här · sparat').waitFor();
      expect(await amina.getByLabel(choice).isChecked()).toBe(true);
      await page.goBack();
    }
  });

  it('is asked before unsaved taps are thrown away', async () => {
    const { page } = await signedIn({ width: 390 });
    await page.goto(registerOf(group.meetings[1]!));
    await page.getByRole('group', { name: 'Amina' }).getByLabel('Här').check();
    const asked = page.waitForEvent('dialog');
    const leaving = page.getByRole('link', { name: 'Mina grupper' }).click({ noWaitAfter: true });
    await (await asked).dismiss();
    await leaving;
    expect(page.url()).toContain('/narvaro');
  });
});
