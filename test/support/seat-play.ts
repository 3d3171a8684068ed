import { In, MoreThan } from 'typeorm';
import { Cancellations } from '../../src/enrolments/cancellations.service.js';
import { Confirmations } from '../../src/enrolments/confirmations.service.js';
import { EnrolmentProofs } from '../../src/enrolments/enrolment-proofs.service.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { EnrolmentsQueries } from '../../src/enrolments/enrolments.queries.js';
import { HeldSeats } from '../../src/enrolments/held-seats.entity.js';
import { SeatAnswers } from '../../src/enrolments/seat-answers.service.js';
import { SeatOffer } from '../../src/enrolments/seat-offer.entity.js';
import { SeatsQueries } from '../../src/enrolments/seats.queries.js';
import { StaffSeats } from '../../src/enrolments/staff-seats.service.js';
import { StayQuestion } from '../../src/enrolments/stay-question.entity.js';
import { Refusal } from '../../src/kernel/refusal.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { ActCount } from '../../src/platform/web/session/act-count.entity.js';
import { Round } from '../../src/rounds/round.entity.js';
import type { RunningApp } from './app.js';
import { formOf, mailsTo, openRound } from './enrolling.js';
import type { MadeOffer, SeatSight } from './seat-paper.js';
import type { PersonAct, SeatStep } from './seat-steps.js';

const WORDS = ['Platser finns', 'Få platser kvar', 'Fullt, kö finns'];

/** Which round is played, among how many people, and who of staff decides. */
export interface PlayedPlan {
  readonly slug: string;
  readonly capacity: number;
  readonly offers: boolean;
  readonly people: number;
  readonly staffId: number;
}

/** A round in the app, played through its forms, its services and its jobs. */
export class PlayedRound {
  #known = 0;
  #visits = 0;

  private constructor(
    private readonly story: RunningApp,
    private readonly slug: string,
    private readonly roundId: number,
    private readonly people: number,
    private readonly staffId: number,
  ) {}

  static async open(story: RunningApp, plan: PlayedPlan): Promise<PlayedRound> {
    const { slug, capacity, offers, people, staffId } = plan;
    const meetings = [{ date: '2027-11-23' }, { date: '2027-11-30' }];
    const roundId = await story.db().transaction(async (em) => {
      const { roundId: id } = await openRound(em, { slug, capacity, meetings });
      if (!offers) await em.update(Round, { id }, { offersUntilMeeting: 0 });
      return id;
    });
    return new PlayedRound(story, slug, roundId, people, staffId);
  }

  /** Called off, so that no job looks at it while the next history is played. */
  async close(): Promise<void> {
    await this.story.db().transaction(async (em) => {
      await em.update(Round, { id: this.roundId }, { state: 'cancelled' });
      const ended = { state: 'withdrawn', endedAt: this.story.clock.now() } as const;
      await em.update(SeatOffer, { roundId: this.roundId, state: 'open' }, ended);
    });
  }

  /** Whether it was accepted. Whatever it sends has been delivered then. */
  async take(step: SeatStep): Promise<boolean> {
    const accepted = await this.#take(step).catch((error: unknown) => {
      if (error instanceof Refusal) return false;
      throw error;
    });
    await this.story.app().get(MailWorker).sendDue();
    return accepted;
  }

  /** The offers that were made since this was asked last. */
  async madeOffers(): Promise<readonly MadeOffer[]> {
    const { db } = this.story;
    const where = { roundId: this.roundId, id: MoreThan(this.#known) };
    const offers = await db().read.find(SeatOffer, { where, order: { id: 'ASC' } });
    this.#known = offers.at(-1)?.id ?? this.#known;
    const of = { id: In(offers.map(({ enrolmentId }) => enrolmentId)) };
    const rows = await db().read.findBy(Enrolment, of);
    return offers.map(({ enrolmentId, seatNumber, answerBy }) => ({
      who: this.#numberOf(rows.find(({ id }) => id === enrolmentId)?.email ?? ''),
      seat: seatNumber,
      until: answerBy.getTime(),
    }));
  }

  /** What the public page says in words, own pages in numbers, and the counts behind them. */
  async look(): Promise<SeatSight> {
    const { app } = this.story;
    const seats = (await app().get(SeatsQueries).seatsOf([this.roundId])).get(this.roundId);
    const rows = await this.#rows();
    const places: (number | null)[] = [];
    const offered: number[] = [];
    for (let who = 0; who < this.people; who += 1) {
      const own = this.#placeOf(who, rows);
      const place = own && (await app().get(EnrolmentsQueries).ownPlace(own.id, own.participantId));
      if (place?.offer) offered.push(who);
      places.push(own?.state === 'confirmed' ? 0 : (place?.queueNumber ?? null));
    }
    const { taken = 0, waiting = 0 } = seats ?? {};
    return { taken, waiting, word: await this.#publicWord(), places, offered };
  }

  async #publicWord(): Promise<string> {
    // An address that nobody has asked for before, so that no cache knows it.
    this.#visits += 1;
    const path = `/sv/kurser/${this.slug}/${this.slug}?nu=${String(this.#visits)}`;
    const { text } = await this.story.visitor().get(path);
    return WORDS.filter((word) => text.includes(word)).join(' and ');
  }

  async #take(step: SeatStep): Promise<boolean> {
    const { app, clock, db } = this.story;
    const staff = app().get(StaffSeats);
    switch (step.act) {
      case 'enrol':
        return this.#enrol(step.who, step.queue);
      case 'capacity':
        await staff.changeCapacity(this.roundId, step.seats, { knowingly: step.knowingly });
        return true;
      case 'hold':
        await staff.hold(this.roundId, 1, 'Kommer på annat sätt', this.staffId);
        return true;
      case 'release': {
        const held = await db().read.findBy(HeldSeats, { roundId: this.roundId });
        const one = held.find(({ releasedAt }) => releasedAt === null);
        if (one) await staff.release(one.id);
        return one !== undefined;
      }
      case 'wait':
        clock.advance({ minutes: step.minutes });
        return (await app().get(Jobs).runDue(clock.now())).every(({ error }) => error === null);
      case 'confirm':
        return this.#confirm(step.who);
      default:
        return this.#withPlace(step);
    }
  }

  async #withPlace(
    step: Extract<SeatStep, { who: number }> & { act: PersonAct | 'priority' | 'enrol' },
  ): Promise<boolean> {
    const { app } = this.story;
    const own = this.#placeOf(step.who, await this.#rows());
    if (!own) return false;
    const { id, participantId, state } = own;
    switch (step.act) {
      case 'cancel':
        await app().get(Cancellations).cancel(id, participantId, { silent: false });
        return state === 'confirmed' || state === 'waiting';
      case 'yes':
      case 'no':
        await app().get(SeatAnswers).byPerson(id, participantId, step.act);
        return true;
      case 'stay':
      case 'leave':
        return this.#sayWhetherToStay(own, step.act === 'stay' ? 'yes' : 'no');
      case 'place':
        await app().get(StaffSeats).place(id, this.staffId);
        return true;
      case 'priority':
        await app().get(StaffSeats).setPriority(id, step.priority, 'Behov', this.staffId);
        return true;
      default:
        return false;
    }
  }

  /** By the link of the newest question, as long as it is about the present wait. */
  async #sayWhetherToStay(own: Enrolment, answer: 'yes' | 'no'): Promise<boolean> {
    const { app, db } = this.story;
    const [question] = await db().read.find(StayQuestion, {
      where: { enrolmentId: own.id },
      order: { id: 'DESC' },
    });
    if (question?.answer !== null || question.askedAt < own.queuedAt) return false;
    const mails = await mailsTo(app(), own.email ?? '');
    const texts = mails.flatMap(({ text }) => (text.includes('Vill du stå kvar') ? text : []));
    const token = /\/erbjudande\/(\S+)/.exec(texts.at(-1) ?? '')?.[1] ?? '';
    return ['stayed', 'left'].includes(await app().get(SeatAnswers).byToken(token, answer));
  }

  async #enrol(who: number, acceptsQueue: boolean): Promise<boolean> {
    await this.#forgetLimits();
    const fields: [string, string][] = [
      ['firstName', `P${String(who)}`],
      ['email', this.#addressOf(who)],
      ['childAges', '3-6'],
      ...(acceptsQueue ? [['queue', 'yes'] satisfies [string, string]] : []),
    ];
    this.#visits += 1;
    const ip = `10.${String(this.roundId % 250)}.${String(who)}.${String(this.#visits % 250)}`;
    const browser = this.story.visitor({ ip });
    const headers = { 'sec-fetch-site': 'same-origin' };
    const page = await browser.send(formOf(this.slug), { method: 'POST', fields, headers });
    if (page.status !== 303 && page.status !== 422) throw new Error(page.heading);
    return page.status === 303;
  }

  /** Types the newest code for what was typed last; if it is too old, a new one. */
  async #confirm(who: number): Promise<boolean> {
    const { app } = this.story;
    const rows = await this.#rows();
    const email = this.#addressOf(who);
    const pending = rows.filter((row) => row.email === email && row.state === 'pending').at(-1);
    if (!pending) return false;
    if (await this.#typeNewestCode(pending.id, email)) return true;
    await this.#forgetLimits();
    await app().get(EnrolmentProofs).sendAgain(pending.id, { language: 'sv', from: '203.0.113.1' });
    return this.#typeNewestCode(pending.id, email);
  }

  async #typeNewestCode(id: number, email: string): Promise<boolean> {
    const texts = (await mailsTo(this.story.app(), email)).map(({ text }) => text);
    const codes = texts.flatMap((text) => /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(text) ?? []);
    const code = codes.at(-1)?.replace('-', '') ?? '';
    return (await this.story.app().get(Confirmations).byCode(id, code)).kind === 'done';
  }

  /** How often one may ask has its own test. */
  #forgetLimits(): Promise<unknown> {
    return this.story.db().transaction((em) => em.delete(ActCount, { id: MoreThan(0) }));
  }

  #rows(): Promise<Enrolment[]> {
    const where = { roundId: this.roundId };
    return this.story.db().read.find(Enrolment, { where, order: { id: 'ASC' } });
  }

  /** What the person has, or had, that is proved. */
  #placeOf(who: number, rows: readonly Enrolment[]) {
    const email = this.#addressOf(who);
    for (const row of rows)
      if (row.email === email && row.participantId !== null)
        return Object.assign(row, { participantId: row.participantId });
    return null;
  }

  #addressOf(who: number): string {
    return `p${String(who)}.${this.slug}@exempel.test`;
  }

  #numberOf(email: string): number {
    return Number(/^p(\d+)\./.exec(email)?.[1]);
  }
}
