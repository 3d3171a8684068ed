import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Database, type Writer } from '../platform/database/database.js';
import { Round } from '../rounds/round.entity.js';
import { ChildCarePlaces } from './child-care-places.service.js';
import { EnrolmentEvent } from './enrolment-event.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { HeldSeats } from './held-seats.entity.js';
import { OfferMessages } from './offer-messages.service.js';
import { endWait } from './place-end.writes.js';
import { lockForPlacing, moveInto, type Decision } from './placing.writes.js';
import { QueuePriority } from './queue-priority.entity.js';
import { lockPlace, lockRound, type LockedRound } from './round-lock.writes.js';
import { SeatOffer } from './seat-offer.entity.js';
import { SeatOffers } from './seat-offers.service.js';
import { seatsOfRound } from './seats.queries.js';

const HIGHEST_PRIORITY = 9;

/** Where a placed person's seat comes from. */
export interface PlacingOptions {
  /** One of the seats held under this id. */
  readonly heldSeatsId?: number;
  /** Staff know that there will be more people than seats. */
  readonly overbook?: boolean;
  /** The round that the person's own is joined with, where they shall have their seat instead. */
  readonly roundId?: number;
}

/** What staff decide about the seats of a round. Every decision ends with offering what is free. */
@Injectable()
export class StaffSeats {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly offers: SeatOffers,
    private readonly messages: OfferMessages,
    private readonly childCare: ChildCarePlaces,
  ) {}

  /**
   * More or fewer seats.
   * @throws Refusal `capacity` (below one or below the minimum), `seats-taken` (fewer than are taken,
   *   unless `knowingly`)
   */
  changeCapacity(
    roundId: number,
    capacity: number,
    { knowingly = false }: { readonly knowingly?: boolean } = {},
  ): Promise<void> {
    return this.inRound(roundId, async (em, { round }) => {
      if (!Number.isInteger(capacity) || capacity < 1 || capacity < round.minParticipants)
        throw new Refusal('capacity');
      const { taken } = await seatsOfRound(em, roundId, this.clock.now());
      if (capacity < taken && !knowingly) throw new Refusal('seats-taken', { taken });
      await em.update(Round, { id: roundId }, { capacity });
      round.capacity = capacity;
    });
  }

  /** Keeps free seats for people who come another way. @throws Refusal `reason`, `full` */
  hold(roundId: number, seats: number, reason: string, staffId: number): Promise<number> {
    return this.inRound(roundId, async (em, { round }) => {
      if (reason.trim() === '') throw new Refusal('reason');
      const { taken } = await seatsOfRound(em, roundId, this.clock.now());
      if (!Number.isInteger(seats) || seats < 1 || taken + seats > round.capacity)
        throw new Refusal('full', { free: Math.max(0, round.capacity - taken) });
      const heldAt = this.clock.now();
      const held = { roundId, seats, reason, staffId, heldAt, releasedAt: null };
      return (await em.save(em.create(HeldSeats, held))).id;
    });
  }

  /** Lets held seats go to whoever waits. */
  async release(heldSeatsId: number): Promise<void> {
    const { roundId } = await this.db.read.findOneByOrFail(HeldSeats, { id: heldSeatsId });
    await this.inRound(roundId, async (em) => {
      const releasedAt = this.clock.now();
      await em.update(HeldSeats, { id: heldSeatsId, releasedAt: IsNull() }, { releasedAt });
    });
  }

  /**
   * Moves somebody in the queue ahead of their time, or back to it with 0; the reason is kept.
   * @throws Refusal `priority`, `reason`, `not-waiting`
   */
  async setPriority(
    enrolmentId: number,
    priority: number,
    reason: string,
    staffId: number,
  ): Promise<void> {
    if (!Number.isInteger(priority) || priority < 0 || priority > HIGHEST_PRIORITY)
      throw new Refusal('priority');
    if (reason.trim() === '') throw new Refusal('reason');
    await this.db.transaction(async (em) => {
      const locked = await lockPlace(em, enrolmentId);
      if (locked.enrolment.state !== 'waiting') throw new Refusal('not-waiting');
      const setAt = this.clock.now();
      await em.update(QueuePriority, { enrolmentId, replacedAt: IsNull() }, { replacedAt: setAt });
      const decision = { enrolmentId, priority, reason: reason.trim(), staffId, setAt };
      await em.insert(QueuePriority, { ...decision, replacedAt: null });
      await this.offers.offerNext(em, locked);
    });
  }

  /**
   * Gives somebody who waits a seat: their offered one, a held one, a free one, or knowingly one too many;
   * in their own round, or in the one it is joined with. The mail about it is the same either way.
   * @throws Refusal `not-waiting`, `full`, `not-joined` (another round, which theirs is not joined with),
   *   `has-seat` (in that round)
   */
  async place(enrolmentId: number, staffId: number, options: PlacingOptions = {}): Promise<void> {
    await this.db.transaction(async (em) => {
      const { waiting, own, target } = await lockForPlacing(em, enrolmentId, options.roundId);
      await this.refuseFull(em, target, enrolmentId, options);
      const at = this.clock.now();
      const actor = `staff:${staffId}` as const;
      const placedId = await moveInto(em, waiting, target.round, { actor, at });
      await this.seat(em, target, placedId, { actor, at });
      await this.offers.offerNext(em, target);
      if (own !== target) await this.offers.offerNext(em, own);
    });
  }

  /** @throws Refusal `full` */
  private async refuseFull(
    em: Writer,
    { round }: LockedRound,
    enrolmentId: number,
    { heldSeatsId, overbook = false }: PlacingOptions,
  ): Promise<void> {
    const at = this.clock.now();
    if (heldSeatsId !== undefined) await takeHeld(em, heldSeatsId, round.id);
    const { taken } = await seatsOfRound(em, round.id, at);
    if (taken < round.capacity || overbook) return;
    const offered = {
      enrolmentId,
      roundId: round.id,
      state: 'open',
      answerBy: MoreThan(at),
    } as const;
    if (!(await em.existsBy(SeatOffer, offered))) throw new Refusal('full');
  }

  private async seat(
    em: Writer,
    { round }: LockedRound,
    enrolmentId: number,
    { actor, at }: Decision,
  ): Promise<void> {
    const accepted = { state: 'accepted', endedAt: at } as const;
    await em.update(SeatOffer, { enrolmentId, state: 'open' }, accepted);
    await em.update(Enrolment, { id: enrolmentId }, { state: 'confirmed', confirmedAt: at });
    await em.insert(EnrolmentEvent, { enrolmentId, state: 'confirmed', actor, at });
    await endWait(em, enrolmentId, at);
    await this.childCare.give(em, round, enrolmentId);
    await this.messages.place(em, enrolmentId, 'staff');
  }

  private inRound<T>(
    roundId: number,
    work: (em: Writer, locked: LockedRound) => Promise<T>,
  ): Promise<T> {
    return this.db.transaction(async (em) => {
      const locked = await lockRound(em, roundId);
      const result = await work(em, locked);
      await this.offers.offerNext(em, locked);
      return result;
    });
  }
}

/** @throws Refusal `full` when none is held there any more */
async function takeHeld(em: Writer, id: number, roundId: number): Promise<void> {
  const held = await em.findOneBy(HeldSeats, { id, roundId, releasedAt: IsNull() });
  if (!held || held.seats < 1) throw new Refusal('full');
  await em.update(HeldSeats, { id }, { seats: held.seats - 1 });
}
