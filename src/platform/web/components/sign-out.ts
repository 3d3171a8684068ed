import type { Locale } from '../locale.js';
import { submitButton, type Button } from './button.js';

/** `components/sign-out`: the form that signs a person out, on every page of their own. */
export interface SignOut {
  readonly action: string;
  readonly submit: Button;
}

/** Signs a person out of this browser. */
export function signOutForm(locale: Locale): SignOut {
  return {
    action: locale.href('/mina-kurser/logga-ut'),
    submit: submitButton(locale.t('components:account.signOut'), { variant: 'tertiary' }),
  };
}
