import { CHILD_AGES } from '../enrolments/enrolment-words.rules.js';
import { LENGTHS } from '../kernel/lengths.js';
import { Page } from '../kernel/page.js';
import { linkButton, submitButton } from '../platform/web/components/button.js';
import type { Field } from '../platform/web/components/fields.js';
import { FormFields, type FormState } from '../platform/web/components/form-fields.js';
import { confirmation } from '../platform/web/components/notices.js';
import { phoneSentence } from '../platform/web/components/phone-sentence.js';
import { inLanguage } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';
import type { ProgrammeOfList } from './interest.queries.js';

const FORM_ID = 'intresse';

interface Office {
  readonly organisation: string;
  readonly supportPhone: string;
}

/** The form of who wants to know when the course is given. */
export function interestPage(
  found: ProgrammeOfList,
  locale: Locale,
  office: Office,
  state?: FormState,
): Page {
  const fields = new FormFields(locale, state);
  const { text, slug } = found.programme;
  const built = interestFields(fields, slug, locale);
  const summary = fields.summary();
  const model = {
    title: locale.t('interest:form.title'),
    course: inLanguage(text, text.name),
    summary,
    formId: FORM_ID,
    fields: built,
    submit: submitButton(locale.t('interest:form.submit')),
    protectedIdentity: phoneSentence(locale, 'interest:form.protected', office.supportPhone),
    privacy: locale.t('interest:form.privacy', { organisation: office.organisation }),
    privacyHref: locale.href('/om/personuppgifter'),
  };
  const head = { ...headOf(found, locale), formId: FORM_ID, invalid: summary !== null };
  return new Page('interest/form', head, model, summary === null ? 200 : 422);
}

/** After sending: the same bytes for everybody. */
export function interestReceipt(found: ProgrammeOfList, locale: Locale): Page {
  const title = locale.t('interest:sent.title');
  return new Page(
    'interest/sent',
    { ...headOf(found, locale), title },
    {
      confirmation: confirmation({ title, text: locale.t('interest:sent.text') }),
      again: locale.t('interest:sent.nothing'),
      onward: linkButton(
        locale.t('enrolments:link.toCourses'),
        locale.href('/kurser'),
        'secondary',
      ),
    },
  );
}

/** Titles stay in the browser's history, so they name no course. */
function headOf({ programme }: ProgrammeOfList, locale: Locale) {
  const { text } = programme;
  const title = locale.t('interest:form.title');
  const programmeHref = locale.href(`/kurser/${programme.slug}`);
  return {
    title,
    section: 'courses',
    quickExit: programme.discreet,
    noStore: programme.discreet,
    noIndex: true,
    breadcrumbs: [
      { label: locale.t('components:menu.courses'), href: locale.href('/kurser') },
      { label: text.name, href: programmeHref, lang: text.language },
      { label: title, href: '' },
    ],
  } as const;
}

function interestFields(fields: FormFields, slug: string, locale: Locale): readonly Field[] {
  return [
    fields.text({
      name: 'firstName',
      label: locale.t('enrolments:form.firstName'),
      hint: locale.t('interest:form.firstNameHint'),
      autocomplete: 'given-name',
      maxLength: LENGTHS.name,
      required: true,
    }),
    fields.text({
      name: 'email',
      label: locale.t('enrolments:form.email'),
      hint: locale.t('interest:form.emailHint'),
      type: 'email',
      inputmode: 'email',
      autocomplete: 'email',
      required: true,
      help: {
        label: locale.t('enrolments:form.emailHelp'),
        href: locale.href(`/ring-mig?kurs=${slug}`),
      },
    }),
    fields.choices({
      name: 'childAges',
      type: 'checkbox',
      look: 'chips',
      label: locale.t('enrolments:form.childAges'),
      hint: locale.t('enrolments:form.childAgesHint'),
      choices: CHILD_AGES.map((value) => ({
        value,
        label: locale.t(`enrolments:form.childAge.${value}`),
      })),
      required: true,
    }),
  ];
}
