import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Database, type Writer } from '../platform/database/database.js';
import { ChildCarePlaces } from './child-care-places.service.js';
import type { Actor } from './enrolment-event.entity.js';
import { OfferMessages } from './offer-messages.service.js';
import type { Ending } from './offers.mails.js';
import { refusePhoneOnly } from './phone-only.queries.js';
import { endPlace } from './place-end.writes.js';
import {
  lockOwnPlace,
  lockPlace,
  type LockedPlace,
  type LockedRound,
} from './round-lock.writes.js';
import { SeatOffers } from './seat-offers.service.js';

/** Whether the person gets a mail about it. */
interface Telling {
  readonly silent: boolean;
}

/** Gives a person's seat, or their place in the queue, to somebody else. */
@Injectable()
export class Cancellations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly offers: SeatOffers,
    private readonly messages: OfferMessages,
    private readonly childCare: ChildCarePlaces,
  ) {}

  /**
   * Before the start it frees the seat; after it, it ends the participation and keeps the attendance. The
   * seat goes to the next in the queue at once, as long as seats are offered. Doing it again does nothing.
   *
   * @throws NotFoundException when it is not the person's
   * @throws Refusal `phone-only`; `round-over` when the last meeting has been held
   */
  async cancel(enrolmentId: number, participantId: number, how: Telling): Promise<void> {
    await this.db.transaction(async (em) => {
      const place = await lockOwnPlace(em, enrolmentId, participantId);
      await refusePhoneOnly(em, enrolmentId);
      await this.end(em, place, 'person', how);
    });
  }

  /**
   * The same for somebody who calls, also where a place is changed by telephone only.
   * @throws NotFoundException; Refusal `round-over`
   */
  async byStaff(enrolmentId: number, staffId: number, how: Telling): Promise<void> {
    await this.db.transaction(async (em) => {
      await this.end(em, await lockPlace(em, enrolmentId), `staff:${staffId}`, how);
    });
  }

  private async end(
    em: Writer,
    locked: LockedPlace,
    actor: Actor,
    { silent }: Telling,
  ): Promise<void> {
    const { id, state } = locked.enrolment;
    if (state !== 'confirmed' && state !== 'waiting' && state !== 'review') return;
    const at = this.clock.now();
    const ending = endingOf(state, locked, at);
    await endPlace(em, id, { state: 'cancelled', actor, at });
    if (!silent) await this.messages.ended(em, id, ending);
    await this.childCare.passOn(em, locked.round);
    await this.offers.offerNext(em, locked);
  }
}

/** @throws Refusal `round-over` */
function endingOf(
  state: 'confirmed' | 'waiting' | 'review',
  { round, programme }: LockedRound,
  now: Date,
): Ending {
  if (state === 'review') return 'taken-back';
  if (state === 'waiting') return programme.admission === 'talk' ? 'taken-back' : 'left-queue';
  if (now >= round.endsAt) throw new Refusal('round-over');
  return now < round.startsAt ? 'cancelled' : 'left-course';
}
