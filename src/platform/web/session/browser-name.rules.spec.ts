import { describe, expect, it } from '@jest/globals';

import { browserName } from './browser-name.rules.js';

describe('The name of a browser', () => {
  it.each([
    [
      'Chrome, Android',
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Mobile Safari/537.36',
    ],
    [
      'Safari, iPhone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 20_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/20.0 Mobile/15E148 Safari/604.1',
    ],
    ['Firefox, Windows', 'Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0'],
    [
      'Edge, Windows',
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36 Edg/156.0',
    ],
    ['', 'something of its own'],
    ['', undefined],
  ])('is "%s"', (name, userAgent) => {
    expect(browserName(userAgent)).toBe(name);
  });
});
