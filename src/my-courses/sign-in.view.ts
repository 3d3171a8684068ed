import { Page } from '../kernel/page.js';
import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import type { ErrorSummary } from '../platform/web/components/error-summary.js';
import type { TextField } from '../platform/web/components/fields.js';
import { FormFields, type FormState } from '../platform/web/components/form-fields.js';
import { notice, type Notice } from '../platform/web/components/notices.js';
import { phoneSentence, type PhoneSentence } from '../platform/web/components/phone-sentence.js';
import type { Locale } from '../platform/web/locale.js';
import type { SignInPerson } from './sign-in-people.service.js';

/** `views/my-courses/sign-in.hbs` */
interface AskModel {
  readonly title: string;
  readonly notice: Notice | null;
  readonly summary: ErrorSummary | null;
  readonly email: TextField;
  readonly submit: Button;
  readonly call: PhoneSentence;
}

/** `views/my-courses/code.hbs` */
interface CodeModel {
  readonly title: string;
  readonly notice: Notice | null;
  readonly summary: ErrorSummary | null;
  /** As it was typed: nothing tells whether anybody has it. */
  readonly address: string;
  readonly step: string;
  readonly code: TextField;
  readonly submit: Button;
  readonly again: Button;
  readonly call: PhoneSentence;
}

/** `views/my-courses/who.hbs`: whose places, or the own code of who it is. */
interface WhoModel {
  readonly title: string;
  readonly text: string;
  readonly summary: ErrorSummary | null;
  readonly step: string;
  readonly people: readonly Button[];
  readonly own: {
    readonly who: number;
    readonly code: TextField;
    readonly submit: Button;
    readonly forgotten: PhoneSentence;
  } | null;
}

const SPENT = ['mine:error.usedUp', 'mine:error.expired'] as const;
const AGAIN = { stale: 'mine:signIn.again', kept: 'mine:signIn.kept' } as const;
const HEAD = { section: 'mine', noStore: true, noIndex: true } as const;

/** Where a person says which address the link goes to, and why again when they have been signed in. */
export function askPage(
  locale: Locale,
  phone: string,
  again: 'stale' | 'kept' | null,
  state: FormState | null = null,
): Page {
  const fields = new FormFields(locale, state ?? undefined);
  const model: AskModel = {
    title: locale.t('mine:signIn.title'),
    notice: again === null ? null : notice('info', { text: locale.t(AGAIN[again]) }),
    email: fields.text({
      name: 'email',
      label: locale.t('enrolments:form.email'),
      hint: locale.t('mine:signIn.emailHint'),
      type: 'email',
      inputmode: 'email',
      autocomplete: 'email',
      required: true,
    }),
    submit: submitButton(locale.t('mine:signIn.submit')),
    call: phoneSentence(locale, 'mine:signIn.call', phone),
    summary: fields.summary(),
  };
  return pageOf('my-courses/sign-in', model);
}

/** Where the mailed code is typed, in the browser that asked. */
export function codePage(
  facts: {
    readonly address: string;
    readonly step: string;
    readonly late: boolean;
    readonly phone: string;
  },
  locale: Locale,
  state?: FormState,
): Page {
  const fields = new FormFields(locale, state);
  // No code can be typed any more: the way on is a new link.
  const isSpent = SPENT.some((words) => words === state?.errors['code']);
  const model: CodeModel = {
    title: locale.t('mine:code.title'),
    notice: facts.late ? notice('warning', { text: locale.t('mine:code.late') }) : null,
    address: facts.address,
    step: facts.step,
    code: fields.text({
      name: 'code',
      label: locale.t('enrolments:code.code'),
      hint: locale.t('enrolments:code.codeHint'),
      autocomplete: 'one-time-code',
      dir: 'ltr',
      width: 'medium',
      required: true,
    }),
    submit: submitButton(locale.t('mine:code.submit'), {
      variant: isSpent ? 'secondary' : 'primary',
    }),
    again: linkButton(
      locale.t('mine:code.again'),
      locale.href('/mina-kurser/logga-in'),
      isSpent ? 'primary' : 'secondary',
    ),
    call: phoneSentence(locale, 'mine:code.call', facts.phone),
    summary: fields.summary(),
  };
  return pageOf('my-courses/code', model);
}

/** Two adults share the mailbox: whose places? First names only, as each has given their own. */
export function whoPage(people: readonly SignInPerson[], step: string, locale: Locale): Page {
  const model: WhoModel = {
    title: locale.t('mine:who.title'),
    text: locale.t('mine:who.text'),
    summary: null,
    step,
    people: people.map(({ id, firstName }) =>
      submitButton(firstName, { variant: 'secondary', name: 'who', value: String(id) }),
    ),
    own: null,
  };
  return pageOf('my-courses/who', model);
}

/** Who is asked for a code of their own, and in which of the browser's steps. */
export interface AskedPerson {
  readonly who: number;
  readonly step: string;
}

/** Asks for the code that the person has chosen on top of the mailed one. */
export function ownCodePage(
  { who, step }: AskedPerson,
  phone: string,
  locale: Locale,
  state?: FormState,
): Page {
  const fields = new FormFields(locale, state);
  const code = ownCodeField(fields, locale);
  const model: WhoModel = {
    title: locale.t('mine:who.ownTitle'),
    text: locale.t('mine:who.ownText'),
    summary: fields.summary(),
    step,
    people: [],
    own: {
      who,
      code,
      submit: submitButton(locale.t('mine:code.submit')),
      forgotten: phoneSentence(locale, 'mine:who.forgotten', phone),
    },
  };
  return pageOf('my-courses/who', model);
}

/** The field for a code of one's own. */
export function ownCodeField(fields: FormFields, locale: Locale): TextField {
  return fields.text({
    name: 'ownCode',
    label: locale.t('mine:who.ownCode'),
    hint: locale.t('mine:who.ownCodeHint'),
    type: 'password',
    inputmode: 'numeric',
    autocomplete: 'off',
    width: 'short',
    required: true,
  });
}

function pageOf(
  view: string,
  model: { readonly title: string; readonly summary: ErrorSummary | null },
): Page {
  const invalid = model.summary !== null;
  return new Page(view, { ...HEAD, title: model.title, invalid }, model, invalid ? 422 : 200);
}
