import { describe, expect, it } from '@jest/globals';

import { mayHold } from './unproven-holds.rules.js';

const NOBODY = { here: 0, hereFromNetwork: 0, fromNetwork: 0 };

describe('a hold that nobody has proved', () => {
  it('is given for the last seat, once', () => {
    expect(mayHold({ ...NOBODY, capacity: 10, taken: 9 })).toBe(true);
    expect(mayHold({ ...NOBODY, capacity: 10, taken: 10, here: 1 })).toBe(false);
  });

  it('leaves half of what is left to those who prove their mailbox', () => {
    expect(mayHold({ ...NOBODY, capacity: 12, taken: 5, here: 5 })).toBe(true);
    expect(mayHold({ ...NOBODY, capacity: 12, taken: 6, here: 6 })).toBe(false);
    // Two of the six have typed their code meanwhile.
    expect(mayHold({ ...NOBODY, capacity: 12, taken: 6, here: 4 })).toBe(true);
  });

  it('is given three times a round and six times altogether to one network', () => {
    const at = (here: number, fromNetwork: number) =>
      mayHold({ capacity: 20, taken: here, here, hereFromNetwork: here, fromNetwork });
    expect([at(2, 2), at(3, 3), at(2, 5), at(0, 6)]).toEqual([true, false, true, false]);
  });
});
