import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { folded } from './folded.js';

describe('folded text', () => {
  it.each([
    ["D'Arcy", 'D’Arcy', 'D‘Arcy', 'DʼArcy', 'D´Arcy', 'D`Arcy', 'D′Arcy', 'D＇Arcy', 'd’ARCY'],
    ['Anna-Karin', 'Anna‑Karin', 'Anna–Karin', 'Anna−Karin', 'anna－karin', 'Anna-\u00ADKarin'],
    ['Åsa', 'A\u030Asa', 'ÅSA', 'Å\uFE0Fsa', 'Ａ\u030Aｓａ'],
    ['Işıl', 'IŞIL', 'İşil', 'işıl'],
    ['Weiß', 'WEISS'],
    ['أحمد', 'احمد', 'إحمد', 'ٱحمد', 'آحمد', 'أَحْمَد', 'أحـــمد', 'ﺃﺣﻤﺪ'],
    ['فاطمة', 'فاطمه', 'فَاطِمَة'],
    ['منى', 'مني', 'منی'],
    ['کیان', 'كيان'],
    ['علی\u200Cرضا', 'عليرضا', 'علی\u200Dرضا'],
  ])('is one for %s and its other spellings', (...spellings) => {
    expect([...new Set(spellings.map(folded))]).toHaveLength(1);
  });

  it.each([
    ['Zoë', 'Zoe'],
    ['Åsa', 'Asa'],
    ['Björn', 'Bjorn'],
    ['Anna-Karin', 'Anna Karin'],
    ["D'Arcy", 'DArcy'],
    ['سارة', 'ساره ا'],
    ['علي', 'علا'],
  ])('is not one for %s and %s', (one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });

  it('is the same when it is folded again', () => {
    const odd = Array.from('´ŉ’‑İıßأىﷺ\u0307\u0301\u064E\u200C');
    const signs = fc.string({ unit: fc.constantFrom(...odd) });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme' })), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
      { numRuns: 1_000 },
    );
  });
});
