import { Injectable } from '@nestjs/common';

import { plusHours } from '../kernel/instant.js';
import { Clock } from '../kernel/clock.js';
import { randomToken, sha256 } from '../kernel/secret.js';
import { Config } from '../platform/config/config.js';
import type { Writer } from '../platform/database/database.js';
import type { OutgoingMessage } from '../platform/mail/message.js';
import { CodeMails } from '../platform/mail/code-mails.service.js';
import { Outbox } from '../platform/mail/outbox.service.js';
import type { Locale } from '../platform/web/locale.js';
import { Translations } from '../platform/web/translations.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import type { Programme } from '../programmes/programme.entity.js';
import {
  capitalised,
  discreetTimeText,
  placeText,
  startText,
  weeklyText,
} from '../rounds/round-words.rules.js';
import type { Round } from '../rounds/round.entity.js';
import { inRound } from './interest-places.queries.js';
import { InterestCall, type InterestCallKind } from './interest-call.entity.js';
import { InterestLink, type InterestLinkKind } from './interest-link.entity.js';
import { Interest } from './interest.entity.js';
import { proveMail, roundMail, stayMail, type InterestMailFacts } from './interest.mails.js';

/** A link opened later than this after it was asked for only surprises. */
const PROOF_HOURS = 24;

/** A round with its programme and venue. */
export interface AnnouncedRound {
  readonly round: Round;
  readonly programme: Programme;
}

type Writes = (facts: InterestMailFacts, locale: Locale) => OutgoingMessage;

/** Writes to the people on the list; whoever has no mailbox becomes a task to call. */
@Injectable()
export class InterestLetters {
  constructor(
    private readonly clock: Clock,
    private readonly codes: CodeMails,
    private readonly outbox: Outbox,
    private readonly translations: Translations,
    private readonly config: Config,
  ) {}

  /** The link that proves the mailbox, in the caller's transaction; asked for from an IP address. */
  async prove(em: Writer, interest: Interest, from: string): Promise<void> {
    const notAfter = plusHours(this.clock.now(), PROOF_HOURS);
    const messages = await this.messages(em, [interest], 'prove', null, (facts, locale) =>
      proveMail({ ...facts, notAfter }, locale),
    );
    for (const message of messages) await this.codes.queue(em, message, from);
  }

  /** "Do you want to stay on the list?" */
  async askToStay(em: Writer, interests: readonly Interest[]): Promise<void> {
    await this.write(em, interests, 'stay', null, stayMail);
  }

  /** Tells of a round those who are not in it already. */
  async tellOf(
    em: Writer,
    interests: readonly Interest[],
    { round, programme }: AnnouncedRound,
  ): Promise<void> {
    const { showsFrom, enrolUntil: notAfter } = round;
    const isIn = await inRound(em, round.id);
    const others = interests.filter((interest) => !isIn(interest));
    await this.write(em, others, 'round', round.id, (facts, locale) =>
      roundMail(
        { ...facts, ...whenAndWhere(round, programme, locale), showsFrom, notAfter },
        locale,
      ),
    );
  }

  private async write(
    em: Writer,
    interests: readonly Interest[],
    kind: InterestCallKind,
    roundId: number | null,
    mail: Writes,
  ): Promise<void> {
    await this.outbox.queueAll(em, await this.messages(em, interests, kind, roundId, mail));
    const createdAt = this.clock.now();
    const called = interests.filter(({ email }) => email === null);
    const calls = called.map(({ id: interestId }) => ({ interestId, kind, roundId, createdAt }));
    if (calls.length > 0)
      await em.insert(
        InterestCall,
        calls.map((call) => ({ ...call, handledAt: null })),
      );
  }

  /** The mails to those who have a mailbox, each with a link of its own. */
  private async messages(
    em: Writer,
    interests: readonly Interest[],
    kind: InterestLinkKind,
    roundId: number | null,
    mail: Writes,
  ): Promise<OutgoingMessage[]> {
    const createdAt = this.clock.now();
    const mailed = interests.filter(({ email }) => email !== null);
    const tokens = mailed.map(() => randomToken());
    const links = await em.save(
      InterestLink,
      mailed.map(({ id: interestId }, index) => {
        const tokenHash = sha256(tokens[index] ?? '');
        return { interestId, kind, roundId, tokenHash, createdAt, sentAt: null, usedAt: null };
      }),
    );
    return mailed.map(({ email, language }, index) => {
      const locale = this.translations.localeOf(language);
      const href = `${this.config.baseUrl}/${locale.language}/intresse/${tokens[index] ?? ''}`;
      const facts = { linkId: links[index]?.id ?? 0, to: email ?? '', href };
      const phone = this.config.supportPhone;
      return mail({ ...facts, phone }, locale);
    });
  }
}

/** No more than the round's public page tells. */
function whenAndWhere(round: Round, programme: Programme, locale: Locale) {
  const { weekday, startTime, startsAt, form, venue, showPlace } = round;
  if (hidesDetails(programme))
    return { when: capitalised(locale, discreetTimeText(locale, round)), where: '' };
  const when = locale.t('rounds:time.from', {
    weekly: weeklyText(locale, weekday, startTime),
    start: startText(locale, startsAt),
  });
  const place = venue ? (showPlace ? venue.name : venue.district) : null;
  return {
    when: capitalised(locale, when),
    where: capitalised(locale, placeText(locale, form, place)),
  };
}
