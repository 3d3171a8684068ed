import { load, type CheerioAPI } from 'cheerio';
import type { Browser } from './browser.js';
import { FilledForm } from './filled-form.js';

type Headers = Readonly<Record<string, string | string[] | number | undefined>>;

/** A page as it came from the app, and what a person can do on it. */
export class SeenPage {
  readonly $: CheerioAPI;

  constructor(
    private readonly browser: Browser,
    readonly url: URL,
    readonly status: number,
    readonly headers: Headers,
    readonly body: string,
  ) {
    this.$ = load(body);
  }

  /** Path and query of the page that was shown in the end. */
  get path(): string {
    return this.url.pathname + this.url.search;
  }

  /** Where an answer of 301, 302, 303, 307 or 308 points; null for a page. */
  get redirectsTo(): string | null {
    return this.status >= 300 && this.status < 400 ? String(this.headers['location']) : null;
  }

  /** The page as sent, without what is drawn by lot for each browser. */
  get bodyForAll(): string {
    return this.body.replace(/name="step" value="[0-9a-f]+"/g, 'name="step"');
  }

  get title(): string {
    return tidy(this.$('title').text());
  }

  /** The text of the page's only h1. */
  get heading(): string {
    return tidy(this.$('h1').text());
  }

  /** What a person reads between header and footer. */
  get text(): string {
    const main = this.$('main').clone();
    main.find('script, style, template').remove();
    // Words of neighbouring elements are not one word.
    main.find('*').append(' ');
    return tidy(main.text());
  }

  /** The lines of the error summary. */
  get errors(): string[] {
    return this.$('[data-error-summary] li, .error-summary li')
      .toArray()
      .map((line) => tidy(this.$(line).text()));
  }

  /** The texts of all elements that match, tidied. */
  texts(selector: string): string[] {
    return this.$(selector)
      .toArray()
      .map((element) => tidy(this.$(element).text()));
  }

  /** The href of the only link with this text. @throws when there is none, or several lead elsewhere. */
  href(name: string): string {
    const hrefs = this.$('a[href]')
      .toArray()
      .filter((link) => tidy(this.$(link).text()) === name)
      .map((link) => this.$(link).attr('href') ?? '');
    const different = [...new Set(hrefs)];
    if (different.length !== 1) {
      throw new Error(
        `${String(different.length)} links called "${name}" on ${this.path}. There are: ${[...new Set(this.texts('a[href]'))].join(' | ')}`,
      );
    }
    return different[0] ?? '';
  }

  /** Follows the link with this text. */
  follow(name: string): Promise<SeenPage> {
    return this.browser.fromOwnPage(new URL(this.href(name), this.url).href);
  }

  /** The form that the button with this text submits. Every call gives it as it was rendered. */
  form(button: string): FilledForm {
    return new FilledForm(this.browser, this, button);
  }

  /** Presses a button without filling in anything. */
  press(button: string): Promise<SeenPage> {
    return this.form(button).submit();
  }
}

/** Text as it is read: white space, soft hyphens and marks of direction do not count. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
