import { describe, expect, it } from '@jest/globals';

import { encodingFor, isHeld, keyOf, mayBeKept } from './page-cache.rules.js';

const KNOWN = ['alder', 'dag', 'q'];

describe('the key of a page', () => {
  it.each([
    ['/sv/kurser', '/sv/kurser'],
    ['/sv/kurser?', '/sv/kurser'],
    ['/sv/kurser?q=&alder=', '/sv/kurser'],
    ['/sv/kurser?dag=2&alder=3-6&q=', '/sv/kurser?alder=3-6&dag=2'],
    ['/sv/kurser?alder=3-6&&dag=2', '/sv/kurser?alder=3-6&dag=2'],
    ['/sv/kurser?dag=2=', '/sv/kurser?dag=2='],
  ])('of %s is %s', (url, key) => {
    expect(keyOf(url)).toBe(key);
  });
});

describe('a page is kept', () => {
  it.each([
    ['/sv/kurser', true],
    ['/sv/kurser?dag=2&alder=3-6&q=', true],
    ['/sv/kurser?q=pappa', false],
    ['/sv/kurser?utm=1', false],
    ['/sv/kurser?utm=', false],
    ['/sv/kurser?%64ag=2', false],
  ])('%s: %s', (url, kept) => {
    expect(mayBeKept(url, KNOWN)).toBe(kept);
  });
});

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
