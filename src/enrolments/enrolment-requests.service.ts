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
import { answerColumns, areAnswersOf, isSameName, type EnrolmentAnswers } from './answers.rules.js';
import { EnrolmentChildAge } from './enrolment-child-age.entity.js';
import { EnrolmentEvent } from './enrolment-event.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { EnrolmentProofs } from './enrolment-proofs.service.js';
import { networkRange } from './origin.rules.js';
import { placeBy, placeNewcomer, type PlacingByAdmission } from './place-allocation.rules.js';
import { HOLD_MINUTES, isTooSoon } from './proof.rules.js';
import { lockOpenRound, type LockedRound } from './round-lock.writes.js';
import { liveEnrolmentsOf } from './same-person.queries.js';
import { seatsOfRound } from './seats.queries.js';
import { mayGoTogether } from './together.rules.js';

const HOLDS_PER_RANGE = 3;
const PER_ADDRESS = { act: 'enrol', max: 5, minutes: 60 };

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
    private readonly limits: ActLimits,
    private readonly steps: Steps,
    private readonly proofs: EnrolmentProofs,
  ) {}

  /**
   * Holds a seat for two hours, or a place in the queue, and mails a code; at most one mail a minute to
   * the same person. A second click and the form sent again from the same browser find the enrolment
   * that is there. Another browser gets one of its own, with a hold of its own, so that nothing it types
   * changes what somebody has, and neither its pages nor the seats left tell whether they have it.
   *
   * @returns the id of the step, for the browser's cookie
   * @throws Refusal `round-cancelled`, `enrolment-closed`, `not-open-yet`, `full` (the page had
   *   offered a seat), `too-many`
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
      await this.proofs.send(em, enrolment, request.language);
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
    { roundId, answers, from }: EnrolmentRequest,
  ): Promise<boolean> {
    const { state, originHash, createdAt, id: enrolmentId } = enrolment;
    if (state !== 'pending' || originHash !== originOf(roundId, from)) return false;
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
    const columns = { ...answerColumns(answers), language, togetherCode };
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
    await this.limits.spend(em, answers.email, PER_ADDRESS);
    const placing = await this.placing(em, locked);
    if (placing === 'queue' && !request.acceptsQueue) throw new Refusal('full');
    const originHash = originOf(round.id, request.from);
    const holds = placing === 'seat' && (await this.mayHold(em, round.id, originHash, now));
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
      createdAt: now,
    });
    await em.save(enrolment);
    await writeChildAges(em, enrolment.id, answers);
    const enrolmentId = enrolment.id;
    await em.insert(EnrolmentEvent, { enrolmentId, state: 'pending', actor: 'person', at: now });
    return enrolment;
  }

  private async placing(
    em: Writer,
    { round, programme }: LockedRound,
  ): Promise<PlacingByAdmission> {
    const seats = await seatsOfRound(em, round.id, this.clock.now());
    const { capacity } = round;
    return placeBy(programme.admission, () => placeNewcomer({ ...seats, capacity }));
  }

  /** Nobody keeps a round empty with made-up addresses: three unproven holds a network range. */
  private async mayHold(
    em: Writer,
    roundId: number,
    originHash: string,
    now: Date,
  ): Promise<boolean> {
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

function originOf(roundId: number, from: string): string {
  return sha256(`${roundId} ${networkRange(from)}`);
}

/** Six characters that no other enrolment has: two of a hundred thousand could be the same by chance. */
async function freeReference(em: Writer): Promise<string> {
  for (;;) {
    const reference = randomReference();
    if (!(await em.existsBy(Enrolment, { reference }))) return reference;
  }
}
