import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusMinutes } from '../kernel/instant.js';
import { Refusal } from '../kernel/refusal.js';
import { randomReference } from '../kernel/secret.js';
import type { Language } from '../platform/config/settings.js';
import { Database, type Writer } from '../platform/database/database.js';
import { LimitKeys } from '../platform/web/session/limit-keys.js';
import { Steps } from '../platform/web/session/steps.js';
import { answerColumns, areAnswersOf, isSameName, type EnrolmentAnswers } from './answers.rules.js';
import { EnrolmentChildAge } from './enrolment-child-age.entity.js';
import { EnrolmentEvent } from './enrolment-event.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentProofs } from './enrolment-proofs.service.js';
import { placeBy, placeNewcomer } from './place-allocation.rules.js';
import { HOLD_MINUTES, isTooSoon } from './proof.rules.js';
import { lockOpenRound, type LockedRound } from './round-lock.writes.js';
import { liveEnrolmentsOf } from './same-person.queries.js';
import { seatsOfRound, unprovenHolds } from './seats.queries.js';
import { mayGoTogether } from './together.rules.js';
import { mayHold } from './unproven-holds.rules.js';

/** A visitor's wish to take part, not proved yet. */
export interface EnrolmentRequest {
  readonly roundId: number;
  readonly answers: EnrolmentAnswers;
  readonly language: Language;
  /** A code from somebody they want to go with; does nothing before the mailbox is proved. */
  readonly togetherCode?: string | null;
  /** The page offered the waiting list and the person chose it. */
  readonly acceptsQueue: boolean;
  /** Network address the request came from. */
  readonly from: string;
  /** The enrolments that this browser is already in the middle of, by its step cookie. */
  readonly ownSteps: readonly number[];
}

/** Takes enrolments from visitors who have not proved their mailbox yet. */
@Injectable()
export class EnrolmentRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly keys: LimitKeys,
    private readonly steps: Steps,
    private readonly proofs: EnrolmentProofs,
  ) {}

  /**
   * Holds a seat for two hours, or a place in the queue, and mails a code; at most one mail a minute for
   * the same browser. A second click and the form sent again from the same browser find the enrolment
   * that is there. Another browser gets one of its own, with a hold of its own, so that nothing it types
   * changes what somebody has, and neither its pages nor the seats left tell whether they have it.
   *
   * @returns the id of the step, for the browser's cookie
   * @throws Refusal `round-cancelled`, `enrolment-closed`, `not-open-yet`, `full` (the page had
   *   offered a seat)
   */
  request(request: EnrolmentRequest): Promise<string> {
    return this.db.transaction(async (em) => {
      const locked = await lockOpenRound(em, request.roundId, this.clock.now());
      const mayName = mayGoTogether(locked.programme);
      const togetherCode = mayName ? (request.togetherCode ?? null) : null;
      const known = await liveEnrolmentsOf(em, { roundId: request.roundId, ...request.answers });
      const own = await this.ownOf(em, known, request);
      const enrolment = own
        ? await this.correct(em, own, { ...request, togetherCode })
        : await this.place(em, locked, { ...request, togetherCode });
      await this.proofs.send(em, enrolment, request);
      return this.steps.begin(em, 'enrolment', enrolment.id);
    });
  }

  /** What this browser has typed for the same person already: with Back, or by a second click. */
  private async ownOf(
    em: Writer,
    known: readonly Enrolment[],
    request: EnrolmentRequest,
  ): Promise<Enrolment | null> {
    const { roundId, ownSteps, answers } = request;
    const typedHere =
      ownSteps.length === 0
        ? []
        : await em.findBy(Enrolment, { id: In([...ownSteps]), roundId, state: 'pending' });
    const current = typedHere.find((enrolment) => isSameName(enrolment, answers));
    if (current) return current;
    for (const enrolment of known)
      if (await this.isSameClick(em, enrolment, request)) return enrolment;
    return null;
  }

  /** The two requests of a double click are alike, and neither has the cookie yet. */
  private async isSameClick(
    em: Writer,
    enrolment: Enrolment,
    { answers, from }: EnrolmentRequest,
  ): Promise<boolean> {
    const { state, originHash, createdAt, id: enrolmentId } = enrolment;
    if (state !== 'pending' || originHash !== this.keys.network(from)) return false;
    if (!isTooSoon(createdAt, this.clock.now())) return false;
    const ages = await em.findBy(EnrolmentChildAge, { enrolmentId });
    return areAnswersOf(
      enrolment,
      ages.map(({ band }) => band),
      answers,
    );
  }

  private async correct(
    em: Writer,
    own: Enrolment,
    { answers, language, togetherCode = null }: EnrolmentRequest,
  ): Promise<Enrolment> {
    if (own.email !== answers.email) await this.proofs.void(em, [own.id]);
    const mailboxHash = this.keys.mailbox(answers.email);
    const columns = { ...answerColumns(answers), mailboxHash, language, togetherCode };
    await em.update(Enrolment, { id: own.id }, columns);
    await em.delete(EnrolmentChildAge, { enrolmentId: own.id });
    await writeChildAges(em, own.id, answers);
    return Object.assign(own, columns);
  }

  private async place(
    em: Writer,
    locked: LockedRound,
    request: EnrolmentRequest,
  ): Promise<Enrolment> {
    const now = this.clock.now();
    const { answers, language, togetherCode = null } = request;
    const { round } = locked;
    const seats = await seatsOfRound(em, round.id, now);
    const { capacity } = round;
    const placing = placeBy(locked.programme.admission, () =>
      placeNewcomer({ ...seats, capacity }),
    );
    if (placing === 'queue' && !request.acceptsQueue) throw new Refusal('full');
    const originHash = this.keys.network(request.from);
    const holds =
      placing === 'seat' &&
      mayHold({ capacity, ...seats, ...(await unprovenHolds(em, round.id, originHash, now)) });
    const enrolment = em.create(Enrolment, {
      ...answerColumns(answers),
      roundId: round.id,
      participantId: null,
      reference: await freeReference(em),
      state: 'pending',
      holdsUntil: holds ? plusMinutes(now, HOLD_MINUTES) : null,
      queuedAt: now,
      confirmedAt: null,
      language,
      togetherCode,
      originHash,
      mailboxHash: this.keys.mailbox(answers.email),
      createdAt: now,
    });
    await em.save(enrolment);
    await writeChildAges(em, enrolment.id, answers);
    const enrolmentId = enrolment.id;
    await em.insert(EnrolmentEvent, { enrolmentId, state: 'pending', actor: 'person', at: now });
    return enrolment;
  }
}

async function writeChildAges(
  em: Writer,
  enrolmentId: number,
  { childAges }: EnrolmentAnswers,
): Promise<void> {
  await em.insert(
    EnrolmentChildAge,
    childAges.map((band) => ({ enrolmentId, band })),
  );
}

/** Six characters that no other enrolment has: two of a hundred thousand could be the same by chance. */
async function freeReference(em: Writer): Promise<string> {
  for (;;) {
    const reference = randomReference();
    if (!(await em.existsBy(Enrolment, { reference }))) return reference;
  }
}
