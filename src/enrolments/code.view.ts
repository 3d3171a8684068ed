import { Page } from '../kernel/page.js';
import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import type { ErrorSummary } from '../platform/web/components/error-summary.js';
import type { TextField } from '../platform/web/components/fields.js';
import { FormFields, type FormState } from '../platform/web/components/form-fields.js';
import type { Link } from '../platform/web/components/link.js';
import { notice, type Notice } from '../platform/web/components/notices.js';
import { phoneSentence } from '../platform/web/components/phone-sentence.js';
import type { Locale } from '../platform/web/locale.js';
import type { OpenStep, RoundForForm } from './enrolments.queries.js';

/** What the page says at its top after a new mail was asked for; `step-over`: none could be. */
export type CodeNews = 'sent-again' | 'address-changed' | 'step-over';

interface CodeFacts {
  readonly found: RoundForForm;
  readonly step: OpenStep | null;
  /** Our mail server takes no mail to the address. */
  readonly unreached: boolean;
  /** The mail server cannot be reached. */
  readonly late: boolean;
  readonly news: CodeNews | null;
}

/** `views/enrolments/code.hbs` */
interface CodeModel {
  readonly title: string;
  readonly summary: ErrorSummary | null;
  readonly notice: Notice | null;
  /** Where the mail went; '' when the browser has lost its step. */
  readonly address: string;
  /** The mail did not get there, and will not. */
  readonly refused: boolean;
  readonly fields: readonly TextField[];
  readonly submit: Button;
  /** Null when the step is lost. */
  readonly change: {
    readonly open: boolean;
    readonly field: TextField;
    readonly submit: Button;
  } | null;
  readonly again: Button | null;
  readonly action: string;
  /** Which of the browser's enrolments the forms are about; '' when it has lost its step. */
  readonly step: string;
}

/** The page where the code is typed: the address it went to, a way to mend it, a way to get another. */
export function codePage(facts: CodeFacts, locale: Locale, state?: FormState): Page {
  const { found, step } = facts;
  const refused = isRefused(facts);
  const fields = new FormFields(locale, refused ? refusedState(facts, state) : state);
  const title = locale.t('enrolments:code.title');
  const code = codeField(fields, locale);
  const path = `/kurser/${found.programme.slug}/${found.round.slug}/anmalan/kod`;
  const model: CodeModel = {
    title,
    notice: noticeOf(facts, locale),
    address: step?.enrolment.email ?? '',
    refused,
    fields: step ? [code] : [addressField(fields, locale, 'email'), code],
    submit: submitButton(locale.t('enrolments:code.submit')),
    change: step ? changePart(facts, fields, locale, state) : null,
    again: step && !refused ? againButton(locale) : null,
    summary: fields.summary(),
    action: locale.href(path),
    step: step?.name ?? '',
  };
  const head = {
    title,
    section: 'courses',
    quickExit: found.programme.discreet,
    noStore: true,
    noIndex: true,
    invalid: model.summary !== null,
  } as const;
  // That an address was refused is nothing wrong with this request.
  return new Page('enrolments/code', head, model, state === undefined ? 200 : 422);
}

function isRefused({ step, unreached }: CodeFacts): boolean {
  return unreached || step?.mail === 'refused';
}

/** The address stands in its field to be mended, and what is wrong with it where all else is said. */
function refusedState(
  { step, unreached }: CodeFacts,
  state: FormState = { typed: {}, errors: {} },
): FormState {
  const email = unreached ? 'enrolments:error.emailUnreached' : 'enrolments:error.addressRefused';
  return {
    ...state,
    typed: { email: step?.enrolment.email ?? '', ...state.typed },
    errors: { email, ...state.errors },
  };
}

/**
 * What somebody reads who has typed the code and for whom the mailbox is not enough: nothing about the place,
 * not even whether it is new.
 */
export function donePage(locale: Locale, phone: string): Page {
  const title = locale.t('enrolments:done.title');
  const head = { title, quickExit: true, noStore: true, noIndex: true } as const;
  return new Page('enrolments/done', head, {
    title,
    call: phoneSentence(locale, 'enrolments:done.call', phone),
    onward: linkButton(locale.t('mine:list.title'), locale.href('/mina-kurser'), 'secondary'),
  });
}

function codeField(fields: FormFields, locale: Locale): TextField {
  return fields.text({
    name: 'code',
    label: locale.t('enrolments:code.code'),
    hint: locale.t('enrolments:code.codeHint'),
    autocomplete: 'one-time-code',
    dir: 'ltr',
    width: 'medium',
    required: true,
  });
}

function addressField(
  fields: FormFields,
  locale: Locale,
  label: 'email' | 'newAddress',
  help: Link | null = null,
): TextField {
  return fields.text({
    name: 'email',
    label: locale.t(label === 'email' ? 'enrolments:form.email' : 'enrolments:code.newAddress'),
    type: 'email',
    inputmode: 'email',
    autocomplete: 'email',
    required: true,
    help,
  });
}

function changePart(facts: CodeFacts, fields: FormFields, locale: Locale, state?: FormState) {
  const refused = isRefused(facts);
  const callMe = locale.href(`/ring-mig?omgang=${String(facts.found.round.id)}`);
  const help = refused ? { label: locale.t('enrolments:code.callMe'), href: callMe } : null;
  return {
    open: refused || state?.errors.email !== undefined,
    field: addressField(fields, locale, 'newAddress', help),
    submit: submitButton(locale.t('enrolments:code.changeAddress'), { variant: 'secondary' }),
  };
}

function againButton(locale: Locale): Button {
  return submitButton(locale.t('enrolments:code.again'), { variant: 'secondary' });
}

function noticeOf(facts: CodeFacts, locale: Locale): Notice | null {
  const { late, news } = facts;
  if (isRefused(facts)) return null;
  if (late) return notice('warning', { text: locale.t('enrolments:code.late') });
  if (news === 'sent-again') return notice('info', { text: locale.t('enrolments:code.sentAgain') });
  if (news === 'step-over')
    return notice('warning', { text: locale.t('enrolments:code.stepOver') });
  if (news === 'address-changed')
    return notice('success', { text: locale.t('enrolments:code.addressChanged') });
  return null;
}
