import { describe, expect, it } from '@jest/globals';

import { plusMinutes } from '../../kernel/instant.js';
import { allowsCodeMail, delayOf } from './code-mail-limits.rules.js';

const NOW = new Date('2027-01-11T08:00:00Z');
const mails = (count: number, minutesAgo: number, originHash = 'home') =>
  Array.from({ length: count }, () => ({ createdAt: plusMinutes(NOW, -minutesAgo), originHash }));

describe('mails with codes to one mailbox', () => {
  it('are three an hour and eight a day from one network', () => {
    expect(allowsCodeMail(mails(2, 59), 'home', NOW)).toBe(true);
    expect(allowsCodeMail(mails(3, 59), 'home', NOW)).toBe(false);
    expect(allowsCodeMail(mails(3, 60), 'home', NOW)).toBe(true);
    expect(allowsCodeMail(mails(8, 1439), 'home', NOW)).toBe(false);
    expect(allowsCodeMail(mails(8, 1440), 'home', NOW)).toBe(true);
  });

  it('are left to her when others have used up theirs', () => {
    const others = [...mails(3, 1, 'b'), ...mails(3, 1, 'c')];
    expect(allowsCodeMail(others, 'home', NOW)).toBe(true);
  });

  it('end at twelve an hour and thirty a day, whoever asks', () => {
    const four = 'bcde'.split('').flatMap((origin) => mails(3, 1, origin));
    expect(allowsCodeMail(four, 'home', NOW)).toBe(false);
    const ten = 'bcdefghijk'.split('').flatMap((origin) => mails(3, 300, origin));
    expect(allowsCodeMail(ten, 'home', NOW)).toBe(false);
  });
});

describe('mails with codes altogether', () => {
  it('leave ten minutes later for every three hundred before them', () => {
    expect([0, 299, 300, 599, 600].map(delayOf)).toEqual([0, 0, 10, 10, 20]);
  });
});
