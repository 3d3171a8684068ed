import { confirmation, type Confirmation } from '../platform/web/components/notices.js';
import type { Locale } from '../platform/web/locale.js';
import type { OwnPlace } from './enrolments.queries.js';
import { isEnded, offerOf } from './place-acts.view.js';

const HEADLINES = {
  seat: ['enrolments:place.seat', 'enrolments:place.seatText'],
  over: ['enrolments:place.over', 'enrolments:place.overText'],
  talk: ['talk:place.title', 'talk:place.text'],
  review: ['enrolments:place.review', 'enrolments:place.reviewText'],
  closed: ['offers:place.closedTitle', 'offers:place.closedText'],
  left: ['offers:outcome.left.title', 'enrolments:place.cancelledText'],
  removed: ['offers:outcome.left.title', 'offers:mail.ended.removed'],
  'not-placed': ['talk:place.endedTitle', 'talk:place.endedText'],
  none: ['enrolments:place.cancelled', 'enrolments:place.cancelledText'],
  'round-cancelled': ['enrolments:place.roundCancelled', 'enrolments:place.roundCancelledText'],
} as const;

/** How the person stands, in one sentence; an offered seat comes before everything else. */
export function headline(place: OwnPlace, locale: Locale, now: Date): Confirmation {
  const reference = {
    label: locale.t('enrolments:place.reference'),
    value: place.enrolment.reference,
  };
  const tone = isEnded(place, now) ? 'neutral' : 'success';
  const say = (title: string, text: string) => confirmation({ title, text, tone, reference });
  const offer = offerOf(place, locale);
  if (offer !== null) return say(locale.t('offers:offer.title'), offer.text);
  const which = whichOf(place, now);
  if (which !== 'queue') {
    const [title, text] = HEADLINES[which];
    return say(locale.t(title), locale.t(text));
  }
  const number = locale.t('enrolments:place.queueNumber', { number: place.queueNumber ?? '' });
  return say(
    locale.t('enrolments:place.queue'),
    `${number}. ${locale.t('enrolments:place.queueText')}`,
  );
}

function whichOf(
  { enrolment, standing, facts }: OwnPlace,
  now: Date,
): keyof typeof HEADLINES | 'queue' {
  const { round, programme } = facts;
  if (round.state === 'cancelled') return 'round-cancelled';
  if (standing === 'seat') return now >= round.endsAt ? 'over' : 'seat';
  if (standing === 'talk') return now >= round.endsAt ? 'not-placed' : 'talk';
  if (standing !== 'none') return standing;
  if (enrolment.state === 'lapsed') return 'removed';
  if (enrolment.confirmedAt !== null) return 'none';
  // Nobody who was never placed has had a place to cancel.
  return programme.admission === 'talk' ? 'not-placed' : 'left';
}
