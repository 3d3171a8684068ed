import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import type { Writer } from '../platform/database/database.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { Steps } from '../platform/web/session/steps.js';
import { hasOwnCode, mailboxIsEnough } from '../participants/mailbox-trust.queries.js';
import { Participant } from '../participants/participant.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { isSamePerson } from './answers.rules.js';
import { CallTasks } from './call-tasks.service.js';
import { ChildCarePlaces } from './child-care-places.service.js';
import { EnrolmentEvent, type Actor } from './enrolment-event.entity.js';
import { EnrolmentProof } from './enrolment-proof.entity.js';
import type { EnrolmentState } from './enrolment-words.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { OfferMessages } from './offer-messages.service.js';
import { earlierRow, isLive, takeOver } from './own-row.writes.js';
import { isPhoneOnly } from './phone-only.queries.js';
import { placeBy, placeConfirming } from './place-allocation.rules.js';
import { livePlacesBeside } from './live-places.queries.js';
import { needsReview } from './live-places.rules.js';
import { countBefore } from './queue.queries.js';
import type { LockedPlace, LockedRound } from './round-lock.writes.js';
import { liveEnrolmentsOf } from './same-person.queries.js';
import { seatsOfRound } from './seats.queries.js';
import { Talks } from './talks.service.js';
import { useTypedCode } from './together-wishes.writes.js';
import { WorkingDays } from './working-days.service.js';

/** Whose place it became. */
export interface PlaceOwner {
  readonly enrolmentId: number;
  readonly participantId: number;
}

/**
 * How a mailbox was proved. `here`: by the code, in the browser in which everything was typed. `elsewhere`:
 * by the link, or in another browser; what was typed may then be a stranger's.
 */
export type ProvedWhere = 'here' | 'elsewhere';

/** Promised on the page. */
const REVIEWED_WITHIN_DAYS = 2;

/** Who is placed, by whom and when. */
interface PlacedPerson {
  readonly person: Participant;
  /** Somebody else gets no seat by it. */
  readonly holdsSeat: boolean;
  readonly actor: Actor;
  readonly at: Date;
}

/** Gives proved people their places. Callers hold the round's lock. */
@Injectable()
export class PlaceGiver {
  constructor(
    private readonly clock: Clock,
    private readonly messages: OfferMessages,
    private readonly talks: Talks,
    private readonly childCare: ChildCarePlaces,
    private readonly steps: Steps,
    private readonly limits: ActLimits,
    private readonly tasks: CallTasks,
    private readonly workingDays: WorkingDays,
  ) {}

  /**
   * Makes a pending enrolment the person's own, with a seat or in the queue, and mails what it became.
   * One that has been proved before stays as it is. What was typed in the person's name in other browsers
   * stays too, because a page there must not tell that they have enrolled; the earliest of it decides the
   * place in the queue, and its hold is used when this one has none.
   */
  async give(
    em: Writer,
    pending: Enrolment,
    locked: LockedRound,
    where: ProvedWhere,
  ): Promise<PlaceOwner> {
    if (pending.participantId !== null)
      return { enrolmentId: pending.id, participantId: pending.participantId };
    const holdsSeat = await this.useHold(em, pending);
    const person = await this.personOf(em, pending, where);
    const participantId = person.id;
    const enrolment = await this.ownRow(em, locked.round, pending, participantId);
    if (enrolment.state === 'pending')
      await this.placeOrReview(em, { ...locked, enrolment }, person, holdsSeat);
    if (where === 'here') await this.useCode(em, enrolment.id, participantId, pending.togetherCode);
    return { enrolmentId: enrolment.id, participantId };
  }

  /** A mailbox is not enough to tie somebody to another who has asked that it shall not be. */
  private async useCode(
    em: Writer,
    enrolmentId: number,
    participantId: number,
    code: string | null,
  ): Promise<void> {
    if (code === null || (await isPhoneOnly(em, enrolmentId))) return;
    if (await mailboxIsEnough(em, participantId))
      await useTypedCode(em, enrolmentId, code, this.clock.now());
  }

  /** Whether the person holds a seat: by this row, or by one from another browser, whose hold ends here. */
  private async useHold(em: Writer, pending: Enrolment): Promise<boolean> {
    const now = this.clock.now();
    const holds = ({ holdsUntil }: Enrolment) => holdsUntil !== null && holdsUntil > now;
    const all = (await liveEnrolmentsOf(em, pending)).filter(({ state }) => state === 'pending');
    const first = Math.min(...all.map(({ queuedAt }) => queuedAt.getTime()));
    if (first < pending.queuedAt.getTime()) {
      pending.queuedAt = new Date(first);
      await em.update(Enrolment, { id: pending.id }, { queuedAt: pending.queuedAt });
    }
    const holding = holds(pending) ? pending : all.find(holds);
    if (holding && holding.id !== pending.id)
      await em.update(Enrolment, { id: holding.id }, { holdsUntil: null });
    return holding !== undefined;
  }

  /**
   * Same address and first name is the same person, also when they confirm in two rounds at once; what
   * they now have proved is remembered. Of what may be a stranger's, only what was not known.
   */
  private async personOf(
    em: Writer,
    enrolment: Enrolment,
    where: ProvedWhere,
  ): Promise<Participant> {
    const { firstName, lastName, email, phone, language } = enrolment;
    await this.limits.takeTurn(em, `person ${email ?? ''}`);
    const known = (await em.findBy(Participant, { email: email ?? '' })).find((person) =>
      isSamePerson(person, enrolment),
    );
    if (!known) {
      const createdAt = this.clock.now();
      const person = { firstName, lastName, email, phone, language, createdAt };
      return em.save(em.create(Participant, person));
    }
    // Whoever else reads the mailbox must not have us call another number.
    if (!(await mailboxIsEnough(em, known.id))) return known;
    const fresh =
      where === 'here'
        ? { language, lastName: lastName ?? known.lastName, phone: phone ?? known.phone }
        : { lastName: known.lastName ?? lastName, phone: known.phone ?? phone };
    await em.update(Participant, { id: known.id }, fresh);
    return Object.assign(known, fresh);
  }

  /**
   * The person's one row in the round, or in the one it is joined with. An earlier one is kept with its
   * history: still live, it is the answer; ended, it takes over what was asked for now, at the end of the
   * queue.
   */
  private async ownRow(
    em: Writer,
    round: Round,
    pending: Enrolment,
    participantId: number,
  ): Promise<Enrolment> {
    const earlier = await earlierRow(em, round, participantId);
    if (!earlier) return pending;
    if (!isLive(earlier)) await takeOver(em, pending, earlier);
    // The code and the browser that typed it go on: a second click finds the place as well.
    await em.update(EnrolmentProof, { enrolmentId: pending.id }, { enrolmentId: earlier.id });
    await this.steps.move(em, 'enrolment', pending.id, earlier.id);
    await em.delete(Enrolment, { id: pending.id });
    return earlier;
  }

  /** A seat, the queue or a talk; staff look first where one mailbox or network has asked for unusually many. */
  private async placeOrReview(
    em: Writer,
    locked: LockedPlace,
    person: Participant,
    holdsSeat: boolean,
  ): Promise<void> {
    const { enrolment, programme, round } = locked;
    const at = this.clock.now();
    const isTalk = programme.admission === 'talk';
    if (isTalk || !needsReview(await livePlacesBeside(em, enrolment, at)))
      return this.place(em, locked, { person, holdsSeat, actor: 'person', at });
    await this.become(em, enrolment.id, 'review', { person, actor: 'person', at });
    const callBefore = await this.workingDays.within(em, REVIEWED_WITHIN_DAYS, at);
    const about = { enrolmentId: enrolment.id, participantId: person.id, roundId: round.id };
    await this.tasks.add(em, { kind: 'review', ...about, callBefore });
  }

  /** Gives a proved person a seat, a place in the queue or a talk, and tells them. */
  async place(
    em: Writer,
    { round, programme, enrolment }: LockedPlace,
    { person, holdsSeat, actor, at }: PlacedPerson,
  ): Promise<void> {
    const others = await seatsOfRound(em, round.id, at, enrolment.id);
    const waitingBefore = await countBefore(em, enrolment, at);
    const placing = placeBy(programme.admission, () =>
      placeConfirming(
        { capacity: round.capacity, takenByOthers: others.taken, waitingBefore },
        holdsSeat,
      ),
    );
    const seated = placing === 'seat';
    await this.become(em, enrolment.id, seated ? 'confirmed' : 'waiting', { person, actor, at });
    if (placing === 'talk') await this.talks.expect(em, enrolment, person.id);
    if (seated) await this.childCare.give(em, round, enrolment.id);
    // The mailbox learns nothing from asking in the name of somebody with a code of their own.
    if (actor === 'person' && (await hasOwnCode(em, person.id))) return;
    await this.messages.place(em, enrolment.id, actor === 'person' ? 'self' : 'staff');
  }

  private async become(
    em: Writer,
    enrolmentId: number,
    state: EnrolmentState,
    { person, actor, at }: Omit<PlacedPerson, 'holdsSeat'>,
  ): Promise<void> {
    const { id: participantId, lastName, phone } = person;
    const confirmedAt = state === 'confirmed' ? at : null;
    const changed = { participantId, lastName, phone, state, holdsUntil: null, confirmedAt };
    await em.update(Enrolment, { id: enrolmentId }, changed);
    await em.insert(EnrolmentEvent, { enrolmentId, state, actor, at });
  }
}
