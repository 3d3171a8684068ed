import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import type { Writer } from '../../src/platform/database/database.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import type { RunningApp } from './app.js';
import type { Browser } from './browser.js';
import { addressOf, fillIn, mailsTo, openRound, proofFor, typeCode } from './enrolling.js';

/** Where and when the two groups meet. */
export const DETAILS = /18[.:]15|23 mars|24 mars|Väven|Storgatan/;

/** The page of an application that has been taken back, or has led to no seat. */
export const ENDED = 'Din anmälan gäller inte längre';

/**
 * A discreet programme that keeps co-parents apart, with two joined rounds of two seats: "a" on Tuesdays
 * from 23 March, "b" on Wednesdays. Gives their ids.
 */
export async function joinedRounds(em: Writer): Promise<[a: number, b: number]> {
  const plan = { admission: 'talk', discreet: true, capacity: 2 } as const;
  const evenings = (...dates: string[]) =>
    dates.map((date) => ({ date, from: '18:15', to: '20:15' }) as const);
  const tuesdays = evenings('2027-03-23', '2027-03-30');
  const wednesdays = evenings('2027-03-24', '2027-03-31');
  const { roundId: a } = await openRound(em, { ...plan, slug: 'a', meetings: tuesdays });
  const { roundId: b } = await openRound(em, { ...plan, slug: 'b', meetings: wednesdays });
  const { programmeId } = await em.findOneByOrFail(Round, { id: a });
  await em.update(Programme, { id: programmeId }, { keepApart: true });
  await em.update(Round, { id: b }, { programmeId });
  await em.update(Round, [a, b], { joinKey: 'ab' });
  return [a, b];
}

/** What stories about applying to those rounds do again and again. */
export function afterTalk(story: RunningApp) {
  const formAt = (round: 'a' | 'b', language = 'sv') => `/${language}/kurser/a/${round}/anmalan`;
  const rowsOf = (firstName: string) =>
    story.db().read.find(Enrolment, { where: { email: addressOf({ firstName }) } });
  const rowOf = async (firstName: string) => {
    const [row, ...more] = await rowsOf(firstName);
    if (!row || more.length > 0) throw new Error(`${firstName} has not one row`);
    return row;
  };
  const tasksOf = async (firstName: string) => {
    const ids = (await rowsOf(firstName)).map(({ id }) => id);
    const tasks = await story.db().read.findBy(CallTask, { kind: 'talk' });
    return tasks.filter(({ enrolmentId }) => ids.includes(enrolmentId ?? 0));
  };
  const lastMail = async (firstName: string) =>
    (await mailsTo(story.app(), addressOf({ firstName }))).at(-1)?.text ?? '';
  const send = async (browser: Browser, firstName: string, round: 'a' | 'b' = 'a') => {
    const form = fillIn(await browser.get(formAt(round)), { firstName });
    return form.fill('Telefonnummer', '070-123 45 67').submit();
  };
  const apply = async (browser: Browser, firstName: string, round: 'a' | 'b' = 'a') => {
    const codePage = await send(browser, firstName, round);
    return typeCode(codePage, (await proofFor(story.app(), addressOf({ firstName }))).code);
  };
  return { formAt, rowsOf, rowOf, tasksOf, lastMail, send, apply };
}
