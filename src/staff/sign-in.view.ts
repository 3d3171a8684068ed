import { submitButton, type Button } from '../platform/web/components/button.js';
import type { ErrorSummary } from '../platform/web/components/error-summary.js';
import type { TextField } from '../platform/web/components/fields.js';
import { FormFields, type FormState } from '../platform/web/components/form-fields.js';
import type { Locale } from '../platform/web/locale.js';

/** `staff/sign-in`. */
export interface SignInPage {
  readonly title: string;
  readonly action: string;
  readonly summary: ErrorSummary | null;
  readonly email: TextField;
  readonly password: TextField;
  readonly submit: Button;
}

/** The sign-in page of staff; `next` is a safe path to go on to, or null. */
export function presentSignIn(locale: Locale, next: string | null, state?: FormState): SignInPage {
  const form = new FormFields(locale, state);
  const email = form.text({
    name: 'email',
    type: 'email',
    label: locale.t('staff:signIn.email'),
    autocomplete: 'username',
    required: true,
    width: 'medium',
  });
  const password = form.text({
    name: 'password',
    type: 'password',
    label: locale.t('staff:signIn.password'),
    autocomplete: 'current-password',
    required: true,
    width: 'medium',
  });
  return {
    title: locale.t('staff:signIn.title'),
    action: next === null ? '/logga-in' : `/logga-in?next=${encodeURIComponent(next)}`,
    summary: form.summary(),
    email,
    password,
    submit: submitButton(locale.t('staff:signIn.submit')),
  };
}
