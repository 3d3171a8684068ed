import { describe, expect, it } from '@jest/globals';
import type { LibraryItem, LibraryItemText } from '../library/library-item.entity.js';
import { Locale } from '../platform/web/locale.js';
import { presentLibraryItem } from './library-item.view.js';

const READ = new Date('2026-11-04T23:30:00Z');
const en = new Locale('en', (_, key, facts) =>
  facts === undefined ? key : `${key} ${JSON.stringify(facts)}`,
);

const item = {
  id: 7,
  slug: 'tio-fragor',
  topic: 'alcohol',
  type: 'factSheet',
  sensitive: false,
  state: 'published',
  publishedAt: READ,
  reviewDueOn: null,
  version: 1,
} satisfies LibraryItem;

function text(language: string, facts: Partial<LibraryItemText> = {}): LibraryItemText {
  return {
    id: 1,
    itemId: 7,
    language,
    title: `Rubrik ${language}`,
    tabTitle: null,
    summary: 'Kort.',
    body: '## Mellanrubrik\n\nSe [hjälp](/stod).',
    sourceVersion: 1,
    minor: false,
    reviewedAt: null,
    ...facts,
  };
}

function present(
  shown: LibraryItemText,
  others: readonly LibraryItemText[] = [],
  facts: Partial<LibraryItem> = {},
) {
  const found = {
    item: { ...item, ...facts },
    texts: [shown, ...others],
    audiences: ['adults'] as const,
  };
  return presentLibraryItem({ found, text: shown, wanted: 'en', lines: [], measures: [] }, en);
}

describe('an item', () => {
  it('says that it is in Swedish only when the reader asked for something else', () => {
    expect(present(text('sv')).onlySwedish).toBe('library:item.onlySwedish');
    expect(present(text('en')).onlySwedish).toBe('');
  });

  it('keeps its title out of the tab when it has another one for that', () => {
    expect(present(text('en')).tabTitle).toBe('Rubrik en');
    expect(present(text('en', { tabTitle: 'Neutral' })).tabTitle).toBe('Neutral');
  });

  it('dates its review by Swedish time', () => {
    expect(present(text('en', { reviewedAt: READ })).meta).toContain('5 November 2026');
    expect(present(text('en')).meta).not.toContain('reviewed');
  });

  it('links inside the site in the reader’s language, from an h2 on', () => {
    const { bodyHtml } = present(text('en'));
    expect(bodyHtml).toContain('<h2>Mellanrubrik</h2>');
    expect(bodyHtml).toContain('href="/en/stod"');
  });

  it('offers its other languages by their own names', () => {
    const { languages } = present(text('en'), [text('sv'), text('ar'), text('fi')]);
    expect(languages).toEqual([
      { name: { text: 'Svenska', lang: 'sv', dir: 'ltr' }, href: '/en/kunskapsbank/tio-fragor/sv' },
      { name: { text: 'العربية', lang: 'ar', dir: 'rtl' }, href: '/en/kunskapsbank/tio-fragor/ar' },
      { name: { text: 'Suomi', lang: 'fi', dir: 'ltr' }, href: '/en/kunskapsbank/tio-fragor/fi' },
    ]);
  });

  it('offers no unreviewed translation when it is sensitive', () => {
    const others = [text('ar'), text('fi', { reviewedAt: READ })];
    const { languages } = present(text('sv'), others, { sensitive: true });
    expect(languages.map(({ name }) => name.lang)).toEqual(['fi']);
  });

  it('explains the way out where there is one', () => {
    expect(present(text('en')).exit).toBeNull();
    expect(present(text('en'), [], { topic: 'violence' }).exit?.link?.href).toBe(
      '/en/om/farre-spar',
    );
  });
});
