import { beforeEach, expect, it } from '@jest/globals';
import { Cancellations } from '../../src/enrolments/cancellations.service.js';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { SeatAnswers, type AnswerOutcome } from '../../src/enrolments/seat-answers.service.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { SeatWatch } from '../../src/enrolments/seat-watch.service.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { StayQuestion } from '../../src/enrolments/stay-question.entity.js';
import { plusMinutes } from '../../src/kernel/instant.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { openRound } from '../support/enrolling.js';
import { addPerson } from '../support/group.js';
import { takeTheLockAway } from '../support/no-lock.js';
import { expectKept, sample, sampled } from '../support/seat-sampler.js';
import {
  expectFair,
  expectNothingIdle,
  expectSound,
  inOrder,
  lookAt,
  running,
  taken,
} from '../support/seat-watch.js';
import { untilServed } from '../support/until-served.js';

const SEATS = 50;
const WAITING = 90;

describeOnBothDatabases('Seats that many want at once', (database) => {
  const story = useApp(database);
  let round: { readonly id: number; readonly seated: number[]; readonly waiting: number[] };
  let rounds = 0;

  beforeEach(async () => {
    rounds += 1;
    round = await story.db().transaction(async (em) => {
      const slug = `runda${String(rounds)}`;
      const { roundId } = await openRound(em, { slug, capacity: SEATS });
      const ids: number[] = [];
      for (let person = 0; person < SEATS + WAITING; person += 1)
        ids.push(await addPerson(em, roundId, { firstName: `p${String(person)}x${slug}` }));
      const waiting = ids.slice(SEATS);
      for (const [place, id] of waiting.entries()) {
        const queuedAt = plusMinutes(story.clock.now(), place - WAITING);
        await em.update(Enrolment, { id }, { state: 'waiting', confirmedAt: null, queuedAt });
      }
      return { id: roundId, seated: ids.slice(0, SEATS), waiting };
    });
  });

  const look = () => lookAt(story.db().read, round.id, story.clock.now());
  const participantOf = async (id: number) =>
    (await story.db().read.findOneByOrFail(Enrolment, { id })).participantId ?? 0;
  const cancel = async (id: number) => {
    const participantId = await untilServed(() => participantOf(id));
    const cancellations = story.app().get(Cancellations);
    return untilServed(() => cancellations.cancel(id, participantId, { silent: true }));
  };
  const answer = async (id: number, yesOrNo: 'yes' | 'no') => {
    const participantId = await untilServed(() => participantOf(id));
    return untilServed(() => story.app().get(SeatAnswers).byPerson(id, participantId, yesOrNo));
  };
  /** What was seen of the seats while `work` ran. */
  const watched = (work: () => Promise<unknown>) =>
    sampled(() => sample(story.db().read, round.id, story.clock.now()), work);

  it('are given up and offered on, one each, in order', async () => {
    expectKept(await watched(() => Promise.all(round.seated.map(cancel))));
    const sight = await look();
    expectSound(sight);
    expectNothingIdle(sight);
    expect(taken(sight)).toBe(SEATS);
    expect(sight.offers.map(({ enrolmentId }) => enrolmentId).sort(byNumber)).toEqual(
      round.waiting.slice(0, SEATS),
    );
  });

  it('are answered once each, however often and however differently', async () => {
    await Promise.all(round.seated.map(cancel));
    const before = await look();
    const asked = running(before).map(({ enrolmentId }) => enrolmentId);
    const outcomes = new Map<number, AnswerOutcome[]>();
    const samples = await watched(() =>
      Promise.all(
        asked.flatMap((id, index) =>
          (index % 5 === 0 ? (['no', 'yes', 'no'] as const) : (['yes', 'no', 'yes'] as const)).map(
            async (say) => {
              const outcome = await answer(id, say);
              outcomes.set(id, [...(outcomes.get(id) ?? []), outcome]);
            },
          ),
        ),
      ),
    );
    expectKept(samples);
    for (const given of outcomes.values()) {
      const counted = given.filter((outcome) => outcome === 'accepted' || outcome === 'declined');
      expect(counted).toHaveLength(1);
      const used = counted[0] === 'accepted' ? 'used-yes' : 'used-no';
      expect(given.filter((outcome) => outcome === used)).toHaveLength(2);
    }
    const after = await look();
    expectSound(after);
    expectFair(before, after);
    expectNothingIdle(after);
    expect(taken(after)).toBe(SEATS);
    // Every no has moved one seat on to the next who had not been asked.
    const first = new Set(after.offers.map(({ enrolmentId }) => enrolmentId));
    expect([...first].sort(byNumber)).toEqual(round.waiting.slice(0, first.size));
  });

  it('lapse once, whoever finds out', async () => {
    await Promise.all(round.seated.slice(0, 20).map(cancel));
    await story.app().get(MailWorker).sendDue();
    story.clock.advance({ days: 2, minutes: 1 });
    const [late] = running({ ...(await look()), now: new Date(0) });
    const watches = Array.from({ length: 10 }, () =>
      untilServed(() => story.app().get(SeatWatch).moveOn(story.clock.now())),
    );
    const answers = Array.from({ length: 10 }, () => answer(late?.enrolmentId ?? 0, 'yes'));
    expectKept(await watched(() => Promise.all([...watches, ...answers])));
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['late']));
    const sight = await look();
    expectSound(sight);
    expect(sight.offers).toHaveLength(40);
    expect(
      running(sight)
        .map(({ enrolmentId }) => enrolmentId)
        .sort(byNumber),
    ).toEqual(round.waiting.slice(20, 40));
    const asked = await story.db().read.find(StayQuestion);
    const ofRound = asked.filter(({ enrolmentId }) => round.waiting.includes(enrolmentId));
    expect(ofRound.map(({ enrolmentId }) => enrolmentId).sort(byNumber)).toEqual(
      round.waiting.slice(0, 20),
    );
    expect(await story.db().read.countBy(CallTask, { roundId: round.id })).toBe(0);
  });

  it('stay within what there is while staff change how many there are', async () => {
    const staff = story.app().get(StaffSeats);
    const change = (seats: number) =>
      untilServed(() => staff.changeCapacity(round.id, seats)).catch((error: unknown) => {
        if (!(error instanceof Refusal) || error.code !== 'seats-taken') throw error;
      });
    const samples = await watched(() =>
      Promise.all([
        ...round.seated.slice(0, 30).map(cancel),
        ...[52, 47, 55, 49, 60, 40].map(change),
      ]),
    );
    expectKept(samples);
    const sight = await look();
    expectSound(sight);
    expectNothingIdle(sight);
    expect(taken(sight)).toBeLessThanOrEqual(sight.capacity);
    const order = inOrder(sight).map(({ id }) => id);
    expect(order).toEqual(round.waiting.filter((id) => order.includes(id)));
  });

  it('would be answered twice or given twice without the lock: the tests above prove something', async () => {
    const putBack = takeTheLockAway(database, story);
    const faults: unknown[] = [];
    try {
      const results = await Promise.allSettled(round.seated.slice(0, 15).map(cancel));
      faults.push(...results.filter(({ status }) => status === 'rejected'));
    } finally {
      putBack();
    }
    const offers = await story.db().read.findBy(SeatOffer, { roundId: round.id, state: 'open' });
    const people = new Set(offers.map(({ enrolmentId }) => enrolmentId));
    const numbers = new Set(offers.map(({ seatNumber }) => seatNumber));
    const broken = people.size < offers.length || numbers.size < offers.length;
    expect(broken || faults.length > 0).toBe(true);
  });
});

function byNumber(a: number, b: number): number {
  return a - b;
}
