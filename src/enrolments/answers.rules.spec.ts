import { describe, expect, it } from '@jest/globals';

import { isSameName, isSamePerson } from './answers.rules.js';

const named = (firstName: string, email: string | null = 'a@exempel.test') => ({
  firstName,
  email,
});

describe('The same person', () => {
  it('is whoever has the address and the name, however the name was typed', () => {
    expect(isSamePerson(named('D’Arcy'), named("d'arcy"))).toBe(true);
    expect(isSamePerson(named('Anna‑Karin'), named('Anna-Karin'))).toBe(true);
    expect(isSamePerson(named('Anna Karin'), named('annakarin'))).toBe(true);
    expect(isSamePerson(named('أمّ ليلى'), named('ام ليلي'))).toBe(true);
  });

  it('is not somebody with another name or address, or without one', () => {
    expect(isSamePerson(named('Zoë'), named('Zoe'))).toBe(false);
    expect(isSamePerson(named('Zoe'), named('Zoe', 'b@exempel.test'))).toBe(false);
    expect(isSamePerson(named('Zoe', null), named('Zoe', null))).toBe(false);
  });

  it('is told apart by names of which nothing is left to compare', () => {
    expect(isSameName(named('\u064E'), named('\u064F'))).toBe(false);
    expect(isSameName(named('\u064E'), named('\u064E'))).toBe(true);
  });
});
