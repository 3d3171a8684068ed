import { describe, expect, it } from '@jest/globals';
import { inLanguage, isolated, textIn } from './texts.js';

const rows = [
  { language: 'en', name: 'Calmer days' },
  { language: 'sv', name: 'Lugnare vardag' },
];

describe('textIn', () => {
  it('picks the row in the wanted language', () => {
    expect(textIn(rows, 'en').name).toBe('Calmer days');
  });

  it('falls back to Swedish', () => {
    expect(textIn(rows, 'ar').name).toBe('Lugnare vardag');
  });

  it('refuses content without a Swedish text', () => {
    expect(() => textIn([], 'ar')).toThrow('No text in ar or sv');
  });
});

describe('inLanguage', () => {
  it('says which language and direction the text has, not the page', () => {
    expect(inLanguage(textIn(rows, 'ar'), 'Lugnare vardag')).toEqual({
      text: 'Lugnare vardag',
      lang: 'sv',
      dir: 'ltr',
    });
  });
});

describe('isolated', () => {
  it('keeps a phone number in order inside Arabic', () => {
    expect(isolated('090-16 00 00', 'rtl')).toBe('\u2066090-16 00 00\u2069');
  });

  it('leaves other pages alone', () => {
    expect(isolated('090-16 00 00', 'ltr')).toBe('090-16 00 00');
  });
});
