import { LENGTHS } from '../kernel/lengths.js';
import type { Field } from '../platform/web/components/fields.js';
import type { FormFields } from '../platform/web/components/form-fields.js';
import type { Locale } from '../platform/web/locale.js';
import type { Admission } from '../programmes/programme.entity.js';
import type { RoundForm } from '../rounds/round.entity.js';
import type { RoundForForm } from './enrolments.queries.js';
import {
  CHILD_AGES,
  INTERPRETER_SEXES,
  INTERPRETER_WAYS,
  RELATIONS,
  SEXES,
} from './enrolment-words.rules.js';
import { mayGoTogether } from './together.rules.js';

/** The fields of the form, in the order of the page; what a round does not offer is not asked. */
export function enrolFields(
  { round, programme, childCareFull }: Pick<RoundForForm, 'round' | 'programme' | 'childCareFull'>,
  locale: Locale,
  fields: FormFields,
): readonly Field[] {
  return [
    ...contactFields(round.id, programme.admission, locale, fields),
    ...personFields(locale, fields),
    ...(round.interpreterOffered ? [interpreterField(round.form, locale, fields)] : []),
    ...(round.childCareFromAge === null
      ? []
      : [childCareField(round.childCareFromAge, childCareFull, locale, fields)]),
    ...(mayGoTogether(programme) ? [togetherField(locale, fields)] : []),
  ];
}

function contactFields(
  roundId: number,
  admission: Admission,
  locale: Locale,
  fields: FormFields,
): readonly Field[] {
  return [
    fields.text({
      name: 'firstName',
      label: locale.t('enrolments:form.firstName'),
      hint: locale.t('enrolments:form.firstNameHint'),
      autocomplete: 'given-name',
      maxLength: LENGTHS.name,
      required: true,
    }),
    fields.text({
      name: 'lastName',
      label: locale.t('enrolments:form.lastName'),
      hint: locale.t('enrolments:form.lastNameHint'),
      autocomplete: 'family-name',
      maxLength: LENGTHS.name,
    }),
    emailField(roundId, locale, fields),
    phoneField(admission === 'talk', locale, fields),
  ];
}

function phoneField(required: boolean, locale: Locale, fields: FormFields): Field {
  return fields.text({
    name: 'phone',
    label: locale.t(required ? 'talk:form.phone' : 'enrolments:form.phone'),
    hint: locale.t(required ? 'talk:form.phoneHint' : 'enrolments:form.phoneHint'),
    type: 'tel',
    inputmode: 'tel',
    autocomplete: 'tel',
    width: 'medium',
    required,
  });
}

function emailField(roundId: number, locale: Locale, fields: FormFields): Field {
  return fields.text({
    name: 'email',
    label: locale.t('enrolments:form.email'),
    hint: locale.t('enrolments:form.emailHint'),
    type: 'email',
    inputmode: 'email',
    autocomplete: 'email',
    required: true,
    help: {
      label: locale.t('enrolments:form.emailHelp'),
      href: locale.href(`/ring-mig?omgang=${roundId}`),
    },
  });
}

function personFields(locale: Locale, fields: FormFields): readonly Field[] {
  return [
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
    fields.choices({
      name: 'relation',
      type: 'radio',
      label: locale.t('enrolments:form.relation'),
      hint: locale.t('enrolments:form.relationHint'),
      choices: RELATIONS.map((value) => ({
        value,
        label: locale.t(`enrolments:form.relations.${value}`),
      })),
    }),
    fields.choices({
      name: 'sex',
      type: 'radio',
      look: 'chips',
      label: locale.t('enrolments:form.sex'),
      hint: locale.t('enrolments:form.sexHint'),
      choices: SEXES.map((value) => ({ value, label: locale.t(`enrolments:form.sexes.${value}`) })),
    }),
  ];
}

function interpreterField(form: RoundForm, locale: Locale, fields: FormFields): Field {
  const ways = form === 'online' ? [] : INTERPRETER_WAYS;
  return fields.checkbox({
    name: 'interpreter',
    label: locale.t('enrolments:form.interpreter'),
    hint: locale.t('enrolments:form.interpreterHint'),
    fields: [
      fields.text({
        name: 'interpreterLanguage',
        label: locale.t('enrolments:form.interpreterLanguage'),
        width: 'medium',
      }),
      fields.choices({
        name: 'interpreterSex',
        type: 'radio',
        look: 'chips',
        label: locale.t('enrolments:form.interpreterSex'),
        choices: INTERPRETER_SEXES.map((value) => ({
          value,
          label: locale.t(`enrolments:form.interpreterSexes.${value}`),
        })),
      }),
      ...(ways.length === 0 ? [] : [interpreterWays(locale, fields)]),
    ],
  });
}

function interpreterWays(locale: Locale, fields: FormFields): Field {
  return fields.choices({
    name: 'interpreterWay',
    type: 'radio',
    look: 'chips',
    label: locale.t('enrolments:form.interpreterWay'),
    choices: INTERPRETER_WAYS.map((value) => ({
      value,
      label: locale.t(`enrolments:form.interpreterWays.${value}`),
    })),
  });
}

function childCareField(fromAge: number, full: boolean, locale: Locale, fields: FormFields): Field {
  const hint = locale.t('enrolments:form.childCareHint', { age: fromAge });
  return fields.checkbox({
    name: 'childCare',
    label: locale.t('enrolments:form.childCare'),
    hint: full ? `${hint} ${locale.t('care:form.full')}` : hint,
    fields: [
      fields.text({
        name: 'childCareCount',
        label: locale.t('enrolments:form.childCareCount'),
        inputmode: 'numeric',
        dir: 'ltr',
        width: 'short',
      }),
      fields.text({
        name: 'childCareAges',
        label: locale.t('enrolments:form.childCareAges'),
        hint: locale.t('enrolments:form.childCareAgesHint'),
        width: 'medium',
      }),
    ],
  });
}

function togetherField(locale: Locale, fields: FormFields): Field {
  return fields.text({
    name: 'togetherCode',
    label: locale.t('together:form.label'),
    hint: locale.t('together:form.hint'),
    dir: 'ltr',
    width: 'medium',
  });
}
