import { describe, expect, it } from '@jest/globals';

import { hasTimeToSend, leaseFrom, LONGEST_SEND_MS } from './lease.rules.js';

const NOW = new Date('2027-01-18T12:00:00Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

describe('the lease on a mail in hand', () => {
  it('is over before somebody has waited a minute', () => {
    expect(leaseFrom(NOW).getTime()).toBeLessThan(later(60_000).getTime());
  });

  it('lasts longer than any try that is begun in it', () => {
    const end = leaseFrom(NOW);
    expect(hasTimeToSend(end, NOW)).toBe(true);
    for (let ms = 0; ms < 60_000; ms += 500) {
      const slowest = later(ms + LONGEST_SEND_MS);
      if (hasTimeToSend(end, later(ms))) expect(slowest.getTime()).toBeLessThan(end.getTime());
    }
  });

  it('leaves time for more than the first mails of a batch', () => {
    expect(hasTimeToSend(leaseFrom(NOW), later(10_000))).toBe(true);
  });
});
