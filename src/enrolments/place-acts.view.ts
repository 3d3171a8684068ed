import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import { checkbox, type Checkbox } from '../platform/web/components/fields.js';
import type { Locale } from '../platform/web/locale.js';
import type { OwnPlace } from './enrolments.queries.js';

/** A seat that waits for the person's answer, on the page of their place. */
export interface PlaceOffer {
  readonly text: string;
  readonly action: string;
  readonly silent: Checkbox;
  readonly yes: Button;
  readonly no: Button;
}

/** Whether nothing is left of a place to use, to wait for or to change. */
export function isEnded({ standing, facts }: OwnPlace, now: Date): boolean {
  const { round } = facts;
  if (round.state === 'cancelled' || standing === 'closed' || standing === 'none') return true;
  return (standing === 'seat' || standing === 'talk') && now >= round.endsAt;
}

/** The seat that is offered to the person; null when there is none to answer here. */
export function offerOf(
  { offer, enrolment, phoneOnly, facts }: OwnPlace,
  locale: Locale,
): PlaceOffer | null {
  if (!offer || phoneOnly || facts.round.state === 'cancelled') return null;
  return {
    text: locale.t('offers:place.offered', { by: locale.moment(offer.answerBy) }),
    action: locale.href(`/mina-kurser/${enrolment.id}/erbjudande`),
    silent: silentBox(locale),
    yes: submitButton(locale.t('offers:offer.yes'), { name: 'answer', value: 'yes' }),
    no: submitButton(locale.t('offers:offer.no'), {
      name: 'answer',
      value: 'no',
      variant: 'secondary',
    }),
  };
}

/** For what can be done without leaving a mail: the receipt is on the screen. */
export function silentBox(locale: Locale): Checkbox {
  return checkbox({
    name: 'silent',
    label: locale.t('offers:cancel.silent'),
    hint: locale.t('offers:cancel.silentHint'),
  });
}

const CANCEL = {
  seat: 'offers:place.cancel',
  queue: 'offers:place.leaveQueue',
  talk: 'talk:place.takeBack',
  review: 'talk:place.takeBack',
  closed: null,
  none: null,
} as const;

/** The way to give the place up here; null when there is none to give. */
export function cancelButton(place: OwnPlace, locale: Locale, now: Date) {
  const label = CANCEL[place.standing];
  if (place.phoneOnly || label === null || isEnded(place, now)) return null;
  const href = locale.href(`/mina-kurser/${place.enrolment.id}/avbokning`);
  return linkButton(locale.t(label), href, 'secondary');
}

/** A way on where a place has ended; who waited in vain can hear of the next time. */
export function insteadOf(place: OwnPlace, locale: Locale, now: Date): readonly Button[] {
  if (!isEnded(place, now)) return [];
  const others = linkButton(
    locale.t('offers:place.otherCourses'),
    locale.href('/kurser'),
    'secondary',
  );
  if (place.standing !== 'closed') return [others];
  const list = locale.href(`/kurser/${place.facts.programme.slug}/intresse`);
  return [linkButton(locale.t('offers:place.nextTime'), list), others];
}
