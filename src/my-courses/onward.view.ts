import type { Link } from '../platform/web/components/link.js';
import type { Locale } from '../platform/web/locale.js';

const PAGES = [
  ['mine:list.title', '/mina-kurser'],
  ['mine:details.title', '/mina-kurser/uppgifter'],
  ['mine:feed.title', '/mina-kurser/kalender'],
  ['mine:browsers.title', '/mina-kurser/webblasare'],
  ['mine:data.title', '/mina-kurser/mina-data'],
] as const;

/** `views/my-courses/onward.hbs`: a person's own pages, but for the one with this title. */
export function onwardFrom(title: string, locale: Locale): readonly Link[] {
  return PAGES.map(([key, path]) => ({ label: locale.t(key), href: locale.href(path) })).filter(
    ({ label }) => label !== title,
  );
}
