import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { randomToken, sha256 } from '../kernel/secret.js';
import type { Writer } from '../platform/database/database.js';
import { Outbox } from '../platform/mail/outbox.service.js';
import { Round } from '../rounds/round.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { OfferMessages } from './offer-messages.service.js';
import { offerKey, stayKey } from './offers.mails.js';
import { SeatOffer } from './seat-offer.entity.js';
import { StayQuestion } from './stay-question.entity.js';

/**
 * Offers and questions that lie open when a person becomes reached in another way: the links that have
 * been mailed die, and the person is told anew.
 */
@Injectable()
export class OfferRenewals {
  constructor(
    private readonly outbox: Outbox,
    private readonly messages: OfferMessages,
  ) {}

  /** Locks the rounds of a person's open offers. The first statement of what ends with {@link renew}. */
  async lock(em: Writer, participantId: number): Promise<void> {
    const places = await em.findBy(Enrolment, { participantId, state: 'waiting' });
    for (const roundId of places.map((place) => place.roundId).sort((a, b) => a - b))
      await em.lockRow(Round, roundId);
  }

  /** All of a person's; those of one enrolment when it is given. */
  async renew(em: Writer, participantId: number, enrolmentId?: number): Promise<void> {
    const places = await em.findBy(Enrolment, {
      participantId,
      state: 'waiting',
      ...(enrolmentId === undefined ? {} : { id: enrolmentId }),
    });
    const ids = In(places.map(({ id }) => id));
    for (const offer of await em.findBy(SeatOffer, { enrolmentId: ids, state: 'open' }))
      await this.renewOffer(em, offer);
    for (const question of await em.findBy(StayQuestion, { enrolmentId: ids, answer: IsNull() }))
      await this.renewQuestion(em, question, places);
  }

  private async renewOffer(em: Writer, offer: SeatOffer): Promise<void> {
    const token = randomToken();
    await em.update(SeatOffer, { id: offer.id }, { tokenHash: sha256(token) });
    if (offer.byPhone) return;
    await this.outbox.forgetKey(em, offerKey(offer.id));
    const told = await this.messages.offer(em, offer, token);
    if (told !== 'mail') await em.update(SeatOffer, { id: offer.id }, { byPhone: true });
  }

  private async renewQuestion(
    em: Writer,
    { id, enrolmentId }: StayQuestion,
    places: readonly Enrolment[],
  ): Promise<void> {
    const place = places.find((each) => each.id === enrolmentId);
    if (!place) return;
    const token = randomToken();
    await em.update(StayQuestion, { id }, { tokenHash: sha256(token) });
    await this.outbox.forgetKey(em, stayKey(id));
    await this.messages.stay(em, place, id, token);
  }
}
