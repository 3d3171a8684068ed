import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import type { Locale } from '../platform/web/locale.js';
import type { OwnPlace } from './enrolments.queries.js';

/** A seat that waits for the person's answer, on the page of their place. */
export interface PlaceOffer {
  readonly text: string;
  readonly action: string;
  readonly yes: Button;
  readonly no: Button;
}

/** The seat that is offered to the person; null when there is none to answer here. */
export function offerOf(
  { offer, enrolment, phoneOnly }: OwnPlace,
  locale: Locale,
): PlaceOffer | null {
  if (!offer || phoneOnly) return null;
  return {
    text: locale.t('offers:place.offered', { by: locale.moment(offer.answerBy) }),
    action: locale.href(`/mina-kurser/${enrolment.id}/erbjudande`),
    yes: submitButton(locale.t('offers:offer.yes'), { name: 'answer', value: 'yes' }),
    no: submitButton(locale.t('offers:offer.no'), {
      name: 'answer',
      value: 'no',
      variant: 'secondary',
    }),
  };
}

const CANCEL = {
  seat: 'offers:place.cancel',
  queue: 'offers:place.leaveQueue',
  talk: 'talk:place.takeBack',
  closed: null,
  none: null,
} as const;

/** The way to give the place up here; null when there is none to give. */
export function cancelButton(place: OwnPlace, locale: Locale, now: Date) {
  const { enrolment, standing, phoneOnly } = place;
  const { round } = place.facts;
  const label = CANCEL[standing];
  if (phoneOnly || label === null || round.state === 'cancelled') return null;
  if (standing === 'seat' && now >= round.endsAt) return null;
  const href = locale.href(`/mina-kurser/${enrolment.id}/avbokning`);
  return linkButton(locale.t(label), href, 'secondary');
}

/** For who waited until seats were offered no more: the next time, or another course. */
export function insteadOf({ enrolment, facts }: OwnPlace, locale: Locale): readonly Button[] {
  if (enrolment.state !== 'closed') return [];
  const list = locale.href(`/kurser/${facts.programme.slug}/intresse`);
  return [
    linkButton(locale.t('offers:place.nextTime'), list),
    linkButton(locale.t('offers:place.otherCourses'), locale.href('/kurser'), 'secondary'),
  ];
}
