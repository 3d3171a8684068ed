import { describe, expect, it } from '@jest/globals';

import { mailboxOf } from './mailbox.js';

describe('the mailbox of an address', () => {
  it('is the same whatever follows a plus sign', () => {
    expect(mailboxOf('kim+1@exempel.test')).toBe('kim@exempel.test');
    expect(mailboxOf('Kim+a+b@Exempel.test')).toBe('kim@exempel.test');
  });

  it('has no dots where they mean nothing, and keeps them elsewhere', () => {
    expect(mailboxOf('k.i.m+x@googlemail.com')).toBe('kim@gmail.com');
    expect(mailboxOf('k.im@gmail.com')).toBe('kim@gmail.com');
    expect(mailboxOf('k.im@exempel.test')).toBe('k.im@exempel.test');
  });
});
