import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { sha256 } from '../kernel/secret.js';
import { Database, type Reader, type Writer } from '../platform/database/database.js';
import { Round } from '../rounds/round.entity.js';
import { ChildCarePlaces } from './child-care-places.service.js';
import { EnrolmentEvent, type Actor } from './enrolment-event.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { OfferMessages } from './offer-messages.service.js';
import { refusePhoneOnly } from './phone-only.queries.js';
import { endPlace, endWait } from './place-end.writes.js';
import { placeFacts, type PlaceFacts } from './place-facts.queries.js';
import { lockPlace, lockRound } from './round-lock.writes.js';
import { SeatOffer } from './seat-offer.entity.js';
import { offerStanding, type OfferStanding } from './seat-offer.rules.js';
import { SeatOffers } from './seat-offers.service.js';
import { StayQuestion } from './stay-question.entity.js';

export type YesOrNo = 'yes' | 'no';

/** What became of an answer. */
export type AnswerOutcome =
  | 'accepted'
  | 'declined'
  | 'stayed'
  | 'left'
  | 'used-yes'
  | 'used-no'
  | 'used-stayed'
  | 'late'
  | 'cancelled-after'
  | 'over'
  | 'round-cancelled'
  | 'unknown';

/** What a link opens before anybody answers. */
export type OpenedLink =
  | {
      readonly kind: 'offer';
      readonly answerBy: Date;
      readonly reference: string;
      readonly place: PlaceFacts;
    }
  | { readonly kind: 'stay' }
  | { readonly kind: 'closed'; readonly outcome: AnswerOutcome };

const OUTCOMES: Readonly<Record<Exclude<OfferStanding, 'open'>, AnswerOutcome>> = {
  accepted: 'used-yes',
  declined: 'used-no',
  late: 'late',
  withdrawn: 'over',
  'cancelled-after': 'cancelled-after',
  'round-cancelled': 'round-cancelled',
};

/** Takes the answers to offered seats, and to whether somebody wants to stay in the queue. */
@Injectable()
export class SeatAnswers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly offers: SeatOffers,
    private readonly messages: OfferMessages,
    private readonly childCare: ChildCarePlaces,
  ) {}

  /** What a mailed link is worth right now; changes nothing. */
  async open(token: string): Promise<OpenedLink> {
    const db = this.db.read;
    const tokenHash = sha256(token);
    const offer = await db.findOneBy(SeatOffer, { tokenHash });
    if (!offer) return this.openQuestion(db, tokenHash);
    const enrolment = await db.findOneByOrFail(Enrolment, { id: offer.enrolmentId });
    const round = await db.findOneByOrFail(Round, { id: offer.roundId });
    const now = this.clock.now();
    const standing = standingOf(offer, enrolment, round, now);
    if (standing !== 'open') return { kind: 'closed', outcome: OUTCOMES[standing] };
    const facts = await placeFacts(db, round.id);
    const meetings = facts.meetings.filter(({ endsAt }) => endsAt > now);
    const { answerBy } = offer;
    const { reference } = enrolment;
    return { kind: 'offer', answerBy, reference, place: { ...facts, meetings } };
  }

  /** The answer of whoever has the mailed link. */
  async byToken(token: string, answer: YesOrNo): Promise<AnswerOutcome> {
    const tokenHash = sha256(token);
    const offer = await this.db.read.findOneBy(SeatOffer, { tokenHash });
    if (offer) return this.answer(offer, answer, 'person');
    const question = await this.db.read.findOneBy(StayQuestion, { tokenHash });
    return question ? this.answerQuestion(question, answer) : 'unknown';
  }

  /**
   * The answer of the person on their own page; silent: no mail tells about it.
   * @throws Refusal `no-offer`, `phone-only`
   */
  async byPerson(
    enrolmentId: number,
    participantId: number,
    answer: YesOrNo,
    { silent = false }: { readonly silent?: boolean } = {},
  ): Promise<AnswerOutcome> {
    const own = await this.db.read.existsBy(Enrolment, { id: enrolmentId, participantId });
    if (!own) throw new Refusal('no-offer');
    await refusePhoneOnly(this.db.read, enrolmentId);
    return this.answer(await this.latest(enrolmentId), answer, 'person', silent);
  }

  /** The answer that a person gave to staff on the telephone. @throws Refusal `no-offer` */
  async byStaff(enrolmentId: number, staffId: number, answer: YesOrNo): Promise<AnswerOutcome> {
    return this.answer(await this.latest(enrolmentId), answer, `staff:${staffId}`);
  }

  private async latest(enrolmentId: number): Promise<SeatOffer> {
    const [offer] = await this.db.read.find(SeatOffer, {
      where: { enrolmentId },
      order: { id: 'DESC' },
      take: 1,
    });
    if (!offer) throw new Refusal('no-offer');
    return offer;
  }

  private answer(
    { id, roundId }: SeatOffer,
    answer: YesOrNo,
    actor: Actor,
    silent = false,
  ): Promise<AnswerOutcome> {
    return this.db.transaction(async (em) => {
      const locked = await lockRound(em, roundId);
      const offer = await em.findOneByOrFail(SeatOffer, { id });
      const enrolment = await em.findOneByOrFail(Enrolment, { id: offer.enrolmentId });
      const standing = standingOf(offer, enrolment, locked.round, this.clock.now());
      if (standing === 'open') {
        if (answer === 'yes') await this.accept(em, locked.round, offer, actor);
        else await this.decline(em, offer, actor);
        if (!silent) await this.tell(em, offer, answer);
      }
      // Too late: whatever is free now goes on at once.
      await this.offers.offerNext(em, locked);
      if (standing !== 'open') return OUTCOMES[standing];
      return answer === 'yes' ? 'accepted' : 'declined';
    });
  }

  private async accept(em: Writer, round: Round, offer: SeatOffer, actor: Actor): Promise<void> {
    const at = this.clock.now();
    const { enrolmentId } = offer;
    await em.update(SeatOffer, { id: offer.id }, { state: 'accepted', endedAt: at });
    await em.update(Enrolment, { id: enrolmentId }, { state: 'confirmed', confirmedAt: at });
    await em.insert(EnrolmentEvent, { enrolmentId, state: 'confirmed', actor, at });
    await endWait(em, enrolmentId, at);
    await this.childCare.give(em, round, enrolmentId);
  }

  /** No to this round is no to every seat in it: the person leaves the queue. */
  private async decline(em: Writer, offer: SeatOffer, actor: Actor): Promise<void> {
    const at = this.clock.now();
    const declined = { state: 'declined', endedAt: at, seatFree: true } as const;
    await em.update(SeatOffer, { id: offer.id }, declined);
    await endPlace(em, offer.enrolmentId, { state: 'cancelled', actor, at });
  }

  private tell(em: Writer, { enrolmentId }: SeatOffer, answer: YesOrNo): Promise<void> {
    return answer === 'yes'
      ? this.messages.place(em, enrolmentId)
      : this.messages.ended(em, enrolmentId, 'declined');
  }

  private async openQuestion(db: Reader, tokenHash: string): Promise<OpenedLink> {
    const question = await db.findOneBy(StayQuestion, { tokenHash });
    if (!question) return { kind: 'closed', outcome: 'unknown' };
    const outcome = await outcomeOfQuestion(db, question);
    return outcome === null ? { kind: 'stay' } : { kind: 'closed', outcome };
  }

  private answerQuestion(asked: StayQuestion, answer: YesOrNo): Promise<AnswerOutcome> {
    return this.db.transaction(async (em) => {
      const locked = await lockPlace(em, asked.enrolmentId);
      const question = await em.findOneByOrFail(StayQuestion, { id: asked.id });
      const { id, enrolmentId } = question;
      const outcome = await outcomeOfQuestion(em, question);
      if (outcome !== null) return outcome;
      const at = this.clock.now();
      await em.update(StayQuestion, { id }, { answer, answeredAt: at });
      if (answer === 'no') {
        await endPlace(em, enrolmentId, { state: 'cancelled', actor: 'person', at });
        await this.messages.ended(em, enrolmentId, 'left-queue');
      }
      await this.offers.offerNext(em, locked);
      return answer === 'yes' ? 'stayed' : 'left';
    });
  }
}

function standingOf(offer: SeatOffer, place: Enrolment, round: Round, now: Date): OfferStanding {
  const { state, answerBy } = offer;
  return offerStanding({ state, answerBy, placeState: place.state, roundState: round.state }, now);
}

/** What a question has led to; null while it can be answered. */
async function outcomeOfQuestion(
  em: Reader,
  { answer, enrolmentId, askedAt }: StayQuestion,
): Promise<AnswerOutcome | null> {
  if (answer === 'no') return 'used-no';
  if (answer === 'yes') return 'used-stayed';
  // It was about the wait of then: whoever has left and joined the queue anew is asked anew.
  const wait = { id: enrolmentId, state: 'waiting', queuedAt: LessThanOrEqual(askedAt) } as const;
  const waits = await em.findOne(Enrolment, { where: wait, relations: { round: true } });
  if (waits === null) return 'over';
  return waits.round?.state === 'cancelled' ? 'round-cancelled' : null;
}
