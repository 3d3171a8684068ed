import type { MailFooter, Unaddressed } from '../platform/mail/message.js';
import type { Locale } from '../platform/web/locale.js';
import { placeLines, referenceLine, type PlaceLine } from './enrolments.mails.js';
import type { PlaceFacts } from './place-facts.queries.js';

/** The kinds of mail about an offered or ended seat. */
export const OFFER_MAIL = 'seat-offer';
export const STAY_MAIL = 'stay-question';
export const ENDED_MAIL = 'place-ended';

/** Names an offer's mail for ever; the state of the mail tells whether the person was reached. */
export function offerKey(offerId: number): string {
  return `${OFFER_MAIL}:${offerId}`;
}

/** Names the mail of a question for ever. */
export function stayKey(questionId: number): string {
  return `${STAY_MAIL}:${questionId}`;
}

/** What every one of these mails tells. */
interface Common {
  readonly reference: string;
  readonly phone: string;
}

interface OfferMailFacts extends Common {
  readonly offerId: number;
  readonly place: PlaceFacts;
  readonly answerBy: Date;
  /** The page with yes and no. */
  readonly href: string;
}

/** "A seat has come free for you": when, where, until when to answer, and the link that does. */
export function offerMail(facts: OfferMailFacts, locale: Locale): Unaddressed {
  const by = locale.moment(facts.answerBy);
  return {
    ...mail(facts, locale, {
      intro: locale.t('offers:mail.offer.intro', { by }),
      facts: placeLines({ ...facts, seated: false }, locale),
      action: { href: facts.href, label: locale.t('offers:mail.offer.link') },
    }),
    kind: OFFER_MAIL,
    dedupeKey: offerKey(facts.offerId),
    subjectId: facts.offerId,
    secret: true,
    notAfter: facts.answerBy,
  };
}

interface StayMailFacts extends Common {
  readonly questionId: number;
  readonly href: string;
}

/** "Vill du stå kvar?", for whoever did not answer. */
export function stayMail(facts: StayMailFacts, locale: Locale): Unaddressed {
  return {
    ...mail(facts, locale, {
      intro: locale.t('offers:mail.stay.intro'),
      facts: [referenceLine(facts.reference, locale)],
      action: { href: facts.href, label: locale.t('offers:mail.stay.link') },
    }),
    kind: STAY_MAIL,
    dedupeKey: stayKey(facts.questionId),
    subjectId: facts.questionId,
    secret: true,
  };
}

/** How a seat or a wait ended. */
export type Ending =
  | 'declined'
  | 'cancelled'
  | 'left-queue'
  | 'left-course'
  | 'removed'
  | 'closed'
  /** An application that was to be talked about, ended by the person or by staff. */
  | 'taken-back'
  | 'not-placed';

interface EndedMailFacts extends Common {
  readonly enrolmentId: number;
  readonly ending: Ending;
  /** Makes the key: the same end is told once. */
  readonly at: Date;
  /** The page that says what can be done instead; null when nothing needs to be. */
  readonly href?: string | null;
}

/** The receipt of an end: the seat is cancelled, the person is off the list. */
export function endedMail(facts: EndedMailFacts, locale: Locale): Unaddressed {
  const { enrolmentId, ending, at, href = null } = facts;
  return {
    ...mail(facts, locale, {
      intro: locale.t(`offers:mail.ended.${ending}`),
      facts: [referenceLine(facts.reference, locale)],
      action: href === null ? null : { href, label: locale.t('offers:mail.closedLink') },
    }),
    kind: ENDED_MAIL,
    dedupeKey: `${ENDED_MAIL}:${enrolmentId}:${ending}:${at.toISOString()}`,
    subjectId: enrolmentId,
  };
}

interface Model {
  readonly intro: string;
  readonly facts: readonly PlaceLine[];
  readonly action: { readonly href: string; readonly label: string } | null;
}

function mail({ phone }: Common, locale: Locale, model: Model) {
  const footer: MailFooter = { fewer: locale.t('enrolments:mail.fewer'), phone };
  return {
    language: locale.language,
    subject: locale.t('enrolments:mail.subject'),
    template: 'offers/offer',
    footer,
    model,
  };
}
