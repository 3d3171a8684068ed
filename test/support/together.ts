import { expect } from '@jest/globals';
import { In, MoreThan } from 'typeorm';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { ActCount } from '../../src/platform/web/session/act-count.entity.js';
import type { RunningApp } from './app.js';
import { fillIn, formOf, proofFor, typeCode } from './enrolling.js';
import { answerLink, queued, roundFrom, seated } from './queueing.js';
import type { Person } from './queueing.js';
import type { SeenPage } from './seen-page.js';

export const WISHED = 'Du har sagt att ni vill gå tillsammans.';
export const FIELD = 'Vi vill gå tillsammans (frivilligt)';

/** What stories about going together do again and again. */
export function together(story: RunningApp) {
  const forgetTries = () =>
    story.db().transaction((em) => em.delete(ActCount, { id: MoreThan(0) }));
  const newRound = async (slug: string, capacity = 1) => {
    await forgetTries();
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
  const cancelWait = async (person: Person) => {
    const asked = await (await pageOf(person)).follow('Lämna väntelistan');
    const done = await asked.press('Ja, lämna väntelistan');
    expect(done.heading).toBe('Du står inte längre på väntelistan');
  };
  return {
    newRound,
    forgetTries,
    cancelWait,
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
  };
}
