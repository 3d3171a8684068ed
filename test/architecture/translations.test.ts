import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LANGUAGES } from '../../src/platform/config/settings.js';
import { textsOf } from '../support/locale-texts.js';

/** Read by staff, who read Swedish; `reminders` is not among them, because its mails go to parents. */
const STAFF_NAMESPACES = ['staff', 'attendance'];

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const PLURAL = new RegExp(`_(${PLURALS.join('|')})$`);

function namespaceOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/** `site:found_other` → `site:found`: the key that code and templates know. */
function asked(key: string): string {
  return key.replace(PLURAL, '');
}

/** The names of the facts that a text prints. */
function factsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name))].sort();
}

const texts = Object.fromEntries(LANGUAGES.map((language) => [language, textsOf(language)]));
const swedish = texts['sv']!;
const namespaces = [...new Set([...swedish.keys()].map(namespaceOf))];

/**
 * Every literal of code and templates that looks like a key, with the files that hold it. What is put in
 * while running (`enrolments:form.childAge.${age}`) stands as `*`.
 */
function keysInUse(): Map<string, string[]> {
  const start = `(?:${namespaces.join('|')}):`;
  // Names of jobs look the same.
  const quoted = `(?<!register\\()'(${start}[^'\\s]*)'`;
  const composed = `\`(${start}(?:\\$\\{[^}]*\\}|[^\`\\s])*)\``;
  const literal = new RegExp(`${quoted}|${composed}`, 'g');
  const used = new Map<string, string[]>();
  // Commands look the same too, and speak no language of the interface.
  const files = globSync(['src/**/*.ts', 'views/**/*.hbs'], {
    exclude: ['src/cli/**', '**/*.spec.ts'],
  });
  for (const file of files) {
    for (const [, plain, withFacts] of readFileSync(file, 'utf8').matchAll(literal)) {
      const pattern = (plain ?? withFacts ?? '').replace(/\$\{[^}]*\}/g, '*');
      used.set(pattern, [...(used.get(pattern) ?? []), file]);
    }
  }
  return used;
}

function matcher(pattern: string): (key: string) => boolean {
  if (!pattern.includes('*')) return (key) => key === pattern;
  const escaped = pattern.replace(/[.$]/g, '\\$&').replaceAll('*', '[^:]+');
  const expression = new RegExp(`^${escaped}$`);
  return (key) => expression.test(key);
}

describe('The texts of the interface', () => {
  const used = keysInUse();
  const known = [...new Set([...swedish.keys()].map(asked))];

  it('are there for every key that code and templates use', () => {
    const missing = [...used].filter(([pattern]) => !known.some(matcher(pattern)));
    expect(missing.map(([pattern, files]) => `${pattern} in ${files.join(', ')}`)).toEqual([]);
  });

  it('are all used', () => {
    const matchers = [...used.keys()].map(matcher);
    expect(known.filter((key) => !matchers.some((matches) => matches(key)))).toEqual([]);
  });

  it.each(LANGUAGES)('stand under the same public keys in %s as in Swedish', (language) => {
    const isPublic = (key: string) => !STAFF_NAMESPACES.includes(namespaceOf(key));
    const keys = (of: Map<string, string>) => new Set([...of.keys()].filter(isPublic).map(asked));
    const there = keys(texts[language]!);
    const wanted = keys(swedish);
    expect([...there].sort()).toEqual([...wanted].sort());
  });

  it.each(LANGUAGES)('have every form that counting needs in %s, and no other', (language) => {
    const own = texts[language]!;
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const counting = new Set([...own.keys()].filter((key) => PLURAL.test(key)).map(asked));
    const wrong = [...counting].flatMap((key) =>
      PLURALS.filter(
        (form) => own.has(`${key}_${form}`) !== (pluralCategories as string[]).includes(form),
      ).map((form) => `${key}_${form}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(LANGUAGES)('name the same facts in %s as in Swedish', (language) => {
    const wanted = new Map<string, Set<string>>();
    for (const [key, text] of swedish)
      wanted.set(asked(key), new Set([...(wanted.get(asked(key)) ?? []), ...factsOf(text)]));
    const wrong = [...texts[language]!].filter(([key, text]) => {
      const facts = wanted.get(asked(key)) ?? new Set();
      // "a meeting" needs no figure where Swedish says "1 träff".
      const needed = PLURAL.test(key) ? [] : [...facts];
      const own = factsOf(text);
      return own.some((fact) => !facts.has(fact)) || needed.some((fact) => !own.includes(fact));
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('are never empty', () => {
    const empty = LANGUAGES.flatMap((language) =>
      [...texts[language]!]
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => `${language} ${key}`),
    );
    expect(empty).toEqual([]);
  });
});
