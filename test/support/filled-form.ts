import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Browser } from './browser.js';
import { tidy, type SeenPage } from './seen-page.js';

type Elements = ReturnType<Cheerio<never>['find']>;
type Element = NonNullable<Elements[number]>;

/**
 * A rendered form that is filled in by what a person sees: labels, legends and buttons. What is sent is
 * what a browser would send.
 */
export class FilledForm {
  readonly #$: CheerioAPI;
  readonly #button: Elements;
  readonly #form: Elements;

  constructor(
    private readonly browser: Browser,
    private readonly page: SeenPage,
    button: string,
  ) {
    this.#$ = page.$;
    this.#button = this.#only(
      page.$.root()
        .find('button')
        .filter((_, element) => this.#nameOf(element) === button),
      `button "${button}"`,
      page.texts('button'),
    );
    const formId = this.#button.attr('form');
    this.#form = page.$.root()
      .find('form')
      .filter((_, form) =>
        formId === undefined
          ? page.$(form).find('button').is(this.#button)
          : page.$(form).attr('id') === formId,
      );
    if (this.#form.length !== 1) throw new Error(`The button "${button}" belongs to no form.`);
  }

  /** Types into the field with this label. */
  fill(label: string, value: string): this {
    const field = this.#field(label, 'input, textarea');
    if (field.is('textarea')) field.text(value);
    else field.attr('value', value);
    return this;
  }

  /** Chooses from the drop-down list with this label. */
  select(label: string, option: string): this {
    const list = this.#field(label, 'select');
    const options = list.find('option');
    options.removeAttr('selected');
    this.#only(
      options.filter((_, element) => tidy(this.#$(element).text()) === option),
      `option "${option}"`,
      options.toArray().map((element) => tidy(this.#$(element).text())),
    ).attr('selected', 'selected');
    return this;
  }

  /** Ticks a checkbox, or chooses one of several radio buttons. `group` is the legend, if labels recur. */
  choose(label: string, group?: string): this {
    const field = this.#field(label, 'input', group);
    if (field.attr('type') === 'radio') {
      const name = field.attr('name') ?? '';
      this.#form.find(`input[type=radio][name="${name}"]`).removeAttr('checked');
    }
    field.attr('checked', 'checked');
    return this;
  }

  /** Takes a tick away. */
  untick(label: string, group?: string): this {
    this.#field(label, 'input', group).removeAttr('checked');
    return this;
  }

  /** What stands in the field with this label: its text, or for a checkbox whether it is ticked. */
  value(label: string, group?: string): string | boolean {
    const field = this.#field(label, 'input, textarea, select', group);
    if (field.is('textarea')) return field.text();
    if (field.is('select')) return this.#selected(field);
    const ticks = ['checkbox', 'radio'].includes(field.attr('type') ?? '');
    return ticks ? field.attr('checked') !== undefined : (field.attr('value') ?? '');
  }

  /** The attribute of the field with this label. */
  attribute(label: string, attribute: string): string | undefined {
    return this.#field(label, 'input, textarea, select').attr(attribute);
  }

  /** Presses the button. */
  submit(): Promise<SeenPage> {
    const action = this.#button.attr('formaction') ?? this.#form.attr('action') ?? '';
    const target = new URL(action === '' ? this.page.url.href : action, this.page.url);
    if (this.#form.attr('method')?.toLowerCase() !== 'post') {
      target.search = new URLSearchParams(this.fields()).toString();
      return this.browser.fromOwnPage(target.href);
    }
    return this.browser.fromOwnPage(target.href, { method: 'POST', fields: this.fields() });
  }

  /** The names and values that would be sent, in the order of the page. */
  fields(): [string, string][] {
    const id = this.#form.attr('id');
    const outside = id === undefined ? [] : this.#$.root().find(`[form="${id}"]`).toArray();
    const inside = this.#form.find('input, select, textarea').toArray();
    const fields = [...inside, ...outside].flatMap((element) => this.#sent(this.#$(element)));
    const name = this.#button.attr('name');
    return name === undefined ? fields : [...fields, [name, this.#button.attr('value') ?? '']];
  }

  #sent(field: Elements): [string, string][] {
    const name = field.attr('name');
    const type = field.attr('type') ?? '';
    if (name === undefined || field.attr('disabled') !== undefined || field.is('button')) return [];
    if (field.closest('fieldset[disabled]').length > 0) return [];
    if (field.is('textarea')) return [[name, field.text()]];
    if (field.is('select')) return [[name, this.#selected(field)]];
    const ticks = type === 'checkbox' || type === 'radio';
    if (ticks && field.attr('checked') === undefined) return [];
    return [[name, field.attr('value') ?? (ticks ? 'on' : '')]];
  }

  #selected(list: Elements): string {
    const chosen = list.find('option[selected]');
    const option = chosen.length > 0 ? chosen.last() : list.find('option').first();
    return option.attr('value') ?? tidy(option.text());
  }

  #field(label: string, kinds: string, group?: string): Elements {
    const within = group === undefined ? this.#form : this.#group(group);
    const labels = within.find('label');
    const found = this.#only(
      labels.filter((_, element) => this.#nameOf(element) === label),
      `field "${label}"`,
      labels.toArray().map((element) => this.#nameOf(element)),
    );
    const target = found.attr('for');
    const field =
      target === undefined ? found.find(kinds) : this.#$.root().find(`[id="${target}"]`);
    if (!field.is(kinds)) throw new Error(`The label "${label}" belongs to no ${kinds}.`);
    return field;
  }

  #group(legend: string): Elements {
    const groups = this.#form.find('fieldset');
    const legendOf = (element: Element) => this.#nameOf(this.#$(element).children('legend')[0]);
    return this.#only(
      groups.filter((_, element) => legendOf(element) === legend),
      `group "${legend}"`,
      groups.toArray().map(legendOf),
    );
  }

  /** What is read out for an element; text for screen readers counts. */
  #nameOf(element: Element | undefined): string {
    return element === undefined ? '' : tidy(this.#$(element).text());
  }

  #only(found: Elements, what: string, there: readonly string[]): Elements {
    if (found.length === 1) return found;
    throw new Error(
      `${String(found.length)} × ${what} on ${this.page.path}. There are: ${there.join(' | ')}`,
    );
  }
}
