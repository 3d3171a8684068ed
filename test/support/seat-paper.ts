import { PaperPerson, type PaperOffer } from './seat-paper-person.js';
import type { PersonAct, SeatStep } from './seat-steps.js';

/** What can be seen of a round. */
export interface SeatSight {
  readonly taken: number;
  /** People who wait without an offer to answer. */
  readonly waiting: number;
  readonly word: string;
  /** Per person: a seat (0), a number in the queue, or nothing that is proved. */
  readonly places: readonly (number | null)[];
  /** Who has an offer to answer. */
  readonly offered: readonly number[];
}

/** An offer that was made: to whom, which seat, and until when. */
export interface MadeOffer {
  readonly who: number;
  readonly seat: number;
  readonly until: number;
}

const MINUTE = 60_000;
const HOLD = 120 * MINUTE;
const UNPROVEN_KEPT = 48 * 60 * MINUTE;
const MISSES_ALLOWED = 1;
/** Everybody has a network of their own. */
const HOLDS_PER_NETWORK = 3;

/** A round as somebody would keep it on paper, who has read the rules and not the code. */
export class PaperRound {
  readonly #people: readonly PaperPerson[];
  /** Seats that staff hold. */
  #held = 0;
  /** Seats that somebody let go and that are to be passed on. */
  #resting = new Set<number>();
  #lastSeat = 0;
  #due = new Set<number>();
  #free: readonly number[] = [];

  constructor(
    private capacity: number,
    private readonly offers: boolean,
    people: number,
  ) {
    this.#people = Array.from({ length: people }, () => new PaperPerson());
  }

  /** Whether it was accepted. What came free has then been offered: {@link adopt} says to whom. */
  take(step: SeatStep, now: number): boolean {
    this.#due = new Set();
    const accepted = this.#take(step, now);
    if (accepted && step.act !== 'enrol') this.#passOn(now);
    return accepted;
  }

  /** Who must have been offered a seat by what was taken last. */
  get due(): readonly number[] {
    return [...this.#due].sort((a, b) => a - b);
  }

  /** Who has been asked whether to stay in the queue, and has not answered. */
  get questioned(): readonly number[] {
    return this.#people.flatMap((person, who) =>
      person.has === 'wait' && person.isSilent() ? [who] : [],
    );
  }

  /** Takes over which of the free seats each was offered, and says what is wrong with it. */
  adopt(made: readonly MadeOffer[]): string | null {
    for (const { who, seat, until } of made) {
      const person = this.#person(who);
      if (!this.#free.includes(seat)) return `seat ${String(seat)} is not free`;
      if (!this.#mayBeAsked(person, seat)) return `${String(who)} knows seat ${String(seat)}`;
      person.offers.push({ seat, until, open: true });
      this.#resting.delete(seat);
      this.#lastSeat = Math.max(this.#lastSeat, seat);
    }
    const seats = new Set(made.map(({ seat }) => seat));
    return seats.size === made.length ? null : 'a seat was offered twice';
  }

  look(now: number): SeatSight {
    const all = this.#inOrder().filter(({ has }) => has === 'wait');
    const places = this.#people.map((person) => {
      if (person.has === 'seat') return 0;
      return person.has === 'wait' ? all.indexOf(person) + 1 : null;
    });
    const taken = this.#taken(now);
    const waiting = this.#queue(now).length;
    const free = waiting > 0 ? 0 : this.capacity - taken;
    const word = free <= 0 ? 'Fullt, kö finns' : free <= 3 ? 'Få platser kvar' : 'Platser finns';
    const offered = this.#people.flatMap((one, who) => (one.isOffered(now) ? [who] : []));
    return { taken, waiting, word, places, offered };
  }

  #take(step: SeatStep, now: number): boolean {
    switch (step.act) {
      case 'enrol':
        return this.#enrol(this.#person(step.who), step.queue, now);
      case 'capacity':
        if (step.seats < this.#taken(now) && !step.knowingly) return false;
        this.capacity = step.seats;
        return true;
      case 'hold':
        if (this.#taken(now) >= this.capacity) return false;
        this.#held += 1;
        return true;
      case 'release':
        if (this.#held === 0) return false;
        this.#held -= 1;
        return true;
      case 'wait':
        for (const person of this.#people)
          person.asked = person.asked.filter(({ at }) => at >= now - UNPROVEN_KEPT);
        return true;
      case 'priority':
        if (this.#person(step.who).has !== 'wait') return false;
        this.#person(step.who).priority = step.priority;
        return true;
      default:
        return this.#act(step.act, this.#person(step.who), now);
    }
  }

  #act(act: PersonAct, person: PaperPerson, now: number): boolean {
    switch (act) {
      case 'confirm':
        return this.#confirm(person, now);
      case 'cancel':
        return person.has !== 'nothing' && this.#end(person);
      case 'yes':
      case 'no':
        return this.#answer(person, act, now);
      case 'stay':
      case 'leave': {
        const question = person.questions.at(-1);
        const isAsked = question?.answeredAt === null && question.at >= person.since;
        if (!isAsked || person.has !== 'wait') return false;
        question.answeredAt = act === 'stay' ? now : 0;
        return act === 'stay' || this.#end(person);
      }
      case 'place': {
        const canSit = person.isOffered(now) || this.#taken(now) < this.capacity;
        return person.has === 'wait' && canSit && person.sit();
      }
    }
  }

  #enrol(person: PaperPerson, queue: boolean, now: number): boolean {
    const free = this.#queue(now).length === 0 && this.#taken(now) < this.capacity;
    if (!free && !queue) return false;
    // Whatever they hold elsewhere: the seats left must not tell a stranger about it.
    const mayHold = free && this.#mayHold(now) && person.holds(now).length < HOLDS_PER_NETWORK;
    person.asked.push({ at: now, heldUntil: mayHold ? now + HOLD : 0 });
    return true;
  }

  #confirm(person: PaperPerson, now: number): boolean {
    const since = Math.min(...person.asked.map(({ at }) => at));
    const asked = person.asked.pop();
    if (!asked) return false;
    const held = asked.heldUntil > now ? asked : person.holds(now)[0];
    if (held) held.heldUntil = 0;
    if (person.has !== 'nothing') return true;
    const ahead = this.#queue(now).some((one) => one.priority > 0 || one.since < since);
    const seated = held !== undefined || (!ahead && this.#taken(now) < this.capacity);
    person.since = since;
    person.has = seated ? 'seat' : 'wait';
    return true;
  }

  /** Whoever answers too late sees to it that the seat moves on. */
  #answer(person: PaperPerson, answer: 'yes' | 'no', now: number): boolean {
    if (person.offers.length === 0) return false;
    if (!person.isOffered(now)) return true;
    return answer === 'yes' ? person.sit() : this.#end(person);
  }

  #end(person: PaperPerson): true {
    person.has = 'nothing';
    person.priority = 0;
    for (const offer of person.offers.filter(({ open }) => open)) this.#letGo(offer);
    return true;
  }

  #letGo(offer: PaperOffer): void {
    offer.open = false;
    this.#resting.add(offer.seat);
  }

  /** Notes what has lapsed, and who must be asked about what is free now. */
  #passOn(now: number): void {
    for (const person of this.#people)
      for (const offer of person.offers.filter(({ open, until }) => open && until <= now)) {
        this.#letGo(offer);
        person.misses.push(now);
        if (person.missed() > MISSES_ALLOWED) this.#end(person);
        else person.questions.push({ at: now, answeredAt: null });
      }
    const queue = this.#queue(now);
    const free = queue.length === 0 ? 0 : Math.max(0, this.capacity - this.#taken(now));
    const resting = [...this.#resting].sort((a, b) => a - b).slice(0, free);
    this.#resting = new Set(resting);
    const fresh = Array.from({ length: free - resting.length }, (_, n) => this.#lastSeat + 1 + n);
    this.#free = [...resting, ...fresh];
    if (!this.offers) return;
    const asked: PaperPerson[] = [];
    for (const person of queue) if (this.#fit([...asked, person], this.#free)) asked.push(person);
    this.#due = new Set(asked.map((person) => this.#people.indexOf(person)));
  }

  /** Whether each of some people can be given another of some seats: all ways are tried. */
  #fit([person, ...others]: readonly PaperPerson[], seats: readonly number[]): boolean {
    if (!person) return true;
    return seats.some(
      (seat) =>
        this.#mayBeAsked(person, seat) &&
        this.#fit(
          others,
          seats.filter((other) => other !== seat),
        ),
    );
  }

  /** Nobody is offered the same seat twice; who keeps silent gets none that others let go. */
  #mayBeAsked(person: PaperPerson, seat: number): boolean {
    if (person.wasAsked(seat)) return false;
    return !person.isSilent() || !this.#people.some((one) => one.wasAsked(seat));
  }

  #inOrder(): readonly PaperPerson[] {
    return this.#people.toSorted((a, b) => b.priority - a.priority || a.since - b.since);
  }

  #queue(now: number): readonly PaperPerson[] {
    return this.#inOrder().filter((person) => person.waits(now));
  }

  /** Half of what is left after proved people and staff is kept for who types a code. */
  #mayHold(now: number): boolean {
    const holding = this.#people.flatMap((person) => person.holds(now)).length;
    const left = this.capacity - (this.#taken(now) - holding);
    return holding < Math.ceil(left / 2);
  }

  #taken(now: number): number {
    const sitting = this.#people.filter((person) => person.has === 'seat' || person.isOffered(now));
    const holding = this.#people.flatMap((person) => person.holds(now));
    return sitting.length + holding.length + this.#held;
  }

  #person(who: number): PaperPerson {
    const person = this.#people[who];
    if (!person) throw new Error(`Nobody has number ${String(who)}.`);
    return person;
  }
}
