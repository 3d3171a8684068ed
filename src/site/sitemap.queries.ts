import { In, MoreThan } from 'typeorm';

import { LibraryItem } from '../library/library-item.entity.js';
import type { Language } from '../platform/config/settings.js';
import type { Reader } from '../platform/database/database.js';
import { Programme } from '../programmes/programme.entity.js';
import { Round } from '../rounds/round.entity.js';
import { shownAt } from '../rounds/rounds.queries.js';

const FIXED = [
  '',
  '/kurser',
  '/kunskapsbank',
  '/handlingsplan',
  '/stod',
  '/om/tillganglighet',
  '/om/personuppgifter',
  '/om/kakor',
  '/om/farre-spar',
  '/om/kontakt',
];

/** Public paths without their language. Discreet programmes and sensitive items stay out of it. */
export async function sitemapPaths(em: Reader, now: Date): Promise<readonly string[]> {
  const programmes = await em.findBy(Programme, { state: 'published', discreet: false });
  const slugs = new Map(programmes.map(({ id, slug }) => [id, slug]));
  const rounds = await em.findBy(Round, {
    programmeId: In([...slugs.keys()]),
    state: 'published',
    endsAt: MoreThan(now),
    showsFrom: shownAt(now),
  });
  const items = await em.findBy(LibraryItem, { state: 'published', sensitive: false });
  return [
    ...FIXED,
    ...programmes.map(({ slug }) => `/kurser/${slug}`),
    ...rounds.map(({ programmeId, slug }) => `/kurser/${slugs.get(programmeId) ?? ''}/${slug}`),
    ...items.map(({ slug }) => `/kunskapsbank/${slug}`),
  ];
}

/** The sitemap, each page with its sisters in the other languages. */
export function sitemap(
  paths: readonly string[],
  baseUrl: string,
  languages: readonly Language[],
): string {
  const urls = paths.flatMap((path) => {
    const sisters = languages
      .map(
        (language) =>
          `<xhtml:link rel="alternate" hreflang="${language}" href="${baseUrl}/${language}${path}"/>`,
      )
      .join('');
    return languages.map(
      (language) => `<url><loc>${baseUrl}/${language}${path}</loc>${sisters}</url>`,
    );
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}
