import { describe, expect, it } from '@jest/globals';

import { Locale } from '../locale.js';
import { FormFields } from './form-fields.js';

const locale = new Locale('sv', (_language, key) => key);

function wrongForm(): FormFields {
  return new FormFields(locale, {
    typed: { email: 'amina@', ages: ['3-6', '7-12'], interpreter: 'yes' },
    errors: {
      round: 'components:errors.missing',
      email: 'components:errors.missing',
      firstName: 'components:errors.missing',
    },
  });
}

describe('FormFields', () => {
  it('pre-chooses nothing in a new form', () => {
    const fields = new FormFields(locale);
    const ages = fields.choices({
      name: 'ages',
      label: 'Ålder',
      type: 'checkbox',
      choices: [{ value: '3-6', label: '3–6 år' }],
    });
    const venue = fields.select({ name: 'venue', label: 'Lokal', options: [] });
    expect(ages.choices.map((choice) => choice.checked)).toEqual([false]);
    expect(venue.options.some((option) => option.selected)).toBe(false);
    expect(fields.summary()).toBeNull();
  });

  it('keeps what was typed', () => {
    const fields = wrongForm();
    expect(fields.text({ name: 'email', label: 'E-post' }).value).toBe('amina@');
    expect(fields.checkbox({ name: 'interpreter', label: 'Tolk' }).checked).toBe(true);
    const ages = fields.choices({
      name: 'ages',
      label: 'Ålder',
      type: 'checkbox',
      choices: ['0-2', '3-6', '7-12'].map((value) => ({ value, label: value })),
    });
    expect(ages.choices.map((choice) => choice.checked)).toEqual([false, true, true]);
  });

  it('lists what is wrong in the order of the page, and what has no field last', () => {
    const fields = wrongForm();
    fields.text({ name: 'firstName', label: 'Förnamn' });
    fields.text({ name: 'email', id: 'mejl', label: 'E-post' });
    expect(fields.summary()?.errors.map((error) => error.field)).toEqual(['firstName', 'mejl', '']);
  });

  it('ties hint and error to the field', () => {
    const field = wrongForm().text({ name: 'email', label: 'E-post', hint: 'Bara du läser den.' });
    expect(field.describedBy).toBe('email-hint email-error');
  });
});
