import { describe, expect, it } from '@jest/globals';

import { networkRange } from './network-range.js';

describe('network ranges', () => {
  it('keeps what neighbours share', () => {
    expect(networkRange('192.0.2.17')).toBe('192.0.2');
    expect(networkRange('::ffff:192.0.2.99')).toBe('192.0.2');
    expect(networkRange('2001:0db8:0001:abcd::1')).toBe('2001:db8:1');
    expect(networkRange('2001:db8::1')).toBe('2001:db8:0');
  });
});
