import { civilDateAt } from '../kernel/instant.js';
import { Page } from '../kernel/page.js';
import type { Refusal } from '../kernel/refusal.js';
import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import type { ErrorSummary } from '../platform/web/components/error-summary.js';
import type { Field } from '../platform/web/components/fields.js';
import { FormFields, type FormState } from '../platform/web/components/form-fields.js';
import { notice, type Notice } from '../platform/web/components/notices.js';
import { phoneSentence, type PhoneSentence } from '../platform/web/components/phone-sentence.js';
import { textIn } from '../platform/text/texts.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import {
  capitalised,
  discreetTimeText,
  startText,
  weeklyText,
} from '../rounds/round-words.rules.js';
import type { Locale } from '../platform/web/locale.js';
import { enrolFields } from './enrol-fields.view.js';
import { closedBecause, type Closed } from './enrolment-window.rules.js';
import type { RoundForForm } from './enrolments.queries.js';
import { placeBy, placeNewcomer, type PlacingByAdmission } from './place-allocation.rules.js';

/** A form that came back: what was typed, and what was wrong or in the way. */
export interface FormAttempt extends FormState {
  readonly refusal?: Refusal;
}

interface Office {
  readonly organisation: string;
  readonly supportPhone: string;
}

/** `views/enrolments/enrol.hbs` */
interface EnrolModel {
  readonly heading: string;
  /** Which round it is: "Våren på Väven · tisdagar 17.30 · start 19 januari". */
  readonly which: string;
  readonly summary: ErrorSummary | null;
  readonly notice: Notice | null;
  /** Null when nobody can enrol and nothing has been typed. */
  readonly form: {
    readonly id: string;
    readonly fields: readonly Field[];
    readonly submit: Button | null;
  } | null;
  readonly queue: boolean;
  readonly ways: readonly Button[];
  readonly protectedIdentity: PhoneSentence;
  readonly privacy: string;
  readonly privacyHref: string;
}

const FORM_ID = 'anmalan';

/** The form in all its states: new, with errors, full, closed. */
export function enrolPage(
  found: RoundForForm,
  locale: Locale,
  office: Office,
  now: Date,
  attempt?: FormAttempt,
): Page {
  const { round, programme } = found;
  const closed = closedBecause(round, now);
  const placing = placeBy(programme.admission, () => placeNewcomer(found.seats));
  const queue = placing === 'queue';
  const fields = new FormFields(locale, attempt);
  const { name } = textIn(found.programmeTexts, locale.language);
  const built =
    closed !== null && attempt === undefined ? null : enrolFields(found, locale, fields);
  const submit = queue ? 'enrolments:form.submitQueue' : 'enrolments:form.submit';
  const summary = summaryOf(fields, locale, office, attempt);
  const model: EnrolModel = {
    heading: locale.t('enrolments:form.heading', { course: name }),
    which: whichRound(found, locale),
    summary,
    notice: noticeOf(found, closed, placing, locale, attempt),
    form: built && {
      id: FORM_ID,
      fields: built,
      submit: closed === null ? submitButton(locale.t(submit)) : null,
    },
    queue,
    ways: closed === null ? [] : waysOn(locale),
    protectedIdentity: phoneSentence(locale, 'enrolments:form.protected', office.supportPhone),
    privacy: locale.t('enrolments:form.privacy', { organisation: office.organisation }),
    privacyHref: locale.href('/om/personuppgifter'),
  };
  const head = headOf(found, locale, summary !== null);
  // Only a form that is there can be sent along by the language switch.
  const pageHead = built === null ? head : { ...head, formId: FORM_ID };
  return new Page('enrolments/enrol', pageHead, model, statusOf(attempt));
}

function whichRound({ round, programme, roundTexts }: RoundForForm, locale: Locale): string {
  const { label, language } = textIn(roundTexts, locale.language);
  const when = hidesDetails(programme)
    ? [discreetTimeText(locale, round)]
    : [weeklyText(locale, round.weekday, round.startTime), startText(locale, round.startsAt)];
  // A label in another language would need a mark of its own; day and start are enough without it.
  const parts = language === locale.language ? [label, ...when] : when;
  return capitalised(locale, parts.join(' · '));
}

function statusOf(attempt: FormAttempt | undefined): number {
  if (attempt === undefined) return 200;
  return attempt.refusal || Object.keys(attempt.errors).length > 0 ? 422 : 200;
}

function headOf(found: RoundForForm, locale: Locale, invalid: boolean) {
  const { programme, round, programmeTexts } = found;
  const { name, language: lang } = textIn(programmeTexts, locale.language);
  const title = locale.t('enrolments:form.title');
  const programmeHref = locale.href(`/kurser/${programme.slug}`);
  return {
    title,
    section: 'courses',
    quickExit: programme.discreet,
    noStore: programme.discreet,
    noIndex: true,
    invalid,
    breadcrumbs: [
      { label: locale.t('components:menu.courses'), href: locale.href('/kurser') },
      { label: name, lang, href: `${programmeHref}/${round.slug}` },
      { label: title, href: '' },
    ],
  } as const;
}

/** Everything wrong in the fields, or the one reason why the whole form was refused. */
function summaryOf(
  fields: FormFields,
  locale: Locale,
  office: Office,
  attempt?: FormAttempt,
): ErrorSummary | null {
  if (attempt?.refusal?.code === 'too-many') {
    const text = locale.t('enrolments:error.tooMany', { phone: office.supportPhone });
    return { errors: [{ field: '', text }] };
  }
  return fields.summary();
}

function noticeOf(
  { round }: RoundForForm,
  closed: Closed | null,
  placing: PlacingByAdmission,
  locale: Locale,
  attempt?: FormAttempt,
): Notice | null {
  if (closed !== null) {
    const opens = round.enrolFrom ? locale.longDate(civilDateAt(round.enrolFrom)) : '';
    const text = locale.t(`enrolments:closed.${closed}.text`, { date: opens });
    const kept = attempt ? ` ${locale.t('enrolments:closed.kept')}` : '';
    return notice('warning', {
      title: locale.t(`enrolments:closed.${closed}.title`),
      text: text + kept,
    });
  }
  if (placing === 'talk') {
    const title = locale.t('talk:form.notice.title');
    return notice('info', { title, text: locale.t('talk:form.notice.text') });
  }
  if (placing === 'seat') return null;
  const becameFull = attempt?.refusal?.code === 'full';
  return notice(becameFull ? 'warning' : 'info', {
    title: locale.t('enrolments:form.queueNotice.title'),
    text: locale.t(becameFull ? 'enrolments:form.becameFull' : 'enrolments:form.queueNotice.text'),
  });
}

function waysOn(locale: Locale): readonly Button[] {
  return [linkButton(locale.t('enrolments:closed.otherCourses'), locale.href('/kurser'))];
}
