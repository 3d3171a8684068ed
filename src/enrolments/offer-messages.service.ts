import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import type { Writer } from '../platform/database/database.js';
import type { Locale } from '../platform/web/locale.js';
import { Translations } from '../platform/web/translations.js';
import { Participant } from '../participants/participant.entity.js';
import { ChildCare } from './child-care.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { standingOf } from './enrolment-words.rules.js';
import { placeMail, type MailedStanding } from './enrolments.mails.js';
import { endedMail, offerKey, offerMail, stayMail, type Ending } from './offers.mails.js';
import { PersonMail, type ToldBy } from './person-mail.service.js';
import { placeFacts, type PlaceFacts } from './place-facts.queries.js';
import { queueNumber } from './queue.queries.js';
import type { SeatOffer } from './seat-offer.entity.js';

/** Tells people what becomes of their seat, by mail or by a call that staff make. */
@Injectable()
export class OfferMessages {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly translations: Translations,
    private readonly mails: PersonMail,
  ) {}

  /** A seat to say yes or no to. */
  async offer(em: Writer, offer: SeatOffer, token: string): Promise<ToldBy> {
    const { id: offerId, answerBy, enrolmentId, roundId } = offer;
    const { person, locale, common } = await this.about(em, enrolmentId);
    const place = await this.coming(em, roundId);
    const href = this.href(locale, `/erbjudande/${token}`);
    const message = offerMail({ ...common, offerId, place, answerBy, href }, locale);
    const task = { enrolmentId, roundId, note: offerKey(offerId), callBefore: answerBy };
    return this.mails.queue(em, person, message, 'offer', task);
  }

  /** "Vill du stå kvar?" */
  async stay(em: Writer, { id }: Enrolment, questionId: number, token: string): Promise<void> {
    const { person, locale, common, task } = await this.about(em, id);
    const href = this.href(locale, `/erbjudande/${token}`);
    const message = stayMail({ ...common, questionId, href }, locale);
    await this.mails.queue(em, person, message, 'place', task);
  }

  /** The seat or the place in the queue that the person has got. */
  async place(em: Writer, enrolmentId: number, by: 'self' | 'staff' = 'self'): Promise<void> {
    const { person, locale, common, enrolment, task } = await this.about(em, enrolmentId);
    const since = this.clock.now();
    const place = await this.coming(em, enrolment.roundId);
    const message = placeMail(
      {
        ...common,
        enrolmentId,
        standing: await this.standing(em, enrolment, place),
        care: (await em.findOneBy(ChildCare, { enrolmentId }))?.state ?? null,
        place,
        href: this.href(locale, `/mina-kurser/${enrolmentId}`),
        since,
      },
      locale,
    );
    await this.mails.queue(em, person, message, by === 'staff' ? 'place' : null, task);
  }

  private async standing(
    em: Writer,
    enrolment: Enrolment,
    { programme }: PlaceFacts,
  ): Promise<MailedStanding> {
    const kind = standingOf(enrolment.state, programme.admission);
    if (kind === 'queue')
      return { kind, number: await queueNumber(em, enrolment, this.clock.now()) };
    if (kind === 'seat' || kind === 'talk') return { kind };
    throw new Error(`No mail about a place tells of one that is ${enrolment.state}`);
  }

  /** The receipt of what the person has done themselves. */
  async ended(em: Writer, enrolmentId: number, ending: Ending): Promise<void> {
    const { person, locale, common } = await this.about(em, enrolmentId);
    const message = endedMail({ ...common, enrolmentId, ending, at: this.clock.now() }, locale);
    await this.mails.queue(em, person, message, null);
  }

  /** Off the list because nothing was answered twice. */
  async removed(em: Writer, { id: enrolmentId }: Enrolment): Promise<void> {
    await this.endedByOthers(em, enrolmentId, 'removed');
  }

  /** No seat after the talk. */
  async notPlaced(em: Writer, enrolmentId: number): Promise<void> {
    await this.endedByOthers(em, enrolmentId, 'not-placed');
  }

  private async endedByOthers(em: Writer, enrolmentId: number, ending: Ending): Promise<void> {
    const { person, locale, common, task } = await this.about(em, enrolmentId);
    const facts = { ...common, enrolmentId, ending, at: this.clock.now() };
    await this.mails.queue(em, person, endedMail(facts, locale), 'place', task);
  }

  /** No seat came free for who waited; the page of their place says what they can do. */
  async closed(em: Writer, enrolmentId: number): Promise<void> {
    const { person, locale, common, task } = await this.about(em, enrolmentId);
    const href = this.href(locale, `/mina-kurser/${enrolmentId}`);
    const facts = { ...common, enrolmentId, ending: 'closed', at: this.clock.now(), href } as const;
    await this.mails.queue(em, person, endedMail(facts, locale), 'place', task);
  }

  private async about(em: Writer, enrolmentId: number) {
    const enrolment = await em.findOneByOrFail(Enrolment, { id: enrolmentId });
    const { participantId, reference, roundId } = enrolment;
    const { id: person, language } = await em.findOneByOrFail(Participant, {
      id: participantId ?? 0,
    });
    return {
      enrolment,
      person,
      locale: this.translations.localeOf(language),
      common: { reference, phone: this.config.supportPhone },
      task: { enrolmentId, roundId },
    };
  }

  /** The round as it is from here on: the first meeting told is the next one. */
  private async coming(em: Writer, roundId: number): Promise<PlaceFacts> {
    const facts = await placeFacts(em, roundId);
    const now = this.clock.now();
    return { ...facts, meetings: facts.meetings.filter(({ endsAt }) => endsAt > now) };
  }

  private href(locale: Locale, path: string): string {
    return `${this.config.baseUrl}${locale.href(path)}`;
  }
}
