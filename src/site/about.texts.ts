import { readFileSync } from 'node:fs';
import { inProject } from '../platform/config/paths.js';
import { LANGUAGES, type Language } from '../platform/config/settings.js';
import { markdown } from '../platform/text/markdown.js';

/** Pages about the site: the word in the address and the name of the text under `locales/`. */
export const ABOUT_PAGES = {
  tillganglighet: { file: 'accessibility', key: 'accessibility' },
  personuppgifter: { file: 'personal-data', key: 'personalData' },
  kakor: { file: 'cookies', key: 'cookies' },
  'farre-spar': { file: 'traces', key: 'traces' },
  kontakt: { file: 'contact', key: 'contact' },
} as const;

/** A page about the site, by its word in the address. */
export type AboutSlug = keyof typeof ABOUT_PAGES;

/** Facts that the texts name as `{{name}}`. */
export type AboutFacts = Readonly<Record<string, string>>;

/** Whether there is a page with that word. */
export function isAboutSlug(word: string): word is AboutSlug {
  return Object.hasOwn(ABOUT_PAGES, word);
}

/**
 * Reads every text from `locales/<language>/about/<page>.md`, fills in the facts and makes HTML.
 * The key of the map is `<language> <slug>`. Done once, at start.
 * @throws Error when a text is missing or names a fact that there is not
 */
export function readAboutTexts(facts: AboutFacts): ReadonlyMap<string, string> {
  const pages = Object.keys(ABOUT_PAGES).filter(isAboutSlug);
  return new Map(
    LANGUAGES.flatMap((language) =>
      pages.map((slug) => [`${language} ${slug}`, readAboutText(language, slug, facts)] as const),
    ),
  );
}

function readAboutText(language: Language, slug: AboutSlug, facts: AboutFacts): string {
  const file = inProject('locales', language, 'about', `${ABOUT_PAGES[slug].file}.md`);
  const text = readFileSync(file, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`${file} names the unknown fact ${name}`);
    return fact;
  });
  return markdown(text, (path) => `/${language}${path}`);
}
