import { timeOfDayAt } from '../kernel/instant.js';
import { shownCode } from '../kernel/secret.js';
import type { MailFooter, OutgoingMessage, Unaddressed } from '../platform/mail/message.js';
import type { Locale } from '../platform/web/locale.js';
import { hidesDetails, type Discretion } from '../programmes/programme.rules.js';
import type { ChildCareState } from './child-care.rules.js';
import type { PlaceFacts } from './place-facts.queries.js';
import { placeLine } from './place-words.view.js';

/** The kinds of mail about an enrolment. */
export const CODE_MAIL = 'enrolment-code';
export const PLACE_MAIL = 'enrolment-place';
export const NUDGE_MAIL = 'enrolment-nudge';

interface CodeFacts {
  readonly proofId: number;
  readonly to: string;
  readonly code: string;
  readonly href: string;
  readonly reference: string;
  /** The person has a place or stands in the queue already: the page said nothing, the mail does. */
  readonly alreadyEnrolled: boolean;
  /** The address is known under another first name. */
  readonly anotherAdult: boolean;
  readonly phone: string;
  readonly notAfter: Date;
}

/** Code and link that prove the mailbox. Names neither the course nor the person. */
export function codeMail(facts: CodeFacts, locale: Locale): OutgoingMessage {
  const { alreadyEnrolled, anotherAdult, code, href, reference } = facts;
  const intro = alreadyEnrolled ? 'enrolments:mail.code.already' : 'enrolments:mail.code.intro';
  return {
    kind: CODE_MAIL,
    dedupeKey: `${CODE_MAIL}:${facts.proofId}`,
    subjectId: facts.proofId,
    to: facts.to,
    language: locale.language,
    subject: locale.t('enrolments:mail.subject'),
    template: 'enrolments/code',
    secret: true,
    notAfter: facts.notAfter,
    footer: footer(locale, facts.phone),
    model: {
      intro: locale.t(intro),
      another: anotherAdult ? locale.t('enrolments:mail.code.anotherAdult') : '',
      code: shownCode(code),
      action: alreadyEnrolled ? null : { href, label: locale.t('enrolments:mail.code.link') },
      reference,
    },
  };
}

/** A hold is spoken of once. */
export function nudgeKey(enrolmentId: number): string {
  return `${NUDGE_MAIL}:${enrolmentId}`;
}

interface NudgeFacts {
  readonly enrolmentId: number;
  readonly to: string;
  readonly heldUntil: Date;
  readonly reference: string;
  readonly phone: string;
}

/** The seat waits for the code that was mailed before. Holds no code and no link: those are there. */
export function nudgeMail(facts: NudgeFacts, locale: Locale): OutgoingMessage {
  const until = locale.time(timeOfDayAt(facts.heldUntil));
  return {
    kind: NUDGE_MAIL,
    dedupeKey: nudgeKey(facts.enrolmentId),
    subjectId: facts.enrolmentId,
    to: facts.to,
    language: locale.language,
    subject: locale.t('enrolments:mail.subject'),
    template: 'enrolments/nudge',
    notAfter: facts.heldUntil,
    footer: footer(locale, facts.phone),
    model: { intro: locale.t('enrolments:mail.nudge', { until }), reference: facts.reference },
  };
}

/** What a mail says that a person has; the number in the queue is 1 for the first. */
export type MailedStanding =
  | { readonly kind: 'seat' }
  | { readonly kind: 'talk' }
  | { readonly kind: 'queue'; readonly number: number };

interface PlaceMailFacts {
  readonly enrolmentId: number;
  readonly reference: string;
  readonly standing: MailedStanding;
  /** What became of the child care with the seat; null: none was asked for. */
  readonly care: ChildCareState | null;
  readonly place: PlaceFacts;
  /** The person's own page about the place; opens only after signing in. */
  readonly href: string;
  readonly phone: string;
  /** Makes the key: the same change of state is told once. */
  readonly since: Date;
}

/**
 * "You have a seat", "you stand in the queue" or "we call you": day, time and place, never the course. To
 * whoever is called first it tells neither, because the group is settled in the talk, and in the queue of a
 * discreet programme neither.
 */
export function placeMail(facts: PlaceMailFacts, locale: Locale): Unaddressed {
  const { standing } = facts;
  const seated = standing.kind === 'seat';
  return {
    kind: PLACE_MAIL,
    dedupeKey: `${PLACE_MAIL}:${facts.enrolmentId}:${standing.kind}:${facts.since.toISOString()}`,
    subjectId: facts.enrolmentId,
    language: locale.language,
    subject: locale.t('enrolments:mail.subject'),
    template: 'enrolments/place',
    footer: footer(locale, facts.phone),
    model: {
      intro:
        standing.kind === 'queue'
          ? locale.t('enrolments:mail.place.queue', { number: standing.number })
          : locale.t(`enrolments:mail.place.${standing.kind}`),
      care: careSentence(seated ? facts.care : null, locale),
      facts: tellsNoTime(standing, facts.place.programme)
        ? [referenceLine(facts.reference, locale)]
        : placeLines({ ...facts, seated }, locale),
      action: { href: facts.href, label: locale.t('enrolments:mail.place.link') },
    },
  };
}

/** Whoever has no seat is told no more of a round than everybody. */
function tellsNoTime({ kind }: MailedStanding, programme: Discretion): boolean {
  return kind === 'talk' || (kind === 'queue' && hidesDetails(programme));
}

/** That the page has something to read about child care, and not what; '' when there is nothing. */
function careSentence(state: ChildCareState | null, locale: Locale): string {
  return state === null || state === 'ended' ? '' : locale.t('care:mail');
}

/** One fact of a mail. */
export interface PlaceLine {
  readonly label: string;
  readonly value: string;
}

/**
 * What of the place a mail may hold: a discreet programme hides the place. The
 * first meeting is the first planned one of `place.meetings`.
 */
export function placeLines(
  facts: { readonly place: PlaceFacts; readonly reference: string; readonly seated: boolean },
  locale: Locale,
): readonly PlaceLine[] {
  const { place, reference, seated } = facts;
  const first = place.meetings.find((meeting) => meeting.state === 'planned');
  const lines: PlaceLine[] = [];
  const add = (label: Parameters<Locale['t']>[0], value: string) =>
    lines.push({ label: locale.t(label), value });
  if (first) {
    const time = locale.timeSpan(first.startTime, first.endTime);
    add('enrolments:place.firstTime', `${locale.longDate(first.date)} ${time}`);
  }
  // Where to go only when there is a seat: a tired reader would come.
  if (seated && !place.programme.discreet) {
    const where = placeLine(place, locale);
    if (where !== '') add('enrolments:place.where', where);
    if (place.leaders.length > 0) add('enrolments:place.leaders', locale.list(place.leaders));
  }
  return [...lines, referenceLine(reference, locale)];
}

/** What names the enrolment on the telephone. */
export function referenceLine(reference: string, locale: Locale): PlaceLine {
  return { label: locale.t('enrolments:place.reference'), value: reference };
}

function footer(locale: Locale, phone: string): MailFooter {
  return { fewer: locale.t('enrolments:mail.fewer'), phone };
}
