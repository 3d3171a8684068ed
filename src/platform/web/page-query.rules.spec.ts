import { describe, expect, it } from '@jest/globals';

import { knownAddress, searchOf, valuesOf, type PageParameters } from './page-query.rules.js';

const PARAMETERS: PageParameters = {
  alder: { kind: 'several', read: (given) => ['0-2', '3-6'].find((band) => band === given) },
  dag: { kind: 'several', read: (given) => [1, 2, 3].find((day) => day === Number(given)) },
  lediga: { kind: 'one', read: (given) => (given === '1' ? given : undefined) },
  q: { kind: 'search', read: (given) => given.trim() || undefined },
};

describe('the known address', () => {
  it.each([
    ['/sv/kurser', '/sv/kurser'],
    ['/sv/kurser?', '/sv/kurser'],
    ['/sv/kurser?q=&alder=&&=', '/sv/kurser'],
    ['/sv/kurser?fbclid=abc&fbclid=def', '/sv/kurser'],
    ['/sv/kurser?alder=4-9&lediga=ja&__proto__=1', '/sv/kurser'],
    ['/sv/kurser?dag=2&alder=3-6&q=', '/sv/kurser?alder=3-6&dag=2'],
    ['/sv/kurser?%64ag=2&dag=1&dag=02', '/sv/kurser?dag=1&dag=2'],
    ['/sv/kurser?q=+s%C3%B6mn&utm=1', '/sv/kurser?q=s%C3%B6mn'],
    ['/sv/kurser?q=%E5', '/sv/kurser?q=%EF%BF%BD'],
    ['/sv/kurser?lediga=1?', '/sv/kurser'],
    ['/sv/kurser?lediga=1&lediga=1', null],
    ['/sv/kurser?q=&q=', null],
  ])('of %s is %s', (url, known) => {
    expect(knownAddress(url, PARAMETERS)).toBe(known);
  });

  it('is its own known address', () => {
    const known = knownAddress('/sv/kurser?q=å+%26&dag=3&dag=1', PARAMETERS);
    expect(known).toBe('/sv/kurser?dag=1&dag=3&q=%C3%A5+%26');
    expect(knownAddress(known ?? '', PARAMETERS)).toBe(known);
  });

  it('of a page that reads nothing is its path', () => {
    expect(knownAddress('/sv/stod?alder=3-6', {})).toBe('/sv/stod');
  });
});

describe('the values of a parameter', () => {
  const day = { kind: 'several', read: (given: string) => Number(given) || undefined } as const;

  it('are what its query means, each once', () => {
    expect(valuesOf(day, ['2', 'x', '1', '2'])).toEqual([1, 2]);
    expect(valuesOf(day, '2')).toEqual([2]);
    for (const nothing of [undefined, null, 2, {}, [[['2']]]])
      expect(valuesOf(day, nothing)).toEqual([]);
  });

  it('are none where one is read and more are given', () => {
    expect(valuesOf({ ...day, kind: 'one' }, ['2', '2'])).toEqual([]);
  });
});

describe('the search of a page', () => {
  it('is one of its parameters, or none', () => {
    expect(searchOf(PARAMETERS)).toBe('q');
    expect(searchOf({})).toBeUndefined();
  });
});
