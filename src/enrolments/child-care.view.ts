import { submitButton, type Button } from '../platform/web/components/button.js';
import { phoneSentence, type PhoneSentence } from '../platform/web/components/phone-sentence.js';
import type { Locale } from '../platform/web/locale.js';
import type { OwnPlace } from './enrolments.queries.js';

/** `views/enrolments/child-care.hbs`: the child care of a place. */
export interface ChildCarePart {
  readonly text: string;
  readonly children: string;
  /** What is not asked in any form. */
  readonly special: PhoneSentence;
  /** Null where the place is changed by telephone only. */
  readonly act: { readonly action: string; readonly submit: Button } | null;
}

/** Child care on the page of a place; null when there is none. */
export function childCarePart(
  place: OwnPlace,
  locale: Locale,
  phone: string,
): ChildCarePart | null {
  const { enrolment, childCare, phoneOnly } = place;
  const state = stateOf(place);
  if (state === null) return null;
  const number = childCare?.children ?? enrolment.childCareCount ?? 0;
  const ages = childCare?.ages ?? enrolment.childCareAges ?? '';
  const action = locale.href(`/mina-kurser/${enrolment.id}/barnpassning`);
  const label = locale.t(`care:place.${state}.submit`);
  return {
    text: locale.t(`care:place.${state}.text`),
    children: locale.t('care:place.children', { number, ages }),
    special: phoneSentence(locale, 'care:place.special', phone),
    act: phoneOnly ? null : { action, submit: submitButton(label, { variant: 'secondary' }) },
  };
}

/** `wanted`: who waits for a seat has asked for it. */
function stateOf({
  standing,
  enrolment,
  childCare,
  facts,
}: OwnPlace): 'given' | 'waiting' | 'wanted' | null {
  if (standing === 'seat')
    return childCare === null || childCare.state === 'ended' ? null : childCare.state;
  const asked = enrolment.childCareCount !== null && facts.round.childCareFromAge !== null;
  return asked && (standing === 'queue' || standing === 'talk') ? 'wanted' : null;
}
