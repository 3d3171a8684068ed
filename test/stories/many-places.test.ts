import { beforeAll, expect, it } from '@jest/globals';
import { MoreThan } from 'typeorm';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Cancellations } from '../../src/enrolments/cancellations.service.js';
import { EnrolmentEvent } from '../../src/enrolments/enrolment-event.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { Reviews } from '../../src/enrolments/reviews.service.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { enrolFully, mailsTo, openRound } from '../support/enrolling.js';
import { hire, signIn } from '../support/staff.js';

const SLUGS = ['ett', 'tva', 'tre', 'fyra', 'fem', 'sex', 'sju', 'atta', 'nio', 'tio'];
const THANKS = 'Tack, vi har fått din anmälan';

describeOnBothDatabases('Unusually many places', (database) => {
  const story = useApp(database);
  let staffId = 0;
  let visits = 0;

  beforeAll(async () => {
    await story.db().transaction(async (em) => {
      for (const slug of SLUGS) await openRound(em, { slug, capacity: 30 });
      await openRound(em, { slug: 'natverk', capacity: 60 });
    });
    staffId = await hire(story.app(), 'Sigrid', 'coordinator');
  });

  const elsewhere = () => {
    visits += 1;
    return story.visitor({ ip: `10.1.${String(visits)}.1` });
  };
  const rowOf = (email: string, id = 0) =>
    story
      .db()
      .read.findOneOrFail(Enrolment, { where: { email, id: MoreThan(id) }, order: { id: 'DESC' } });
  const reviews = () => story.db().read.findBy(CallTask, { kind: 'review' });

  it('of one mailbox wait for staff from the ninth on, whatever stands behind a plus sign', async () => {
    // Codes to one mailbox are twelve an hour at most.
    for (const [index, slug] of SLUGS.entries()) {
      story.clock.advance({ minutes: 6 });
      const email = `kim+${String(index)}@exempel.test`;
      const page = await enrolFully(story.app(), elsewhere(), slug, {
        firstName: `Kim${String(index)}`,
        email,
      });
      expect(page.heading).toBe(index < 8 ? 'Du har en plats' : THANKS);
    }
    const email = 'kim+8@exempel.test';
    const row = await rowOf(email);
    expect(row).toMatchObject({ state: 'review', holdsUntil: null, confirmedAt: null });
    // The code, and nothing about a place.
    expect(await mailsTo(story.app(), email)).toHaveLength(1);
    expect(await reviews()).toMatchObject([{ enrolmentId: row.id, handledAt: null }, {}]);
    const work = await signIn(story.visitor(), 'Sigrid');
    expect(work.text).toContain('Se över anmälan');
    expect(work.text).toContain('10 anmälningar på ett dygn från samma e-postlåda eller nätverk.');
    expect(work.text).not.toContain('@');
  });

  it('are let through by staff, with the place of their first request', async () => {
    const { id } = await rowOf('kim+8@exempel.test');
    await story.app().get(Reviews).letThrough(id, staffId);
    expect(await rowOf('kim+8@exempel.test')).toMatchObject({ id, state: 'confirmed' });
    const mails = await mailsTo(story.app(), 'kim+8@exempel.test');
    expect(mails.at(-1)?.text).toContain('Du har en plats');
    expect((await reviews())[0]?.handledAt).not.toBeNull();
    const events = await story
      .db()
      .read.find(EnrolmentEvent, { where: { enrolmentId: id }, order: { id: 'ASC' } });
    expect(events.map(({ state, actor }) => `${state} ${actor}`)).toEqual([
      'pending person',
      'review person',
      `confirmed staff:${String(staffId)}`,
    ]);
    await expect(story.app().get(Reviews).letThrough(id, staffId)).rejects.toMatchObject({
      code: 'not-waiting',
    });
  });

  it('or ended, like every other', async () => {
    const { id } = await rowOf('kim+9@exempel.test');
    await story.app().get(Cancellations).byStaff(id, staffId, { silent: true });
    expect(await rowOf('kim+9@exempel.test')).toMatchObject({ state: 'cancelled' });
    expect((await reviews()).every(({ handledAt }) => handledAt !== null)).toBe(true);
  });

  it('of one network wait for staff after forty in a day, and not on an evening of twenty', async () => {
    const library = (host: number) => story.visitor({ ip: `192.0.2.${String(host)}` });
    const come = async (host: number) => {
      const firstName = `gast${String(host)}`;
      return (await enrolFully(story.app(), library(host), 'natverk', { firstName })).heading;
    };
    const headings = [];
    for (let host = 1; host <= 42; host += 1) headings.push(await come(host));
    expect(headings.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 'Du har en plats'));
    expect(headings.slice(40)).toEqual([THANKS, THANKS]);
    story.clock.advance({ hours: 25 });
    expect(await come(43)).toBe('Du har en plats');
  });

  it('leave no trace of the network after two days', async () => {
    story.clock.advance({ days: 2, minutes: 1 });
    const jobs = await story.app().get(Jobs).runDue(story.clock.now());
    expect(jobs.filter(({ error }) => error !== null)).toEqual([]);
    const rows = await story.db().read.find(Enrolment);
    expect(rows.filter(({ originHash }) => originHash !== null)).toEqual([]);
    const mails = await story.db().read.find(OutgoingMail);
    expect(mails.filter(({ mailboxHash, originHash }) => mailboxHash ?? originHash)).toEqual([]);
  });
});
