import { confirmation, type Confirmation } from '../platform/web/components/notices.js';
import type { Locale } from '../platform/web/locale.js';
import type { OwnPlace } from './enrolments.queries.js';
import { offerOf } from './place-acts.view.js';

const HEADLINES = {
  seat: ['enrolments:place.seat', 'enrolments:place.seatText'],
  over: ['enrolments:place.over', 'enrolments:place.overText'],
  talk: ['talk:place.title', 'talk:place.text'],
  closed: ['offers:place.closedTitle', 'offers:place.closedText'],
  none: ['enrolments:place.cancelled', 'enrolments:place.cancelledText'],
} as const;

/** How the person stands, in one sentence; an offered seat comes before everything else. */
export function headline(place: OwnPlace, locale: Locale, now: Date): Confirmation {
  const { enrolment, standing, queueNumber, facts } = place;
  const reference = { label: locale.t('enrolments:place.reference'), value: enrolment.reference };
  const offer = offerOf(place, locale);
  if (offer !== null)
    return confirmation({
      title: locale.t('offers:offer.title'),
      text: offer.text,
      reference,
    });
  if (standing !== 'queue') {
    const over = standing === 'seat' && now >= facts.round.endsAt;
    const [title, text] = HEADLINES[over ? 'over' : standing];
    return confirmation({ title: locale.t(title), text: locale.t(text), reference });
  }
  const number = locale.t('enrolments:place.queueNumber', { number: queueNumber ?? '' });
  return confirmation({
    title: locale.t('enrolments:place.queue'),
    text: `${number}. ${locale.t('enrolments:place.queueText')}`,
    reference,
  });
}
