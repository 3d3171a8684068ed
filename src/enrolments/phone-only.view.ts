import { submitButton, type Button } from '../platform/web/components/button.js';
import type { Locale } from '../platform/web/locale.js';

/** `views/enrolments/phone-only.hbs`: the form that makes it so. */
export interface PhoneOnlyPart {
  readonly action: string;
  readonly submit: Button;
}

/** "Ändra bara per telefon", on the page of a place. */
export function phoneOnlyPart(enrolmentId: number, locale: Locale): PhoneOnlyPart {
  return {
    action: locale.href(`/mina-kurser/${enrolmentId}/bara-telefon`),
    submit: submitButton(locale.t('mine:phoneOnly.submit'), { variant: 'secondary' }),
  };
}
