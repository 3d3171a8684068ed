import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';

import { CallTasks } from '../enrolments/call-tasks.service.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { isPhoneOnly } from '../enrolments/phone-only.queries.js';
import { placeFacts, type PlaceFacts } from '../enrolments/place-facts.queries.js';
import { Clock } from '../kernel/clock.js';
import { randomToken, sha256 } from '../kernel/secret.js';
import { refusersOfMail } from '../participants/contact-choices.service.js';
import { Config } from '../platform/config/config.js';
import type { Writer } from '../platform/database/database.js';
import { Outbox } from '../platform/mail/outbox.service.js';
import { Translations } from '../platform/web/translations.js';
import { ComingQuestion } from './coming-question.entity.js';
import { comingKey, comingMail } from './coming.mails.js';
import { toldFacts } from './meeting-facts.rules.js';

/** A question, and all that its mail says. */
export interface Asked {
  readonly question: ComingQuestion;
  readonly token: string;
  /** With its participant. */
  readonly enrolment: Enrolment;
  readonly place: PlaceFacts;
}

/** Brings the question "Are you coming?" to people: by mail, or by a call that staff make. */
@Injectable()
export class ComingLetters {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly tasks: CallTasks,
    private readonly translations: Translations,
    private readonly config: Config,
  ) {}

  /** The link acts, so it goes only where nobody else is known to read. */
  async tell(em: Writer, asked: Asked): Promise<void> {
    const { question, enrolment } = asked;
    const to = await addressOf(em, enrolment);
    if (to === null) await this.call(em, question.id, enrolment);
    else await this.mail(em, asked, to);
  }

  /** Who notes first that somebody is to be called puts them on the list. */
  async call(em: Writer, questionId: number, enrolment: Enrolment): Promise<void> {
    const { id: enrolmentId, participantId, roundId } = enrolment;
    const open = { id: questionId, answer: IsNull(), callAskedAt: IsNull() };
    const noted = await em.update(ComingQuestion, open, { callAskedAt: this.clock.now() });
    if (noted.affected !== 1) return;
    await this.tasks.add(em, { kind: 'coming', enrolmentId, participantId, roundId });
  }

  /**
   * The person is reached in another way from now on: the links that have been mailed die, also where the
   * answer was yes, and who has not answered is asked anew.
   */
  async renew(em: Writer, participantId: number): Promise<void> {
    const questions = await em.find(ComingQuestion, {
      where: {
        startsAt: MoreThan(this.clock.now()),
        enrolment: { participantId, state: 'confirmed' },
      },
      relations: { enrolment: { participant: true } },
      order: { id: 'ASC' },
    });
    for (const question of questions) {
      const { id, enrolment, answer, callAskedAt, startsAt } = question;
      const token = randomToken();
      await em.update(ComingQuestion, { id }, { tokenHash: sha256(token) });
      if (enrolment === undefined || answer !== null || callAskedAt !== null) continue;
      const place = await placeFacts(em, enrolment.roundId);
      if (place.round.startsAt.getTime() !== startsAt.getTime()) continue;
      await this.outbox.forgetKey(em, comingKey(id));
      await this.tell(em, { question, token, enrolment, place });
    }
  }

  private async mail(em: Writer, asked: Asked, to: string): Promise<void> {
    const { question, token, enrolment, place } = asked;
    const first = place.meetings.find(({ state }) => state === 'planned');
    if (!first) return;
    const locale = this.translations.localeOf(enrolment.language);
    const round = Object.assign(place.round, { programme: place.programme, venue: place.venue });
    const facts = {
      questionId: question.id,
      to,
      reference: enrolment.reference,
      date: first.date,
      startTime: first.startTime,
      endTime: first.endTime,
      href: `${this.config.baseUrl}/${locale.language}/kommer/${token}`,
      notAfter: question.startsAt,
      phone: this.config.supportPhone,
      ...toldFacts(round, place.leaders),
    };
    const message = comingMail(facts, locale);
    const { participantId: personId } = enrolment;
    await this.outbox.queue(em, personId === null ? message : { ...message, personId });
  }
}

/** Where the question may be mailed; null: staff call. */
async function addressOf(em: Writer, { id, participant }: Enrolment): Promise<string | null> {
  if (!participant || (await isPhoneOnly(em, id))) return null;
  const refuses = (await refusersOfMail(em, [participant.id])).has(participant.id);
  return refuses ? null : participant.email;
}
