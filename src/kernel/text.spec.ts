import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  isEmail,
  isPhone,
  latinDigits,
  needsSmtpUtf8,
  normalEmail,
  normalLines,
  normalPhone,
  normalText,
  plainText,
} from './text.js';

/** Soft hyphen, joiners, direction marks, fillers, variation selectors. */
const UNSEEN = [
  '\u00AD',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u061C',
  '\u202C',
  '\u2060',
  '\uFE0F',
  '\u{E0101}',
  '\uFEFF',
];
const unseen = fc
  .array(fc.constantFrom(...UNSEEN), { maxLength: 2 })
  .map((marks) => marks.join(''));

/** The text with marks between its characters that nobody sees. */
function strewn(text: string): fc.Arbitrary<string> {
  const letters = Array.from(text);
  const marks = fc.array(unseen, { minLength: letters.length, maxLength: letters.length });
  return marks.map((between) => letters.map((letter, at) => letter + (between[at] ?? '')).join(''));
}

describe('normal text', () => {
  it('composes letters, so that one name is one text', () => {
    expect(normalText('A\u030Asa')).toBe('Åsa');
    expect(normalText('Bjo\u0308rn')).toBe(normalText('Björn'));
  });

  it('trims, joins spaces and drops what cannot be seen', () => {
    expect(normalText('  Anna\u00A0 \t Maria\r\nBcc: x ')).toBe('Anna Maria Bcc: x');
    expect(normalText('Am\u0000i\u202Ena\u200B')).toBe('Amina');
  });

  it('keeps the joiner that Persian names need', () => {
    expect(normalText('علی\u200Cرضا')).toBe('علی\u200Cرضا');
    expect(normalText('\u200Cعلی\u200C \u200Dرضا\u200D')).toBe('علی رضا');
  });

  it('is the same when it is read again, and holds what a database can', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        for (const read of [normalText, plainText]) {
          expect(read(read(typed))).toBe(read(typed));
          expect(read(`${typed}\uD800`)).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });

  it('keeps lines where lines are meant', () => {
    expect(normalLines(' hej \r\n\r\n du ')).toBe('hej\n\ndu');
  });
});

describe('digits', () => {
  it('reads Arabic, Persian and full-width digits as 0–9', () => {
    expect(latinDigits('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
    expect(latinDigits('۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789');
    expect(latinDigits('０１２３４５６７８９')).toBe('0123456789');
    expect(latinDigits('rum ٣B')).toBe('rum 3B');
  });
});

describe('addresses', () => {
  it('are compared in lower case and keep their plus part', () => {
    expect(normalEmail(' Anna+Kurs@Exempel.SE ')).toBe('anna+kurs@exempel.se');
    expect(normalEmail('anna١@exempel.se')).toBe('anna1@exempel.se');
  });

  it('have no part that nobody sees', () => {
    fc.assert(
      fc.property(strewn('anna.b@exempel.se'), (typed) => {
        expect(normalEmail(typed)).toBe('anna.b@exempel.se');
      }),
    );
    expect(normalEmail('ａｎｎａ＠ｅｘｅｍｐｅｌ．ｓｅ')).toBe('anna@exempel.se');
  });

  it('have one spelling of the domain', () => {
    expect(normalEmail('kontakt@xn--sa-xia.se')).toBe('kontakt@åsa.se');
    expect(normalEmail('kontakt@ÅSA.se')).toBe('kontakt@åsa.se');
    expect(normalEmail('anna@@')).toBe('anna@@');
  });

  it('need SMTPUTF8 for what stands before the @ only', () => {
    expect(needsSmtpUtf8('åsa@exempel.se')).toBe(true);
    expect(needsSmtpUtf8('kontakt@åsa.se')).toBe(false);
  });

  it.each([
    'a@b.se',
    'anna.b+c@exempel.co.uk',
    "o'neil@exempel.se",
    'åsa@räksmörgås.se',
    'a@مثال.السعودية',
  ])('can be %s', (email) => {
    expect(isEmail(email)).toBe(true);
  });

  it.each([
    '',
    'anna',
    'anna@',
    '@exempel.se',
    'anna@exempel',
    'a b@c.se',
    'a@b@c.se',
    'a..b@c.se',
    'a@-b.se',
    '<a@b.se>',
    `${'a'.repeat(65)}@b.se`,
    `${'å'.repeat(33)}@b.se`,
    `anna@${'å'.repeat(63)}.se`,
    `anna@${'a'.repeat(64)}.se`,
    `anna@${'abcdefgh.'.repeat(28)}se`,
    'anna@10.0.0.1',
    'anna@b..se',
    'an\uD800na@b.se',
    'an\uFFFDna@b.se',
    'an%ed%a0%80na@b.se',
    'an\uE000na@b.se',
    'an\u00ADna@b.se',
    'anna@b\uD800.se',
  ])('cannot be %j', (email) => {
    expect(isEmail(email)).toBe(false);
  });
});

describe('telephone numbers', () => {
  it('lose what people put between the digits', () => {
    expect(normalPhone('070-174 06 05')).toBe('0701740605');
    expect(normalPhone('+46 (0)70-174 06 05')).toBe('+46701740605');
    expect(normalPhone('0046701740605')).toBe('+46701740605');
    expect(normalPhone('٠٧٠ ١٧٤ ٠٦ ٠٥')).toBe('0701740605');
  });

  it('are read with any dash, minus sign and digit, and with what nobody sees', () => {
    const dashes = ['-', '–', '—', '‑', '−', '﹣', '－', '⁻', '‒', '˗', '⁃'];
    const digits = ['0701234567', '٠٧٠١٢٣٤٥٦٧', '۰۷۰۱۲۳۴۵۶۷', '０７０１２３４５６７'];
    const typed = fc
      .tuple(fc.constantFrom(...dashes), fc.constantFrom(...digits))
      .chain(([dash, number]) => strewn(`${number.slice(0, 3)}${dash}${number.slice(3)}`));
    fc.assert(fc.property(typed, (phone) => expect(normalPhone(phone)).toBe('0701234567')));
  });

  it.each([
    '+46 0701234567',
    '+46 070-123 45 67',
    '0046 070 123 45 67',
    '0046 (0)70 123 45 67',
    '+46 (0)70‑123 45 67',
    '+46 (070) 123 45 67',
    '(+46) 70 123 45 67',
    '(0046) 070 123 45 67',
    '＋４６ ０７０ １２３ ４５ ６７',
  ])('are the same number as %s', (typed) => {
    expect(normalPhone(typed)).toBe('+46701234567');
  });

  it('keep the zero of other countries, where it is a part of the number', () => {
    expect(normalPhone('+39 06 698 123 45')).toBe('+390669812345');
    expect(normalPhone('+460')).toBe('+46');
  });

  it('have 7 to 15 digits', () => {
    expect(isPhone('0701740605')).toBe(true);
    expect(isPhone('+46701740605')).toBe(true);
    expect(isPhone('112')).toBe(false);
    expect(isPhone('070x740605')).toBe(false);
  });
});
