import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { Confirmations } from '../../src/enrolments/confirmations.service.js';
import { EnrolmentChildAge } from '../../src/enrolments/enrolment-child-age.entity.js';
import { EnrolmentEvent } from '../../src/enrolments/enrolment-event.entity.js';
import { EnrolmentProofs } from '../../src/enrolments/enrolment-proofs.service.js';
import { EnrolmentRequests } from '../../src/enrolments/enrolment-requests.service.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { countBefore } from '../../src/enrolments/queue.queries.js';
import { SeatsQueries } from '../../src/enrolments/seats.queries.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { ActCount } from '../../src/platform/web/session/act-count.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import { useApp, type RunningApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { openRound } from '../support/enrolling.js';

const PEOPLE = 4;
const HOLD = 120 * 60_000;
const SAME_CLICK = 60_000;

/** What somebody does next. `queue`: is content with the waiting list. */
type Step =
  | { readonly act: 'enrol'; readonly who: number; readonly queue: boolean }
  | { readonly act: 'confirm' | 'cancel'; readonly who: number }
  | { readonly act: 'wait'; readonly minutes: number };

const who = fc.nat({ max: PEOPLE - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('enrol'), who, queue: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('confirm'), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('cancel'), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('wait'), minutes: fc.constantFrom(1, 5, 119, 121) }),
  },
);
const history = fc.record({
  capacity: fc.integer({ min: 1, max: 2 }),
  steps: fc.array(step, { minLength: 20, maxLength: 50 }),
});

describeOnBothDatabases('Enrolments', (database) => {
  const story = useApp(database);
  let histories = 0;

  it('that nobody proves are deleted after two days, with everything that was typed', async () => {
    const real = await RealRound.open(story, 'glomd', 2);
    await real.take({ act: 'enrol', who: 0, queue: false });
    await real.take({ act: 'enrol', who: 1, queue: false });
    await real.take({ act: 'confirm', who: 1 });
    const jobs = story.app().get(Jobs);
    const left = async () => {
      await jobs.runDue(story.clock.now());
      const rows = await story.db().read.findBy(Enrolment, real.where);
      const ids = In(rows.map(({ id }) => id));
      const children = await story.db().read.countBy(EnrolmentChildAge, { enrolmentId: ids });
      return [rows.map(({ state }) => state).sort(), children];
    };
    story.clock.advance({ hours: 47 });
    expect(await left()).toEqual([['confirmed', 'pending'], 2]);
    story.clock.advance({ hours: 2 });
    expect(await left()).toEqual([['confirmed'], 1]);
    const orphans = await story
      .db()
      .read.createQueryBuilder(EnrolmentChildAge, 'age')
      .leftJoin('age.enrolment', 'enrolment')
      .where('enrolment.id is null')
      .getCount();
    expect(orphans).toBe(0);
  });

  it('are what a list on paper would say, whatever people do, in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ capacity, steps }) => {
        histories += 1;
        const real = await RealRound.open(story, `historia${String(histories)}`, capacity);
        const paper = new PaperList(capacity);
        for (const each of steps) {
          // Nothing happens at the very same time here: that is what the last seat is about.
          story.clock.advance({ minutes: each.act === 'wait' ? each.minutes : 1 / 60 });
          if (each.act === 'wait') continue;
          const now = story.clock.now().getTime();
          expect(await real.take(each)).toBe(paper.take(each, now));
          const seen = await real.look();
          expect(seen).toEqual(paper.look(story.clock.now().getTime()));
          expect(seen.taken).toBeLessThanOrEqual(capacity);
        }
      }),
      // The rules are the same on both; MariaDB has to show that its SQL is.
      { numRuns: database.kind === 'sqlite' ? 40 : 15 },
    );
  }, 240_000);
});

/** What can be seen of a round. */
interface Sight {
  readonly taken: number;
  /** Per person: a seat (0), a number in the queue, or nothing that is proved. */
  readonly places: readonly (number | null)[];
}

/** The round in the app, through its services. */
class RealRound {
  private constructor(
    private readonly story: RunningApp,
    private readonly slug: string,
    private readonly roundId: number,
  ) {}

  static async open(story: RunningApp, slug: string, capacity: number): Promise<RealRound> {
    const roundId = await story.db().transaction(async (em) => {
      const { roundId: id } = await openRound(em, { slug, capacity });
      // How seats are offered to the queue has its own test.
      await em.update(Round, { id }, { offersUntilMeeting: 0 });
      return id;
    });
    return new RealRound(story, slug, roundId);
  }

  get where() {
    return { roundId: this.roundId };
  }

  /** Whether it was accepted. */
  async take(next: Exclude<Step, { act: 'wait' }>): Promise<boolean> {
    switch (next.act) {
      case 'enrol':
        return this.enrol(next.who, next.queue);
      case 'confirm':
        return this.confirm(next.who);
      case 'cancel':
        return this.cancel(next.who);
    }
  }

  async look(): Promise<Sight> {
    const { app, db, clock } = this.story;
    const seats = await app().get(SeatsQueries).seatsOf([this.roundId]);
    const proved = await db().read.findBy(Enrolment, {
      roundId: this.roundId,
      participantId: Not(IsNull()),
    });
    const emails = proved.map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    const places = Array.from({ length: PEOPLE }, async (_, person) => {
      const row = proved.find(({ email }) => email === this.ofPerson(person).email);
      if (row?.state === 'waiting') return (await countBefore(db().read, row, clock.now())) + 1;
      return row?.state === 'confirmed' ? 0 : null;
    });
    return { taken: seats.get(this.roundId)?.taken ?? 0, places: await Promise.all(places) };
  }

  private async enrol(person: number, acceptsQueue: boolean): Promise<boolean> {
    const { app } = this.story;
    await this.forgetLimits();
    const request = {
      roundId: this.roundId,
      acceptsQueue,
      language: 'sv' as const,
      from: `10.0.${String(person)}.1`,
      currentStep: null,
      answers: {
        firstName: `P${String(person)}`,
        lastName: null,
        email: this.ofPerson(person).email,
        phone: null,
        childAges: ['3-6' as const],
        relation: null,
        sex: null,
        interpreter: null,
        childCare: null,
      },
    };
    return app()
      .get(EnrolmentRequests)
      .request(request)
      .then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refusal) return false;
          throw error;
        },
      );
  }

  /** Types the newest code in the browser that was used last; if it is too old, a new one. */
  private async confirm(person: number): Promise<boolean> {
    const { app, db } = this.story;
    const pending = { ...this.ofPerson(person), state: 'pending' as const };
    const [row] = await db().read.find(Enrolment, { where: pending, order: { id: 'DESC' } });
    if (!row) return false;
    if (await this.typeNewestCode(row)) return true;
    await this.forgetLimits();
    await app().get(EnrolmentProofs).sendAgain(row.id, 'sv');
    return this.typeNewestCode(row);
  }

  private async typeNewestCode({ id, email }: Enrolment): Promise<boolean> {
    const { app, db } = this.story;
    const [mail] = await db().read.find(OutgoingMail, {
      where: { recipient: email ?? '', kind: 'enrolment-code' },
      order: { id: 'DESC' },
    });
    const code = (/\b([2-9A-Z]{4})-([2-9A-Z]{4})\b/.exec(mail?.text ?? '') ?? []).slice(1).join('');
    return (await app().get(Confirmations).byCode(id, code)).kind === 'done';
  }

  /** How often one may ask has its own test. */
  private forgetLimits(): Promise<unknown> {
    return this.story.db().transaction((em) => em.delete(ActCount, { id: MoreThan(0) }));
  }

  /** As staff or the person will do: the row ends, its history stays. */
  private cancel(person: number): Promise<boolean> {
    return this.story.db().transaction(async (em) => {
      const rows = await em.findBy(Enrolment, this.ofPerson(person));
      const row = rows.find(({ state }) => state === 'confirmed' || state === 'waiting');
      if (!row) return false;
      await em.update(Enrolment, { id: row.id }, { state: 'cancelled' });
      const at = this.story.clock.now();
      const event = { enrolmentId: row.id, state: 'cancelled', actor: 'person', at } as const;
      await em.insert(EnrolmentEvent, event);
      return true;
    });
  }

  private ofPerson(person: number) {
    return { roundId: this.roundId, email: `p${String(person)}.${this.slug}@exempel.test` };
  }
}

interface Asked {
  readonly at: number;
  readonly heldUntil: number;
}

/** The same round as somebody would keep it on paper. */
class PaperList {
  readonly #asked: Asked[][] = Array.from({ length: PEOPLE }, () => []);
  readonly #seats = new Set<number>();
  /** Who waits, and since when. */
  readonly #queue = new Map<number, number>();

  constructor(private readonly capacity: number) {}

  take(next: Exclude<Step, { act: 'wait' }>, now: number): boolean {
    switch (next.act) {
      case 'enrol':
        return this.#enrol(next.who, next.queue, now);
      case 'confirm':
        return this.#confirm(next.who, now);
      case 'cancel':
        return this.#seats.delete(next.who) || this.#queue.delete(next.who);
    }
  }

  look(now: number): Sight {
    const inOrder = [...this.#queue].sort(([, a], [, b]) => a - b).map(([person]) => person);
    const places = this.#asked.map((_, person) => {
      if (this.#seats.has(person)) return 0;
      const place = inOrder.indexOf(person);
      return place === -1 ? null : place + 1;
    });
    return { taken: this.#taken(now), places };
  }

  #enrol(person: number, queue: boolean, now: number): boolean {
    const asked = this.#asked[person] ?? [];
    if (asked.some(({ at }) => now - at < SAME_CLICK)) return true;
    const free = this.#queue.size === 0 && this.#taken(now) < this.capacity;
    if (!free && !queue) return false;
    const hasOne = this.#seats.has(person) || this.#holds(person, now);
    asked.push({ at: now, heldUntil: free && !hasOne ? now + HOLD : 0 });
    return true;
  }

  #confirm(person: number, now: number): boolean {
    const asked = this.#asked[person] ?? [];
    if (asked.length === 0) return false;
    const since = Math.min(...asked.map(({ at }) => at));
    const holds = this.#holds(person, now);
    asked.length = 0;
    if (this.#seats.has(person) || this.#queue.has(person)) return true;
    const before = [...this.#queue.values()].some((at) => at < since);
    if (holds || (!before && this.#taken(now) < this.capacity)) this.#seats.add(person);
    else this.#queue.set(person, since);
    return true;
  }

  #holds(person: number, now: number): boolean {
    return (this.#asked[person] ?? []).some(({ heldUntil }) => heldUntil > now);
  }

  #taken(now: number): number {
    const holding = this.#asked.filter((_, person) => this.#holds(person, now));
    return this.#seats.size + holding.length;
  }
}
