import { LENGTHS } from '../kernel/lengths.js';
import { Page } from '../kernel/page.js';
import { linkButton, submitButton } from '../platform/web/components/button.js';
import type { Field } from '../platform/web/components/fields.js';
import { FormFields, type FormState } from '../platform/web/components/form-fields.js';
import { confirmation } from '../platform/web/components/notices.js';
import type { Locale } from '../platform/web/locale.js';
import type { CourseName } from './enrolments.queries.js';

const FORM_ID = 'ring-mig';

/** The form of who wants to be called. */
export function callMePage(course: CourseName | null, locale: Locale, state?: FormState): Page {
  const fields = new FormFields(locale, state);
  const built = callFields(fields, locale);
  const summary = fields.summary();
  const title = locale.t('enrolments:callMe.title');
  const model = {
    title,
    summary,
    about: course ? locale.t('enrolments:callMe.about', { course: course.name }) : '',
    formId: FORM_ID,
    fields: built,
    submit: submitButton(locale.t('enrolments:callMe.submit')),
  };
  const head = { ...headOf(course, title), formId: FORM_ID, invalid: summary !== null };
  return new Page('enrolments/call-me', head, model, summary === null ? 200 : 422);
}

/** The receipt: only on the screen, never by mail. */
export function callMeReceipt(course: CourseName | null, locale: Locale): Page {
  const title = locale.t('enrolments:callMe.done.title');
  return new Page('enrolments/call-me-done', headOf(course, title), {
    confirmation: confirmation({ title, text: locale.t('enrolments:callMe.done.text') }),
    onward: linkButton(
      locale.t('enrolments:callMe.toCourses'),
      locale.href('/kurser'),
      'secondary',
    ),
  });
}

function headOf(course: CourseName | null, title: string) {
  return { title, noStore: true, noIndex: true, quickExit: course?.discreet ?? false } as const;
}

function callFields(fields: FormFields, locale: Locale): readonly Field[] {
  return [
    fields.text({
      name: 'name',
      label: locale.t('enrolments:callMe.name'),
      hint: locale.t('enrolments:callMe.nameHint'),
      autocomplete: 'given-name',
      maxLength: LENGTHS.name,
      required: true,
    }),
    fields.text({
      name: 'phone',
      label: locale.t('enrolments:callMe.phone'),
      hint: locale.t('enrolments:callMe.phoneHint'),
      type: 'tel',
      inputmode: 'tel',
      autocomplete: 'tel',
      width: 'medium',
      required: true,
    }),
    fields.text({
      name: 'whenToCall',
      label: locale.t('enrolments:callMe.whenToCall'),
      hint: locale.t('enrolments:callMe.whenHint'),
      maxLength: LENGTHS.shortText,
      required: true,
    }),
    fields.checkbox({
      name: 'hideCaller',
      label: locale.t('enrolments:callMe.hideCaller'),
      hint: locale.t('enrolments:callMe.hideCallerHint'),
    }),
  ];
}
