import { describe, expect, it } from '@jest/globals';

import { safeNext } from './sign-in-needed.js';

const OURS = 'https://familjepeppen.test';

describe('Where one goes on to after signing in', () => {
  it.each(['/sv/mina-kurser/7', '/sv/kurser?dag=2', '/sv/a/../b'])('may be %s', (next) => {
    expect(safeNext(next, OURS)).toBe(next.replace('/a/..', ''));
  });

  it.each([
    'https://fel.test/',
    '//fel.test/',
    '/\\fel.test/',
    '/\t/fel.test/',
    // What is left when the dots are gone begins with two slashes.
    '/.//fel.test/',
    '/%2e//fel.test/',
    '/sv/..//fel.test/',
    '/sv/%2E%2e//fel.test/',
    'sv',
    '',
    undefined,
    ['/sv'],
  ])('is never %j', (next) => {
    expect(safeNext(next, OURS)).toBeNull();
  });
});
