import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan } from 'typeorm';

import { randomToken, sha256 } from '../kernel/secret.js';
import type { Writer } from '../platform/database/database.js';
import { OutgoingMail } from '../platform/mail/outgoing-mail.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { CallTasks } from './call-tasks.service.js';
import { Enrolment } from './enrolment.entity.js';
import { OfferMessages } from './offer-messages.service.js';
import { offerKey } from './offers.mails.js';
import { endPlace } from './place-end.writes.js';
import { SeatOffer } from './seat-offer.entity.js';
import { MISSES_ALLOWED } from './seat-offer.rules.js';
import { StayQuestion } from './stay-question.entity.js';

/** What follows when nobody answered an offer in time. */
@Injectable()
export class LapsedOffers {
  constructor(
    private readonly messages: OfferMessages,
    private readonly tasks: CallTasks,
  ) {}

  /**
   * Notes the offers of a round whose time is over. Whoever had the mail is asked whether to stay in the
   * queue, and leaves it the second time. The caller holds the round's lock.
   */
  async end(em: Writer, { id: roundId, state }: Round, now: Date): Promise<void> {
    const over = await em.find(SeatOffer, {
      where: { roundId, state: 'open', answerBy: LessThanOrEqual(now) },
      order: { id: 'ASC' },
    });
    for (const offer of over) {
      if (state === 'cancelled') {
        await this.withdraw(em, offer, now);
        continue;
      }
      const missed = !offer.byPhone && (await wasMailed(em, offer));
      const ended = { state: 'lapsed', endedAt: now, seatFree: true, missed } as const;
      await em.update(SeatOffer, { id: offer.id }, ended);
      const enrolment = await em.findOneByOrFail(Enrolment, { id: offer.enrolmentId });
      if (missed) await this.afterMiss(em, enrolment, now);
      else await this.afterNoCall(em, offer, enrolment);
    }
  }

  /** There is no seat any more, and nothing to stay in the queue for. */
  private async withdraw(em: Writer, { id, enrolmentId }: SeatOffer, now: Date): Promise<void> {
    await em.update(SeatOffer, { id }, { state: 'withdrawn', endedAt: now });
    await this.tasks.settle(em, { kind: 'offer', enrolmentId });
  }

  private async afterMiss(em: Writer, enrolment: Enrolment, now: Date): Promise<void> {
    if ((await countMisses(em, enrolment)) > MISSES_ALLOWED) {
      await endPlace(em, enrolment.id, { state: 'lapsed', actor: 'time', at: now });
      await this.messages.removed(em, enrolment);
      return;
    }
    const token = randomToken();
    const question = await em.save(
      em.create(StayQuestion, {
        enrolmentId: enrolment.id,
        tokenHash: sha256(token),
        askedAt: now,
        answer: null,
        answeredAt: null,
      }),
    );
    await this.messages.stay(em, enrolment, question.id, token);
  }

  /** Nobody loses their place in the queue for a call or a mail that never came. */
  private async afterNoCall(em: Writer, offer: SeatOffer, enrolment: Enrolment): Promise<void> {
    const { roundId, participantId, id: enrolmentId } = enrolment;
    await this.tasks.settle(em, { kind: 'offer', enrolmentId });
    const note = offerKey(offer.id);
    await this.tasks.add(em, { kind: 'unreached', enrolmentId, participantId, roundId, note });
  }
}

async function wasMailed(em: Writer, offer: SeatOffer): Promise<boolean> {
  return em.existsBy(OutgoingMail, { dedupeKey: offerKey(offer.id), state: 'sent' });
}

/** Offers let pass in a row since the person asked for the place, or last said that they will stay. */
async function countMisses(em: Writer, { id, queuedAt }: Enrolment): Promise<number> {
  const [stayed] = await em.find(StayQuestion, {
    where: { enrolmentId: id, answer: 'yes' },
    order: { id: 'DESC' },
    take: 1,
  });
  const answeredAt = stayed?.answeredAt ?? queuedAt;
  const since = answeredAt > queuedAt ? answeredAt : queuedAt;
  return em.countBy(SeatOffer, { enrolmentId: id, missed: true, endedAt: MoreThan(since) });
}
