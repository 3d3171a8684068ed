import { Page } from '../kernel/page.js';
import { LANGUAGES } from '../platform/config/settings.js';
import { submitButton, type Button } from '../platform/web/components/button.js';
import type { ErrorSummary } from '../platform/web/components/error-summary.js';
import type { Field } from '../platform/web/components/fields.js';
import { FormFields, type FormState } from '../platform/web/components/form-fields.js';
import type { Link } from '../platform/web/components/link.js';
import { signOutForm, type SignOut } from '../platform/web/components/sign-out.js';
import { summaryList, type SummaryList } from '../platform/web/components/summary-list.js';
import type { Locale } from '../platform/web/locale.js';
import type { OwnDetails } from './details.queries.js';
import { ownCodeField } from './sign-in.view.js';
import { onwardFrom } from './onward.view.js';

/** The forms of the page. */
export type DetailsForm = 'address' | 'phone' | 'mails' | 'ownCode' | 'noOwnCode';

/** One form of the page. */
interface FormPart {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly submit: Button;
}

/** `views/my-courses/details.hbs` */
interface DetailsModel {
  readonly title: string;
  readonly summary: ErrorSummary | null;
  readonly facts: SummaryList;
  readonly forms: readonly FormPart[];
  readonly onward: readonly Link[];
  readonly signOut: SignOut;
}

const BASE = '/mina-kurser/uppgifter';

/** A person's own details, each with the form that changes it. `sent` is the form that was sent. */
export function detailsPage(
  details: OwnDetails,
  locale: Locale,
  sent?: { readonly form: DetailsForm; readonly state: FormState },
): Page {
  const fieldsOf = (form: DetailsForm) =>
    new FormFields(locale, sent?.form === form ? sent.state : undefined);
  const submitted = fieldsOf(sent?.form ?? 'address');
  const use = (form: DetailsForm) => (sent?.form === form ? submitted : fieldsOf(form));
  const forms = [
    addressPart(use('address'), locale),
    phonePart(use('phone'), locale),
    mailsPart(sent?.form === 'mails' ? submitted : chosenMails(details, locale), locale),
    ownCodePart(use('ownCode'), details, locale),
    ...(details.hasOwnCode ? [noOwnCodePart(use('noOwnCode'), locale)] : []),
  ];
  const summary = sent ? submitted.summary() : null;
  const model: DetailsModel = {
    title: locale.t('mine:details.title'),
    facts: factsOf(details, locale),
    forms: sent && summary === null ? firstOf(forms, sent.form) : forms,
    onward: onwardFrom(locale.t('mine:details.title'), locale),
    signOut: signOutForm(locale),
    summary,
  };
  const invalid = model.summary !== null;
  const head = {
    title: model.title,
    section: 'mine',
    noStore: true,
    noIndex: true,
    invalid,
  } as const;
  return new Page('my-courses/details', head, model, invalid ? 422 : 200);
}

/** What was typed before a sign-in is looked for at the top. */
function firstOf(forms: readonly FormPart[], first: DetailsForm): readonly FormPart[] {
  const isFirst = ({ id }: FormPart) => id === `form-${first}`;
  return [...forms.filter(isFirst), ...forms.filter((form) => !isFirst(form))];
}

/** The number is shown by its end only: whoever reads the mailbox must not learn it here. */
function factsOf({ person, wantsMail, hasOwnCode }: OwnDetails, locale: Locale): SummaryList {
  const yes = locale.t(hasOwnCode ? 'mine:details.ownCodeSet' : 'mine:details.ownCodeNone');
  return summaryList([
    { label: locale.t('mine:details.name'), text: person.firstName },
    {
      label: locale.t('enrolments:form.email'),
      text: person.email ?? locale.t('mine:details.noEmail'),
      dir: 'ltr',
    },
    {
      label: locale.t('mine:details.facts.phone'),
      text:
        person.phone === null
          ? locale.t('mine:details.noPhone')
          : locale.t('mine:details.phoneEnds', { end: endOf(person.phone) }),
    },
    { label: locale.t('mine:details.language'), text: locale.languageName(person.language) },
    {
      label: locale.t('mine:details.facts.mails'),
      text: locale.t(wantsMail ? 'mine:details.mail.all' : 'mine:details.mail.none'),
    },
    { label: locale.t('mine:who.ownCode'), text: yes },
  ]);
}

/** The last two figures of a number. */
function endOf(phone: string): string {
  return phone.slice(-2);
}

function addressPart(fields: FormFields, locale: Locale): FormPart {
  return {
    ...part('address', '/adress', locale),
    fields: [
      fields.text({
        name: 'email',
        label: locale.t('mine:details.newAddress'),
        hint: locale.t('mine:details.newAddressHint'),
        type: 'email',
        inputmode: 'email',
        autocomplete: 'email',
        required: true,
      }),
      silentBox(fields, 'address', locale),
    ],
  };
}

function phonePart(fields: FormFields, locale: Locale): FormPart {
  return {
    ...part('phone', '/telefon', locale),
    fields: [
      fields.text({
        name: 'phone',
        label: locale.t('mine:details.newPhone'),
        hint: locale.t('enrolments:form.phoneHint'),
        type: 'tel',
        inputmode: 'tel',
        autocomplete: 'tel',
        width: 'medium',
      }),
      fields.checkbox({ name: 'remove', label: locale.t('mine:details.removePhone') }),
      silentBox(fields, 'phone', locale),
    ],
  };
}

function chosenMails({ person, wantsMail }: OwnDetails, locale: Locale): FormFields {
  const typed = { language: person.language, mail: wantsMail ? 'all' : 'none' };
  return new FormFields(locale, { typed, errors: {} });
}

function mailsPart(fields: FormFields, locale: Locale): FormPart {
  const choices = LANGUAGES.map((code) => ({ value: code, label: locale.languageName(code) }));
  return {
    ...part('mails', '/mejl', locale),
    fields: [
      fields.choices({
        name: 'language',
        label: locale.t('mine:details.mailLanguage'),
        type: 'radio',
        look: 'chips',
        choices,
      }),
      fields.choices({
        name: 'mail',
        label: locale.t('mine:details.facts.mails'),
        type: 'radio',
        choices: [
          { value: 'all', label: locale.t('mine:details.mail.all') },
          {
            value: 'none',
            label: locale.t('mine:details.mail.none'),
            hint: locale.t('mine:details.mail.noneHint'),
          },
        ],
      }),
      silentBox(fields, 'mails', locale),
    ],
  };
}

function ownCodePart(fields: FormFields, { hasOwnCode }: OwnDetails, locale: Locale): FormPart {
  const base = part('ownCode', '/egen-kod', locale);
  return {
    ...base,
    submit: hasOwnCode
      ? submitButton(locale.t('mine:details.ownCode.change'), { variant: 'secondary' })
      : base.submit,
    fields: [
      ownCodeField(fields, locale),
      fields.text({
        name: 'repeat',
        label: locale.t('mine:details.ownCode.repeat'),
        type: 'password',
        inputmode: 'numeric',
        autocomplete: 'off',
        width: 'short',
        required: true,
      }),
      silentBox(fields, 'own-code', locale),
    ],
  };
}

function noOwnCodePart(fields: FormFields, locale: Locale): FormPart {
  return {
    ...part('noOwnCode', '/egen-kod/bort', locale),
    fields: [silentBox(fields, 'no-own-code', locale)],
  };
}

function part(form: DetailsForm, path: string, locale: Locale): Omit<FormPart, 'fields'> {
  return {
    id: `form-${form}`,
    title: locale.t(`mine:details.${form}.title`),
    text: locale.t(`mine:details.${form}.text`),
    action: locale.href(`${BASE}${path}`),
    submit: submitButton(locale.t(`mine:details.${form}.submit`), { variant: 'secondary' }),
  };
}

/** "Skicka inget mejl om det här". */
function silentBox(fields: FormFields, id: string, locale: Locale): Field {
  const hint = locale.t('mine:details.silentHint');
  return fields.checkbox({
    ...{ name: 'silent', id: `silent-${id}` },
    ...{ label: locale.t('mine:details.silent'), hint },
  });
}
