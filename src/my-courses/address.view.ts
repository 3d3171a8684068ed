import { Page } from '../kernel/page.js';
import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import type { ErrorSummary } from '../platform/web/components/error-summary.js';
import type { TextField } from '../platform/web/components/fields.js';
import { FormFields, type FormState } from '../platform/web/components/form-fields.js';
import type { Locale } from '../platform/web/locale.js';

/** `views/my-courses/address.hbs` */
interface AddressModel {
  readonly title: string;
  readonly summary: ErrorSummary | null;
  readonly address: string;
  readonly unreached: boolean;
  readonly code: TextField;
  readonly action: string;
  readonly submit: Button;
  readonly back: Button;
}

interface AddressFacts {
  readonly address: string;
  /** No mail gets there. */
  readonly unreached: boolean;
}

/** Where the code is typed that proves a new address. */
export function addressPage(facts: AddressFacts, locale: Locale, state?: FormState): Page {
  const fields = new FormFields(locale, state);
  const code = fields.text({
    name: 'code',
    label: locale.t('enrolments:code.code'),
    hint: locale.t('enrolments:code.codeHint'),
    autocomplete: 'one-time-code',
    dir: 'ltr',
    width: 'medium',
    required: true,
  });
  const model: AddressModel = {
    title: locale.t('mine:address.title'),
    summary: fields.summary(),
    ...facts,
    code,
    action: locale.href('/mina-kurser/uppgifter/adress/kod'),
    submit: submitButton(locale.t('mine:address.submit')),
    back: linkButton(
      locale.t('mine:address.back'),
      locale.href('/mina-kurser/uppgifter'),
      'tertiary',
    ),
  };
  const invalid = model.summary !== null;
  const head = {
    title: model.title,
    section: 'mine',
    noStore: true,
    noIndex: true,
    invalid,
  } as const;
  return new Page('my-courses/address', head, model, invalid ? 422 : 200);
}
