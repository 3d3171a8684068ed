import { readdirSync, readFileSync } from 'node:fs';

import { createInstance, type i18n } from 'i18next';

import { inProject } from '../config/paths.js';
import { LANGUAGES, type Language } from '../config/settings.js';
import { Locale, type TextFacts } from './locale.js';

interface Tree {
  readonly [key: string]: string | Tree;
}

function readNamespaces(language: Language): Record<string, Tree> {
  const folder = inProject('locales', language);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [
        file.slice(0, -'.json'.length),
        JSON.parse(readFileSync(inProject('locales', language, file), 'utf8')) as Tree,
      ]),
  );
}

function* plainTexts(tree: Tree, path: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree)) {
    const here = path.endsWith(':') ? `${path}${key}` : `${path}.${key}`;
    if (typeof value !== 'string') yield* plainTexts(value, here);
    else if (!value.includes('{{')) yield [here, value];
  }
}

/**
 * All interface texts. Texts without facts lie in a Map, because a call to i18next costs 10 µs;
 * a missing text is an error, not an empty place on a page.
 */
export class Translations {
  private readonly plain = new Map<string, string>();
  private readonly engine: i18n = createInstance();
  private readonly locales: Readonly<Record<Language, Locale>>;

  constructor() {
    const resources = Object.fromEntries(LANGUAGES.map((code) => [code, readNamespaces(code)]));
    void this.engine.init({
      initAsync: false,
      resources,
      // Staff read Swedish only: a namespace that a language lacks is shown in Swedish.
      fallbackLng: 'sv',
      interpolation: { escapeValue: false },
    });
    for (const [code, namespaces] of Object.entries(resources))
      for (const [name, tree] of Object.entries(namespaces))
        for (const [key, text] of plainTexts(tree, `${name}:`))
          this.plain.set(`${code} ${key}`, text);
    const translate = this.translate.bind(this);
    this.locales = {
      sv: new Locale('sv', translate),
      en: new Locale('en', translate),
      ar: new Locale('ar', translate),
    };
  }

  /** The locale of a language; the same object every time. */
  locale(language: Language): Locale {
    return this.locales[language];
  }

  /** The text under a key. @throws Error when no language has it. */
  translate(language: Language, key: string, facts?: TextFacts): string {
    if (facts === undefined) {
      const text = this.plain.get(`${language} ${key}`);
      if (text !== undefined) return text;
    }
    const found = this.engine.t(key, { ...facts, lng: language });
    if (found === key || found === key.slice(key.indexOf(':') + 1))
      throw new Error(`No text ${key} in ${language}`);
    return found;
  }
}
