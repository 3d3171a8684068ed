import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { Translations } from '../../src/platform/web/translations.js';
import { Views } from '../../src/platform/web/views.js';
import { brokenReferences, foreignAddresses, ownStyleAndScript } from '../support/page-faults.js';
import { looksSwedish, wordsOf } from '../support/page-words.js';
import { makeStrict } from '../support/strict-views.js';

/** Where a template may print HTML as it is: the inside of a layout, which is a rendered template. */
const RENDERED = [
  'layouts/public.hbs: body',
  'layouts/staff.hbs: body',
  'mail/layout.html.hbs: body',
];
/** What code has made safe says so in its name: `markdown()` for editors' texts, the mailbox for mails. */
const MADE_SAFE = /(\.html|Html)$/;

/** Text templates print text, so nothing in them is escaped. */
const isText = (file: string) => file.endsWith('.text.hbs');

const templates = globSync('**/*.hbs', { cwd: 'views' })
  .sort()
  .map((file) => ({ file, source: readFileSync(`views/${file}`, 'utf8') }));

/** What a pattern finds, as `file: first group`. */
function found(pattern: RegExp, among = templates): string[] {
  return among.flatMap(({ file, source }) =>
    [...source.matchAll(pattern)].map(([whole, group]) => `${file}: ${group ?? whole}`),
  );
}

describe('The templates', () => {
  it('print HTML as it is in few places only', () => {
    const raw = found(/\{\{\{~?\s*([^}\s]+)\s*~?\}\}\}|\{\{~?&\s*([^}\s]+)/g);
    expect(raw.filter((place) => !MADE_SAFE.test(place))).toEqual(RENDERED);
  });

  it('hold no style but in mails, and no script', () => {
    const pages = templates.filter(({ file }) => !file.startsWith('mail/'));
    expect(found(/\sstyle=|<style/g, pages)).toEqual([]);
    expect(found(/<script(?![^>]*\ssrc=)/g)).toEqual([]);
    expect(found(/\son[a-z]+=/g)).toEqual([]);
  });

  it('name no other site', () => {
    expect(found(/(?:src|href|action)="(https?:[^"]*|\/\/[^"]*)"/g)).toEqual([]);
  });

  it('come with style and script that ask no other site for anything', () => {
    const assets = globSync(['assets/**/*.css', 'assets/**/*.js', 'public/*.{css,js}']);
    expect(assets.length).toBeGreaterThan(10);
    const asking = assets.filter((file) =>
      /url\(\s*['"]?(?:https?:)?\/\/|@import\s+['"]?(?:https?:)?\/\/|\b(?:fetch|import)\(/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(asking).toEqual([]);
  });

  it('quote every attribute, because only then is it escaped well enough', () => {
    const html = templates.filter(({ file }) => !isText(file));
    expect(found(/\s[a-z-]+=\{\{/g, html.map(withoutCalls))).toEqual([]);
  });

  it('are two for every mail: HTML and text', () => {
    const mails = templates.map(({ file }) => file).filter((file) => /^mail\/\w+\//.test(file));
    const texts = mails.filter(isText).map((file) => file.replace('.text.', '.html.'));
    expect(texts).toEqual(mails.filter((file) => !isText(file)));
    expect(texts.length).toBeGreaterThan(0);
  });
});

/** A template without the arguments of its helpers and partials, which look like attributes. */
function withoutCalls({ file, source }: (typeof templates)[number]): (typeof templates)[number] {
  return { file, source: source.replace(/\{\{[^}]*\}\}/g, '{{}}') };
}

describe('The rules for pages', () => {
  const swedish = new Translations().locale('sv');

  it('see a template ask for a key that its model does not have', () => {
    const views = new Views();
    makeStrict(views);
    const notice = { kind: 'info', title: '', text: 'Hej' };
    const render = (model: object) => views.render('components/notice', model, swedish);
    expect(render({ notice: { ...notice, link: null } })).toContain('Hej');
    expect(() => render({ notice })).toThrow('notice has no link');
  });

  it('see Swedish on a page in another language', () => {
    const $ = load(
      '<html lang="en"><p>Courses in Umeå</p><p lang="sv">Kurser för dig</p><img alt="ett barn"></html>',
    );
    const found = wordsOf($).filter(
      ({ language, text }) => language !== 'sv' && looksSwedish(text, ['Umeå']),
    );
    expect(found).toEqual([{ text: 'ett barn', language: 'en' }]);
  });

  it('see style, script and addresses that do not belong there', () => {
    const $ =
      load(`<p style="color:red" onclick="x()"><script>x()</script><img src="//elsewhere.se/x">
      <link href="https://elsewhere.se/x.css"><form action="https://elsewhere.se"></form><a href="https://1177.se">`);
    expect(ownStyleAndScript($)).toEqual(['on <p>', 'on <script>', 'onclick']);
    expect(foreignAddresses($)).toEqual([
      '//elsewhere.se/x',
      'https://elsewhere.se/x.css',
      'https://elsewhere.se',
    ]);
  });

  it('see references that lead nowhere', () => {
    const $ = load('<p id="a" aria-describedby="a b"><p id="a"><label for="c"><a href="#d">');
    expect(brokenReferences($)).toEqual(['two #a', 'no #c', 'no #b', 'no #d']);
  });
});
