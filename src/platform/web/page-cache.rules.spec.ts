import { describe, expect, it } from '@jest/globals';

import { encodingFor, isHeld } from './page-cache.rules.js';

describe('the packing', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['br;q=0.0, gzip;q=0', 'identity'],
    ['deflate', 'identity'],
  ])('for %s is %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });
});

describe('a browser holds a page', () => {
  it.each([
    [undefined, false],
    ['W/"other"', false],
    ['W/"this"', true],
    ['W/"other", W/"this"', true],
    ['*', true],
  ])('with %s: %s', (header, held) => {
    expect(isHeld(header, 'W/"this"')).toBe(held);
  });
});
