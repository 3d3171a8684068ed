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

function* textsOf(tree: Tree, path: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree)) {
    const here = path.endsWith(':') ? `${path}${key}` : `${path}.${key}`;
    if (typeof value !== 'string') yield* textsOf(value, here);
    else yield [here, value];
  }
}

/** Puts facts into a text; one that is not given leaves nothing behind, as i18next does it. */
function filled(text: string, facts: TextFacts): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''));
}

/**
 * All interface texts. They lie in a Map and i18next is asked for plurals only, because a call to it
 * costs 10 µs and a list makes a hundred; a missing text is an error, not an empty place on a page.
 */
export class Translations {
  private readonly texts = new Map<string, string>();
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
        for (const [key, text] of textsOf(tree, `${name}:`)) this.texts.set(`${code} ${key}`, text);
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

  /** The locale of a language that is kept with a person; Swedish for one that we do not speak. */
  localeOf(language: string): Locale {
    return this.locale(LANGUAGES.find((known) => known === language) ?? 'sv');
  }

  /** The text under a key. @throws Error when no language has it. */
  translate(language: Language, key: string, facts?: TextFacts): string {
    const text = facts?.['count'] === undefined && this.texts.get(`${language} ${key}`);
    if (typeof text === 'string') return facts === undefined ? text : filled(text, facts);
    const found = this.engine.t(key, { ...facts, lng: language });
    if (found === key || found === key.slice(key.indexOf(':') + 1))
      throw new Error(`No text ${key} in ${language}`);
    return found;
  }
}
