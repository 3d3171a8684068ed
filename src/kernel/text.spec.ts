import { describe, expect, it } from '@jest/globals';

import {
  isEmail,
  isPhone,
  latinDigits,
  normalEmail,
  normalLines,
  normalPhone,
  normalText,
} from './text.js';

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
  });

  it('keeps lines where lines are meant', () => {
    expect(normalLines(' hej \r\n\r\n du ')).toBe('hej\n\ndu');
  });
});

describe('digits', () => {
  it('reads Arabic and Persian digits as 0–9', () => {
    expect(latinDigits('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789');
    expect(latinDigits('۰۱۲۳۴۵۶۷۸۹')).toBe('0123456789');
    expect(latinDigits('rum ٣B')).toBe('rum 3B');
  });
});

describe('addresses', () => {
  it('are compared in lower case and keep their plus part', () => {
    expect(normalEmail(' Anna+Kurs@Exempel.SE ')).toBe('anna+kurs@exempel.se');
    expect(normalEmail('anna١@exempel.se')).toBe('anna1@exempel.se');
  });

  it.each(['a@b.se', 'anna.b+c@exempel.co.uk', "o'neil@exempel.se", 'åsa@räksmörgås.se'])(
    'can be %s',
    (email) => {
      expect(isEmail(email)).toBe(true);
    },
  );

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

  it('have 7 to 15 digits', () => {
    expect(isPhone('0701740605')).toBe(true);
    expect(isPhone('+46701740605')).toBe(true);
    expect(isPhone('112')).toBe(false);
    expect(isPhone('070x740605')).toBe(false);
  });
});
