import { describe, expect, it } from '@jest/globals';

import { LENGTHS } from './lengths.js';
import {
  normalCode,
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
    expect(normalCode(shownCode(code))).toBe(code);
    expect(normalCode(` ${shownCode(code).toLowerCase()} `)).toBe(code);
    expect(normalCode('ab٢٣ – ۴۵cd')).toBe('AB2345CD');
  });
});
