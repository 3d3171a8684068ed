import { expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { IsNull } from 'typeorm';
import { Cancellations } from '../../src/enrolments/cancellations.service.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { EnrolmentsQueries } from '../../src/enrolments/enrolments.queries.js';
import { SeatAnswers } from '../../src/enrolments/seat-answers.service.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { SeatOffers } from '../../src/enrolments/seat-offers.service.js';
import { SeatWatch } from '../../src/enrolments/seat-watch.service.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { TogetherWish } from '../../src/enrolments/together-wish.entity.js';
import { Together } from '../../src/enrolments/together.service.js';
import { plusMinutes } from '../../src/kernel/instant.js';
import { Refusal } from '../../src/kernel/refusal.js';
import type { Reader } from '../../src/platform/database/database.js';
import { ActLimits } from '../../src/platform/web/session/act-limits.js';
import { useApp, type RunningApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { openRound } from '../support/enrolling.js';
import { addPerson } from '../support/group.js';
import {
  expectInTurn,
  expectNoHalves,
  lookAtPairs,
  type PairSight,
} from '../support/pair-watch.js';
import { takeTheLockAway } from '../support/no-lock.js';
import { expectSound, inOrder, running, taken } from '../support/seat-watch.js';
import { untilServed } from '../support/until-served.js';

const SEATS = 3;
const PEOPLE = 9;
const RACES = 6;

/** What happens next; `lapse`: three days pass in which nobody answers. */
type Step =
  | { readonly act: 'pair'; readonly who: number; readonly other: number }
  | { readonly act: 'alone' | 'cancel' | 'yes' | 'no'; readonly who: number }
  | { readonly act: 'seats'; readonly seats: number }
  | { readonly act: 'lapse' };

/** All at once: seats come free and are answered while pairs part and others join. */
const RUSH: readonly Step[] = [
  { act: 'cancel', who: 0 },
  { act: 'alone', who: 3 },
  { act: 'cancel', who: 1 },
  { act: 'pair', who: 5, other: 3 },
  ...[3, 4, 5, 6, 7, 8].map((each) => ({ act: 'yes', who: each }) as const),
  { act: 'alone', who: 7 },
  { act: 'no', who: 4 },
  { act: 'pair', who: 6, other: 7 },
  { act: 'cancel', who: 2 },
];

const who = fc.nat({ max: PEOPLE - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('pair'), who, other: who }) },
  {
    weight: 8,
    arbitrary: fc.record({ act: fc.constantFrom('alone', 'cancel', 'yes', 'yes', 'no'), who }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constant('seats'), seats: fc.integer({ min: 2, max: 8 }) }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ act: 'lapse' }) },
);

describeOnBothDatabases('Two who go together', (database) => {
  const story = useApp(database);
  let rounds = 0;

  const newRound = async () => {
    rounds += 1;
    const round = await Line.open(story, `runda${String(rounds)}`);
    // What is tried here is the seats, not the number of codes that may be typed in an hour.
    jest.spyOn(ActLimits.prototype, 'spend').mockResolvedValue();
    return round;
  };

  it('are asked at once or not at all, in turn, whatever people do in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (steps) => {
        const line = await newRound();
        let before = await line.look();
        for (const next of steps) {
          await line.take(next);
          const after = await line.look();
          expectSound(after);
          expectInTurn(before, after);
          expectNoHalves(before, after);
          await line.expectNumbers(after);
          before = after;
        }
      }),
      { numRuns: 12 },
    );
  });

  it('are never asked alone while they are joined, however much happens at the same time', async () => {
    for (let race = 0; race < RACES; race += 1) {
      const line = await newRound();
      await line.take({ act: 'pair', who: 3, other: 4 });
      await line.take({ act: 'pair', who: 6, other: 7 });
      const { halves, stop } = watchOffers();
      await Promise.all(RUSH.map((next) => line.take(next)));
      stop();
      expect(halves).toEqual([]);
      const after = await line.look();
      expectSound(after);
      expect(taken(after)).toBeLessThanOrEqual(SEATS);
      expectInTurn(after, after);
    }
  });

  it('would get too many seats, or be answered twice, without the lock: the test above proves something', async () => {
    let isBroken = false;
    for (let race = 0; race < 30 && !isBroken; race += 1) {
      const line = await newRound();
      const putBack = takeTheLockAway(database, story);
      const results = await Promise.allSettled([...RUSH, ...RUSH].map((next) => line.take(next)));
      putBack();
      const after = await line.look();
      const people = running(after).map(({ enrolmentId }) => enrolmentId);
      isBroken =
        new Set(people).size < people.length ||
        taken(after) > SEATS ||
        results.some(({ status }) => status === 'rejected');
    }
    expect(isBroken).toBe(true);
  });
});

/** A round with three seated and six who wait, and the services that change it. */
class Line {
  private constructor(
    private readonly story: RunningApp,
    readonly roundId: number,
    private readonly people: readonly Pick<Enrolment, 'id' | 'participantId'>[],
  ) {}

  static async open(story: RunningApp, slug: string): Promise<Line> {
    const now = story.clock.now();
    return story.db().transaction(async (em) => {
      const plan = { slug, capacity: SEATS, meetings: [{ date: '2029-03-20' }] };
      const { roundId } = await openRound(em, plan);
      for (let person = 0; person < PEOPLE; person += 1) {
        const id = await addPerson(em, roundId, { firstName: `p${String(person)}x${slug}` });
        if (person < SEATS) continue;
        const queuedAt = plusMinutes(now, person - PEOPLE);
        await em.update(Enrolment, { id }, { state: 'waiting', confirmedAt: null, queuedAt });
      }
      return new Line(
        story,
        roundId,
        await em.find(Enrolment, { where: { roundId }, order: { id: 'ASC' } }),
      );
    });
  }

  look(): Promise<PairSight> {
    return lookAtPairs(this.story.db().read, this.roundId, this.story.clock.now());
  }

  /** Does it as the person would; what is refused changes nothing. */
  async take(next: Step): Promise<void> {
    try {
      await untilServed(() => this.act(next));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  /** Everybody who waits is told the number that they would have alone among the others as they are. */
  async expectNumbers(sight: PairSight): Promise<void> {
    const line = inOrder(sight).map(({ id }) => id);
    const offered = new Set(
      sight.offers.flatMap((offer) => (offer.state === 'open' ? [offer.enrolmentId] : [])),
    );
    const placeOf = (id: number, viewer: number) => {
      const code = sight.codes.get(id);
      const own = line.indexOf(id);
      if (code === undefined || code === sight.codes.get(viewer) || offered.has(id)) return own;
      const other = line.findIndex((each) => each !== id && sight.codes.get(each) === code);
      return other === -1 || offered.has(line[other] ?? 0) ? own : Math.max(own, other);
    };
    for (const id of line) {
      const ahead = line.filter((other) => placeOf(other, id) < line.indexOf(id));
      const place = await this.queries().ownPlace(id, this.participantOf(id));
      expect([id, place?.queueNumber]).toEqual([id, ahead.length + 1]);
    }
  }

  private async act(next: Step): Promise<void> {
    const app = this.story.app();
    if (next.act === 'seats') {
      await app.get(StaffSeats).changeCapacity(this.roundId, next.seats);
    } else if (next.act === 'lapse') {
      this.story.clock.advance({ days: 3 });
      await app.get(SeatWatch).moveOn(this.story.clock.now());
    } else if (next.act === 'pair') {
      await this.pair(this.personAt(next.who), this.personAt(next.other));
    } else {
      const { id, owner } = this.personAt(next.who);
      if (next.act === 'alone') await app.get(Together).goAlone(id, owner);
      else if (next.act === 'cancel')
        await app.get(Cancellations).cancel(id, owner, { silent: true });
      else await app.get(SeatAnswers).byPerson(id, owner, next.act);
    }
  }

  private async pair(one: Owned, other: Owned): Promise<void> {
    const together = this.story.app().get(Together);
    await together.giveCode(one.id, one.owner);
    const wish = await this.story
      .db()
      .read.findOneBy(TogetherWish, { enrolmentId: one.id, endedAt: IsNull() });
    await together.takeCode(other.id, other.owner, wish?.code ?? 'NONE22');
  }

  private personAt(index: number): Owned {
    const person = this.people[index];
    return { id: person?.id ?? 0, owner: person?.participantId ?? 0 };
  }

  private participantOf(id: number): number {
    return this.people.find((person) => person.id === id)?.participantId ?? 0;
  }

  private queries(): EnrolmentsQueries {
    return this.story.app().get(EnrolmentsQueries);
  }
}

interface Owned {
  readonly id: number;
  readonly owner: number;
}

/** Looks, under the same lock, at what every dealing out of seats has done. */
function watchOffers(): { readonly halves: unknown[]; readonly stop: () => void } {
  const halves: unknown[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own object below
  const real = SeatOffers.prototype.offerNext;
  const spy = jest.spyOn(SeatOffers.prototype, 'offerNext').mockImplementation(async function (
    this: SeatOffers,
    em,
    locked,
  ) {
    const before = new Set((await openOffers(em, locked.round.id)).map(({ id }) => id));
    await real.call(this, em, locked);
    const open = await openOffers(em, locked.round.id);
    const codeOf = new Map(
      (await em.findBy(TogetherWish, { endedAt: IsNull() })).map((wish) => [
        wish.enrolmentId,
        wish.code,
      ]),
    );
    const waiting = await em.findBy(Enrolment, { roundId: locked.round.id, state: 'waiting' });
    for (const { enrolmentId } of open.filter(({ id }) => !before.has(id))) {
      const code = codeOf.get(enrolmentId);
      const other = waiting.find(({ id }) => id !== enrolmentId && codeOf.get(id) === code);
      if (code === undefined || other === undefined) continue;
      if (!open.some((offer) => offer.enrolmentId === other.id))
        halves.push([enrolmentId, other.id]);
    }
  });
  return { halves, stop: () => spy.mockRestore() };
}

function openOffers(em: Reader, roundId: number): Promise<SeatOffer[]> {
  return em.findBy(SeatOffer, { roundId, state: 'open' });
}
