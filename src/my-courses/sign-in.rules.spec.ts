import { describe, expect, it } from '@jest/globals';

import { isFresh, isSameWish, signInState, type SignInTimes } from './sign-in.rules.js';

const now = new Date('2027-01-11T08:00:00Z');

function ago(minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000);
}

function proof(times: Partial<SignInTimes>): SignInTimes {
  const untouched = { sentAt: null, usedAt: null, finishedAt: null, voidedAt: null, tries: 0 };
  return { createdAt: ago(60), ...untouched, ...times };
}

describe('A mailed sign-in code', () => {
  it('lasts 30 minutes from when the mail server took the mail, however late that was', () => {
    expect(signInState(proof({}), now)).toBe('valid');
    expect(signInState(proof({ sentAt: ago(29) }), now)).toBe('valid');
    expect(signInState(proof({ sentAt: ago(30) }), now)).toBe('expired');
  });

  it('waits ten minutes for who it is, and is used once', () => {
    expect(signInState(proof({ usedAt: ago(9) }), now)).toBe('proved');
    expect(signInState(proof({ usedAt: ago(10) }), now)).toBe('expired');
    expect(signInState(proof({ usedAt: ago(1), finishedAt: ago(1) }), now)).toBe('used');
  });

  it('ends with a newer one and after five wrong tries', () => {
    expect(signInState(proof({ voidedAt: ago(1) }), now)).toBe('expired');
    expect(signInState(proof({ tries: 4 }), now)).toBe('valid');
    expect(signInState(proof({ tries: 5 }), now)).toBe('used-up');
    expect(signInState(proof({ tries: 5, usedAt: ago(1) }), now)).toBe('used-up');
  });

  it('is the same wish for a minute, until it has been tried', () => {
    expect(isSameWish(proof({ createdAt: ago(0.5) }), now)).toBe(true);
    expect(isSameWish(proof({ createdAt: ago(1) }), now)).toBe(false);
    expect(isSameWish(proof({ createdAt: ago(0.5), tries: 1 }), now)).toBe(false);
    expect(isSameWish(proof({ createdAt: ago(0.5), usedAt: ago(0.1) }), now)).toBe(false);
  });
});

describe('A sign-in', () => {
  it('is fresh for ten minutes', () => {
    expect(isFresh(ago(9).getTime(), now)).toBe(true);
    expect(isFresh(ago(10).getTime(), now)).toBe(false);
    expect(isFresh(undefined, now)).toBe(false);
  });
});
