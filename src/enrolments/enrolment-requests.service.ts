import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusMinutes } from '../kernel/instant.js';
import { Refusal } from '../kernel/refusal.js';
import { randomReference, sha256 } from '../kernel/secret.js';
import type { Language } from '../platform/config/settings.js';
import { Database, type Writer } from '../platform/database/database.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { Steps } from '../platform/web/session/steps.js';
import { answerColumns, isSamePerson, type EnrolmentAnswers } from './answers.rules.js';
import { EnrolmentChildAge } from './enrolment-child-age.entity.js';
import { EnrolmentEvent } from './enrolment-event.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentProofs } from './enrolment-proofs.service.js';
import { networkRange } from './origin.rules.js';
import { placeNewcomer, type Placing } from './place-allocation.rules.js';
import { HOLD_MINUTES } from './proof.rules.js';
import { lockOpenRound } from './round-lock.js';
import { seatsOfRound } from './seats.queries.js';

const HOLDS_PER_RANGE = 3;
const PER_ADDRESS = { act: 'enrol', max: 5, minutes: 60 };

/** A visitor's wish to take part, not proved yet. */
export interface EnrolmentRequest {
  readonly roundId: number;
  readonly answers: EnrolmentAnswers;
  readonly language: Language;
  /** The page offered the waiting list and the person chose it. */
  readonly acceptsQueue: boolean;
  /** Network address the request came from. */
  readonly from: string;
  /** The enrolment this browser is already in the middle of, by its step cookie. */
  readonly currentStep: number | null;
}

/** Takes enrolments from visitors who have not proved their mailbox yet. */
@Injectable()
export class EnrolmentRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: ActLimits,
    private readonly steps: Steps,
    private readonly proofs: EnrolmentProofs,
  ) {}

  /**
   * Holds a seat for two hours, or a place in the queue, and mails a code. Asking again with the same
   * address and first name finds the same enrolment and sends at most one mail a minute.
   *
   * @returns the id of the step, for the browser's cookie
   * @throws Refusal `round-cancelled`, `enrolment-closed`, `not-open-yet`, `after-talk`, `full`
   *   (the page had offered a seat), `too-many`
   */
  request(request: EnrolmentRequest): Promise<string> {
    return this.db.transaction(async (em) => {
      const { round } = await lockOpenRound(em, request.roundId, this.clock.now());
      const known = await this.findKnown(em, request);
      const enrolment = known
        ? await this.correct(em, known, request)
        : await this.place(em, round, request);
      await this.proofs.send(em, enrolment, request.language);
      return this.steps.begin(em, 'enrolment', enrolment.id);
    });
  }

  /** The same person's enrolment in this round: pending, or already confirmed or waiting. */
  private async findKnown(em: Writer, request: EnrolmentRequest): Promise<Enrolment | null> {
    const { roundId, answers } = request;
    const live = await em.find(Enrolment, {
      where: { roundId, email: answers.email, state: In(['pending', 'confirmed', 'waiting']) },
      order: { id: 'ASC' },
    });
    const same = live.filter((enrolment) => isSamePerson(enrolment, answers));
    return same.find((enrolment) => enrolment.state !== 'pending') ?? same[0] ?? null;
  }

  /**
   * What was typed the second time counts only in the browser that typed it the first time: a stranger
   * who knows the address changes nothing.
   */
  private async correct(
    em: Writer,
    known: Enrolment,
    request: EnrolmentRequest,
  ): Promise<Enrolment> {
    if (known.state !== 'pending' || request.currentStep !== known.id) return known;
    const columns = { ...answerColumns(request.answers), language: request.language };
    await em.update(Enrolment, { id: known.id }, columns);
    await this.writeChildAges(em, known.id, request.answers);
    return Object.assign(known, columns);
  }

  private async place(
    em: Writer,
    round: { readonly id: number; readonly capacity: number },
    request: EnrolmentRequest,
  ): Promise<Enrolment> {
    const now = this.clock.now();
    const { answers, language } = request;
    await this.limits.spend(em, answers.email, PER_ADDRESS);
    const seats = await seatsOfRound(em, round.id, now);
    const placing = placeNewcomer({ ...seats, capacity: round.capacity });
    if (placing === 'queue' && !request.acceptsQueue) throw new Refusal('full');
    const originHash = sha256(`${round.id} ${networkRange(request.from)}`);
    const holds = await this.mayHold(em, round.id, originHash, placing, now);
    const enrolment = em.create(Enrolment, {
      ...answerColumns(answers),
      roundId: round.id,
      participantId: null,
      reference: randomReference(),
      state: 'pending',
      holdsUntil: holds ? plusMinutes(now, HOLD_MINUTES) : null,
      queuedAt: now,
      confirmedAt: null,
      language,
      originHash,
      createdAt: now,
    });
    await em.save(enrolment);
    await this.writeChildAges(em, enrolment.id, answers);
    await em.insert(EnrolmentEvent, {
      enrolmentId: enrolment.id,
      state: 'pending',
      actor: 'person',
      at: now,
    });
    return enrolment;
  }

  /** Nobody keeps a round empty with made-up addresses: three unproven holds a network range. */
  private async mayHold(
    em: Writer,
    roundId: number,
    originHash: string,
    placing: Placing,
    now: Date,
  ): Promise<boolean> {
    if (placing === 'queue') return false;
    const held = await em
      .createQueryBuilder(Enrolment, 'e')
      .where("e.roundId = :roundId and e.originHash = :originHash and e.state = 'pending'", {
        roundId,
        originHash,
      })
      .andWhere('e.holdsUntil > :now', { now })
      .getCount();
    return held < HOLDS_PER_RANGE;
  }

  private async writeChildAges(
    em: Writer,
    enrolmentId: number,
    answers: EnrolmentAnswers,
  ): Promise<void> {
    await em.delete(EnrolmentChildAge, { enrolmentId });
    await em.insert(
      EnrolmentChildAge,
      answers.childAges.map((band) => ({ enrolmentId, band })),
    );
  }
}
