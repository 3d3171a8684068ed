import type { ErrorSummary } from '../platform/web/components/error-summary.js';
import type { Field } from '../platform/web/components/fields.js';
import { FormFields, type FormState } from '../platform/web/components/form-fields.js';
import type { Locale } from '../platform/web/locale.js';

/** A word that no screen is wide enough for. */
export const LONG_WORD =
  'Föräldraskapsstödsprogramsinformationskvällsanmälningsbekräftelse och något kort';

const WRONG: FormState = {
  typed: {
    email: 'amina@',
    childAge: ['3-6', '7-12'],
    interpreter: ['yes'],
    note: LONG_WORD,
  },
  errors: {
    firstName: 'components:errors.missing',
    email: 'components:errors.missing',
    relation: 'components:errors.missing',
    interpreterLanguage: 'components:errors.missing',
    venue: 'components:errors.missing',
  },
};

type Build = (fields: FormFields, id: (name: string) => string) => Field[];

const contact: Build = (fields, id) => [
  fields.text({
    name: 'firstName',
    id: id('firstName'),
    label: 'Förnamn',
    hint: 'Det du vill kallas i gruppen',
    autocomplete: 'given-name',
    required: true,
  }),
  fields.text({
    name: 'email',
    id: id('email'),
    label: 'E-postadress',
    type: 'email',
    inputmode: 'email',
    autocomplete: 'email',
    required: true,
    help: { label: 'Läser någon annan din e-post? Då ringer vi dig', href: '#formular' },
  }),
  fields.text({
    name: 'phone',
    id: id('phone'),
    label: 'Mobilnummer (frivilligt)',
    hint: 'Om något ändras samma dag.',
    type: 'tel',
    inputmode: 'tel',
    autocomplete: 'tel',
    width: 'medium',
  }),
  fields.text({
    name: 'code',
    id: id('code'),
    label: 'Kod från mejlet',
    dir: 'ltr',
    autocomplete: 'one-time-code',
    width: 'short',
  }),
];

const family: Build = (fields, id) => [
  fields.choices({
    name: 'childAge',
    id: id('childAge'),
    label: 'Hur gammalt är barnet?',
    type: 'checkbox',
    look: 'chips',
    choices: ['0–2', '3–6', '7–12', '13–18'].map((ages) => ({
      value: ages.replace('–', '-'),
      label: `${ages} år`,
    })),
  }),
  fields.choices({
    name: 'relation',
    id: id('relation'),
    label: 'Vem är du för barnet? (frivilligt)',
    hint: 'Så vet ledarna vilka som kommer.',
    type: 'radio',
    choices: [
      { value: 'parent', label: 'förälder' },
      { value: 'step-parent', label: 'bonusförälder eller styvförälder' },
      { value: 'other', label: 'annan vuxen nära barnet', hint: 'Till exempel en granne.' },
    ],
  }),
  fields.checkbox({
    name: 'interpreter',
    id: id('interpreter'),
    label: 'Jag behöver tolk',
    fields: [
      fields.text({
        name: 'interpreterLanguage',
        id: id('interpreterLanguage'),
        label: 'Vilket språk, och gärna dialekt?',
      }),
    ],
  }),
];

const rest: Build = (fields, id) => [
  fields.select({
    name: 'venue',
    id: id('venue'),
    label: 'Lokal',
    width: 'medium',
    options: [
      { value: '1', label: 'Väven' },
      { value: '2', label: LONG_WORD },
    ],
  }),
  fields.date({ name: 'date', id: id('date'), label: 'Datum' }),
  fields.area({
    name: 'note',
    id: id('note'),
    label: 'Något mer vi ska veta?',
    hint: 'Skriv inget om barnet.',
  }),
];

/** One form with every kind of field, untouched or with everything that can be wrong. */
export function demoForm(
  locale: Locale,
  state: 'new' | 'wrong',
): { fields: readonly Field[]; summary: ErrorSummary | null } {
  const fields = state === 'new' ? new FormFields(locale) : new FormFields(locale, WRONG);
  const id = (name: string) => `${state}-${name}`;
  const built = [...contact(fields, id), ...family(fields, id), ...rest(fields, id)];
  return { fields: built, summary: fields.summary() };
}
