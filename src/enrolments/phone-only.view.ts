import { submitButton, type Button } from '../platform/web/components/button.js';
import { phoneSentence, type PhoneSentence } from '../platform/web/components/phone-sentence.js';
import type { Locale } from '../platform/web/locale.js';

/** `views/enrolments/phone-only.hbs`: a sentence where it is so, else the form that makes it so. */
export interface PhoneOnlyPart {
  readonly on: PhoneSentence | null;
  readonly action: string;
  readonly submit: Button;
}

/** "Ändra bara per telefon", on the page of a place. */
export function phoneOnlyPart(
  enrolmentId: number,
  isOn: boolean,
  locale: Locale,
  phone: string,
): PhoneOnlyPart {
  return {
    on: isOn ? phoneSentence(locale, 'mine:phoneOnly.on', phone) : null,
    action: locale.href(`/mina-kurser/${enrolmentId}/bara-telefon`),
    submit: submitButton(locale.t('mine:phoneOnly.submit'), { variant: 'secondary' }),
  };
}
