import { readdirSync, readFileSync } from 'node:fs';

import Handlebars from 'handlebars';

import { inProject } from '../config/paths.js';
import type { Locale } from './locale.js';

type Template = (model: object, options: { data: { locale: Locale } }) => string;

interface HelperCall {
  readonly hash: Readonly<Record<string, string | number>>;
  readonly data: { readonly locale: Locale };
}

const HELPERS = {
  /** `{{t 'site:start.title'}}`, `{{t 'site:catalogue.found' count=n}}` */
  t(key: string, call: HelperCall): string {
    const facts = Object.keys(call.hash).length > 0 ? call.hash : undefined;
    return call.data.locale.text(key, facts);
  },
  /** A public address in the page's language: `{{linkTo '/kurser'}}`; not "href", the key that every model has. */
  linkTo: (path: string, call: HelperCall) => call.data.locale.href(path),
  eq: (left: unknown, right: unknown) => left === right,
  not: (value: unknown) => !value,
  and: (left: unknown, right: unknown) => Boolean(left) && Boolean(right),
  or: (left: unknown, right: unknown) => Boolean(left) || Boolean(right),
  concat: (...parts: unknown[]) => parts.slice(0, -1).join(''),
};

const COMPILE = {
  strict: true,
  explicitPartialContext: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
};

/** Every template under `views/`, for pages and mail; a file's path without ending is its name. */
export class Views {
  private readonly engine = Handlebars.create();
  private readonly templates = new Map<string, Template>();

  constructor() {
    this.engine.registerHelper(HELPERS);
    for (const file of readdirSync(inProject('views'), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.hbs')) continue;
      const name = file.slice(0, -'.hbs'.length).replaceAll('\\', '/');
      const source = readFileSync(inProject('views', file), 'utf8');
      const isText = name.endsWith('.text');
      const template = this.engine.compile<object>(source, { ...COMPILE, noEscape: isText });
      this.templates.set(name, template);
      this.engine.registerPartial(name, template);
    }
  }

  /** The names of all templates, for the tests that render each of them. */
  get names(): readonly string[] {
    return [...this.templates.keys()];
  }

  /** Renders one template. @throws Error when the template or a key of its model is missing. */
  render(name: string, model: object, locale: Locale): string {
    const template = this.templates.get(name);
    if (!template) throw new Error(`No view ${name}`);
    return template(model, { data: { locale } });
  }
}
