import { describe, expect, it } from '@jest/globals';

import { SystemClock } from './clock.js';

describe('SystemClock', () => {
  it('tells the present', () => {
    const before = Date.now();
    expect(new SystemClock().now().getTime()).toBeGreaterThanOrEqual(before);
  });
});
