import { describe, expect, it } from '@jest/globals';
import { Translations } from './translations.js';

const translations = new Translations();

describe('Translations', () => {
  it('fills facts in as they are', () => {
    const facts = { name: 'Lugnare <vardag> $& {{x}}', label: 'våren' };
    expect(translations.translate('sv', 'rounds:title', facts)).toBe(
      'Lugnare <vardag> $& {{x}}, våren',
    );
  });

  it('leaves nothing where a fact is missing', () => {
    expect(translations.translate('sv', 'rounds:title', { name: 'Vardag' })).toBe('Vardag, ');
  });

  it('chooses the plural of each language', () => {
    const meetings = (language: 'sv' | 'ar', count: number) =>
      translations.translate(language, 'site:programme.meetingsText', { count });
    expect([meetings('sv', 1), meetings('sv', 9)]).toEqual(['1 träff', '9 träffar']);
    expect([meetings('ar', 2), meetings('ar', 9), meetings('ar', 11)]).toEqual([
      'لقاءان',
      '9 لقاءات',
      '11 لقاء',
    ]);
  });

  it('refuses a key that nobody has written', () => {
    expect(() => translations.translate('sv', 'rounds:nothing')).toThrow('No text rounds:nothing');
  });
});
