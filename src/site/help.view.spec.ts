import { describe, expect, it } from '@jest/globals';
import type { HelpLine, HelpLineText } from '../library/help-line.entity.js';
import type { PublicHelpLine } from '../library/help-lines.service.js';
import { Locale } from '../platform/web/locale.js';
import { presentHelp, presentHelpLine } from './help.view.js';

const READ = new Date('2026-11-04T08:00:00Z');
const sv = new Locale('sv', (_, key) => key);
const en = new Locale('en', (_, key) => key);

function line(
  facts: Partial<HelpLine> = {},
  texts: Partial<HelpLineText>[] = [{}],
): PublicHelpLine {
  return {
    line: {
      id: 1,
      number: '020-50 50 50',
      telephone: '020505050',
      sortOrder: 10,
      emergency: false,
      municipal: false,
      verifiedOn: '2024-06-03',
      url: null,
      active: true,
      ...facts,
    },
    texts: texts.map((text) => ({
      id: 1,
      lineId: 1,
      language: 'sv',
      name: 'Linjen',
      audience: 'För dig.',
      hours: '',
      claims: '',
      reviewedAt: READ,
      ...text,
    })),
    topics: ['violence'],
  };
}

describe('a help line', () => {
  it('is dialled as a number and read as people write it', () => {
    expect(presentHelpLine(line(), sv)).toMatchObject({
      number: '020-50 50 50',
      href: 'tel:020505050',
      claims: [],
      unverified: '',
      site: null,
    });
  });

  it('makes each of its claims by itself', () => {
    const { claims } = presentHelpLine(line({}, [{ claims: 'Gratis.\nTolk.' }]), sv);
    expect(claims.map(({ text }) => text)).toEqual(['Gratis.', 'Tolk.']);
  });

  it('is in Swedish for everybody until its translation has been reviewed', () => {
    const texts = [{}, { language: 'en', name: 'The line', reviewedAt: null }];
    expect(presentHelpLine(line({}, texts), en).name).toEqual({
      text: 'Linjen',
      lang: 'sv',
      dir: 'ltr',
    });
  });
});

describe('the help page', () => {
  it('has 112 even when nothing is known', () => {
    const page = presentHelp([], sv);
    expect(page.emergency).toMatchObject({ number: '112', href: 'tel:112' });
    expect(page.groups).toEqual([]);
  });

  it('does not repeat the emergency number among the others', () => {
    const page = presentHelp([line({ emergency: true, number: '112' }), line()], sv);
    expect(page.groups.flatMap(({ lines }) => lines.map(({ number }) => number))).toEqual([
      '020-50 50 50',
    ]);
  });

  it('puts the municipality’s own under a heading of their own, and says what is unconfirmed', () => {
    const own = line({ municipal: true, verifiedOn: null });
    const page = presentHelp([line(), own, { ...line(), topics: [] }], sv);
    expect(page.groups.map(({ title }) => title)).toEqual([
      'help:groups.violence',
      'help:groups.municipal',
      'help:groups.other',
    ]);
    expect(page.groups[1]?.lines[0]?.unverified).toBe('help:unverified');
    expect(page.checked.map(({ text }) => text)).toEqual([
      'help:checked',
      'help:notChecked',
      'help:checked',
    ]);
  });
});
