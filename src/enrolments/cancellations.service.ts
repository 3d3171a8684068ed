import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { ChildCarePlaces } from './child-care-places.service.js';
import { OfferMessages } from './offer-messages.service.js';
import type { Ending } from './offers.mails.js';
import { refusePhoneOnly } from './phone-only.queries.js';
import { endPlace } from './place-end.writes.js';
import { lockOwnPlace, type LockedRound } from './round-lock.writes.js';
import { SeatOffers } from './seat-offers.service.js';

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
  async cancel(
    enrolmentId: number,
    participantId: number,
    { silent }: { readonly silent: boolean },
  ): Promise<void> {
    await this.db.transaction(async (em) => {
      const locked = await lockOwnPlace(em, enrolmentId, participantId);
      await refusePhoneOnly(em, enrolmentId);
      const { state } = locked.enrolment;
      if (state !== 'confirmed' && state !== 'waiting') return;
      const at = this.clock.now();
      const ending = endingOf(state, locked, at);
      await endPlace(em, enrolmentId, { state: 'cancelled', actor: 'person', at });
      if (!silent) await this.messages.ended(em, enrolmentId, ending);
      await this.childCare.passOn(em, locked.round);
      await this.offers.offerNext(em, locked);
    });
  }
}

/** @throws Refusal `round-over` */
function endingOf(
  state: 'confirmed' | 'waiting',
  { round, programme }: LockedRound,
  now: Date,
): Ending {
  if (state === 'waiting') return programme.admission === 'talk' ? 'taken-back' : 'left-queue';
  if (now >= round.endsAt) throw new Refusal('round-over');
  return now < round.startsAt ? 'cancelled' : 'left-course';
}
