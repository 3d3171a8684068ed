import { beforeEach, expect, it } from '@jest/globals';
import { ChildCare } from '../../src/enrolments/child-care.entity.js';
import { Confirmations } from '../../src/enrolments/confirmations.service.js';
import { EnrolmentRequests } from '../../src/enrolments/enrolment-requests.service.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { OwnChildCare } from '../../src/enrolments/own-child-care.service.js';
import { StaffChildCare } from '../../src/enrolments/staff-child-care.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { openRound } from '../support/enrolling.js';
import { takeTheLockAway } from '../support/no-lock.js';
import { untilServed } from '../support/until-served.js';

const PEOPLE = 50;
const PLACES = 7;

describeOnBothDatabases('The last places in the child care', (database) => {
  const story = useApp(database);
  let roundId: number;
  let rounds = 0;

  beforeEach(async () => {
    rounds += 1;
    const plan = { slug: `barn${String(rounds)}`, capacity: PEOPLE };
    ({ roundId } = await story.db().transaction((em) => openRound(em, plan)));
    const care = { childCarePlaces: PLACES };
    await story.db().transaction((em) => em.update(Round, { id: roundId }, care));
  });

  const seatsOf = () => story.db().read.findBy(Enrolment, { roundId });
  const careRows = () => story.db().read.findBy(ChildCare, { enrolment: { roundId } });
  const given = async () =>
    (await careRows())
      .filter(({ state }) => state === 'given')
      .reduce((sum, { children }) => sum + children, 0);

  /** Everybody holds a seat and has a code to prove it; every third has two children. */
  async function everybodyAsks() {
    for (let index = 0; index < PEOPLE; index += 1) {
      const count = index % 3 === 0 ? 2 : 1;
      await story
        .app()
        .get(EnrolmentRequests)
        .request({
          roundId,
          answers: {
            ...{ firstName: `person${String(index)}`, lastName: null, phone: null },
            email: `person${String(index)}-${String(roundId)}@exempel.test`,
            ...{ childAges: ['3-6'], relation: null, sex: null, interpreter: null },
            childCare: { count, ages: Array.from({ length: count }, () => '4').join(', ') },
          },
          language: 'sv',
          acceptsQueue: false,
          from: `10.${String(roundId)}.${String(index)}.1`,
          ownSteps: [],
        });
    }
    const rows = await seatsOf();
    return Promise.all(rows.map(async (row) => ({ id: row.id, code: await codeOf(row) })));
  }

  async function codeOf({ email }: Enrolment): Promise<string> {
    const recipient = email ?? '';
    const mail = await story.db().read.findOneByOrFail(OutgoingMail, { recipient });
    return (/\b([2-9A-Z]{4})-([2-9A-Z]{4})\b/.exec(mail.text ?? '') ?? []).slice(1).join('');
  }

  async function rush() {
    const people = await everybodyAsks();
    const confirmations = story.app().get(Confirmations);
    return Promise.all(
      people.map(({ id, code }) => untilServed(() => confirmations.byCode(id, code))),
    );
  }

  it('go to no more children than there are places for, and cost nobody their seat', async () => {
    const outcomes = await rush();
    expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'done'));
    expect((await seatsOf()).map(({ state }) => state)).toEqual(
      Array.from({ length: PEOPLE }, () => 'confirmed'),
    );
    const rows = await careRows();
    expect(rows).toHaveLength(PEOPLE);
    expect(await given()).toBeGreaterThan(PLACES - 2);
    expect(await given()).toBeLessThanOrEqual(PLACES);
  });

  it('go to the list in order while people give theirs back and staff add some', async () => {
    await rush();
    const own = story.app().get(OwnChildCare);
    const staff = story.app().get(StaffChildCare);
    const places = PLACES + 5;
    const acts = (await seatsOf()).slice(0, 30).map(({ id, participantId }, index) => () => {
      if (index % 10 === 5) return staff.changePlaces(roundId, places);
      return own.giveBack(id, participantId ?? 0);
    });
    await Promise.all(acts.map((act) => untilServed<unknown>(act)));
    const rows = await careRows();
    const [first, ...list] = rows
      .filter(({ state }) => state === 'waiting')
      .toSorted((a, b) => a.id - b.id);
    expect(list.length).toBeGreaterThan(0);
    // As many as there is room for, and not one more; the clock stands still, so ids are the order.
    expect(await given()).toBeLessThanOrEqual(places);
    expect((await given()) + (first?.children ?? 0)).toBeGreaterThan(places);
    const letIn = rows.filter(({ state, queuedAt }) => state === 'given' && queuedAt !== null);
    expect(letIn.length).toBeGreaterThan(0);
    for (const { id } of letIn) expect(id).toBeLessThan(first?.id ?? 0);
  });

  it('would be given many times over without the lock: the tests above prove something', async () => {
    const people = await everybodyAsks();
    const putBack = takeTheLockAway(database, story);
    try {
      const confirmations = story.app().get(Confirmations);
      await Promise.allSettled(people.map(({ id, code }) => confirmations.byCode(id, code)));
    } finally {
      putBack();
    }
    expect(await given()).toBeGreaterThan(PLACES);
  });
});
