import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { LENGTHS } from './lengths.js';
import {
  CODE_LENGTH,
  PAIR_CODE_LENGTH,
  codeIn,
  randomCode,
  randomReference,
  randomToken,
  sha256,
  shownCode,
} from './secret.js';

describe('secrets', () => {
  it('are as long as their columns', () => {
    expect(randomToken()).toHaveLength(LENGTHS.token);
    expect(randomReference()).toHaveLength(LENGTHS.reference);
    expect(sha256('x')).toHaveLength(LENGTHS.hash);
  });

  it('avoid letters that are read wrong', () => {
    const many = Array.from({ length: 200 }, randomCode).join('');
    expect(many).toMatch(/^[2-9A-HJKMNP-Z]+$/);
  });

  it('differ', () => {
    expect(new Set(Array.from({ length: 500 }, randomToken)).size).toBe(500);
  });

  it('are read however they are typed', () => {
    const code = randomCode();
    expect(codeIn(shownCode(code), CODE_LENGTH)).toBe(code);
    expect(codeIn(` ${shownCode(code).toLowerCase()} `, CODE_LENGTH)).toBe(code);
    expect(codeIn('ab٢٣ – ۴۵cd', CODE_LENGTH)).toBe('AB2345CD');
    expect(codeIn('a b 2 3 4 5 c d', CODE_LENGTH)).toBe('AB2345CD');
    expect(codeIn('Ａｂ２３\u200B４５ｃｄ', CODE_LENGTH)).toBe('AB2345CD');
    expect(codeIn('ab-2345', PAIR_CODE_LENGTH)).toBe('AB2345');
  });

  it.each([
    'Kod: UNKK-MJVJ',
    'Code: UNKK-MJVJ',
    'الرمز: UNKK-MJVJ',
    'والرمز:UNKK-MJVJ.',
    'kod:unkk-mjvj',
    'Kod:\u00A0UNKK‑MJVJ',
    'Kod: UNKK\u00ADMJVJ',
    'Kod: UNKK MJVJ',
    'Code: UNKK MJVJ',
    'Kod: UNKK - MJVJ',
    'Koden är ”UNKK-MJVJ”, skriv den här',
    '>> Kod: «UNKK−MJVJ»',
    'رمزي هو \u2066UNKK-MJVJ\u2069 شكراً',
    'Här är koden som bekräftar din anmälan.\r\n\r\nKod: UNKK-MJVJ\r\n\r\nBekräfta min anmälan:\r\n' +
      'https://exempel.se/sv/bekrafta/-AB23-CD45-x\r\n\r\nReferens: AB23CD',
    'https://exempel.se/sv/bekrafta/-AB23-CD45-x Kod: UNKK-MJVJ',
  ])('are found in what stands around them: %s', (pasted) => {
    expect(codeIn(pasted, CODE_LENGTH)).toBe('UNKKMJVJ');
  });

  it.each(['Kod:', 'Jag har ingen kod', 'UNKK-MJV', 'UNKK-MJVJ-AB23', '', 'ingen: 070-123 45 67'])(
    'are not found where there is none: %s',
    (typed) => {
      expect(codeIn(typed, CODE_LENGTH)).not.toHaveLength(CODE_LENGTH);
    },
  );

  it('to hand over are found in the same way', () => {
    expect(codeIn('Vår kod är AB2-3CD, hälsningar Elin', PAIR_CODE_LENGTH)).toBe('AB23CD');
    expect(codeIn('  ', PAIR_CODE_LENGTH)).toBe('');
  });

  it('are found in every line that a mail can have', () => {
    const label = fc.constantFrom('Kod', 'Code', 'الرمز', 'Skriv koden', 'Your code is');
    const space = fc.constantFrom(' ', '\u00A0', '  ', '\n', '');
    const quotes = fc.constantFrom('""', '””', '«»', '()', '**', '\u2066\u2069');
    const code = fc.array(fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'.split('')), {
      minLength: CODE_LENGTH,
      maxLength: CODE_LENGTH,
    });
    fc.assert(
      fc.property(label, space, quotes, code, (before, gap, [open, close], letters) => {
        const whole = letters.join('');
        const line = `${before}:${gap}${open}${shownCode(whole)}${close}`;
        expect(codeIn(line, CODE_LENGTH)).toBe(whole);
        expect(codeIn(`${line}${gap}.`.toLowerCase(), CODE_LENGTH)).toBe(whole);
      }),
    );
  });
});
