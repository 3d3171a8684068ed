import type { Locale, TextFacts } from '../locale.js';
import type { TextKey } from '../resources.js';
import { errorSummary, type ErrorSummary } from './error-summary.js';
import {
  checkbox,
  choiceGroup,
  dateField,
  selectField,
  textArea,
  textField,
  type Checkbox,
  type CheckboxOptions,
  type ChoiceGroup,
  type ChoiceGroupOptions,
  type SelectField,
  type SelectOptions,
  type TextArea,
  type TextField,
  type TextFieldOptions,
} from './fields.js';

/** What was typed into a form and what is wrong with it: field name → text key. */
export interface FormState {
  readonly typed: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly errors: Readonly<Record<string, TextKey | undefined>>;
  /** Facts for the error texts. */
  readonly facts?: TextFacts;
}

type Fresh<T> = Omit<T, 'error' | 'value' | 'chosen' | 'checked'>;

/**
 * Builds the fields of one form, each with what was typed and what is wrong, and remembers their
 * order for the error summary. Without a state the form is new and empty.
 */
export class FormFields {
  private readonly order: string[] = [];

  constructor(
    private readonly locale: Locale,
    private readonly state: FormState = { typed: {}, errors: {} },
  ) {}

  text(options: Fresh<TextFieldOptions>): TextField {
    return textField({ ...options, ...this.line(options.name) });
  }

  date(options: Fresh<TextFieldOptions>): TextField {
    return dateField({ ...options, ...this.line(options.name) });
  }

  area(options: Fresh<Parameters<typeof textArea>[0]>): TextArea {
    return textArea({ ...options, ...this.line(options.name) });
  }

  select(options: Fresh<SelectOptions>): SelectField {
    return selectField({ ...options, ...this.line(options.name) });
  }

  choices(options: Fresh<ChoiceGroupOptions>): ChoiceGroup {
    const chosen = this.all(options.name);
    return choiceGroup({ ...options, chosen, error: this.error(options.name) });
  }

  checkbox(options: Fresh<CheckboxOptions> & { readonly posted?: string }): Checkbox {
    const value = options.posted ?? 'yes';
    const checked = this.all(options.name).includes(value);
    return checkbox({ ...options, value, checked, error: this.error(options.name) });
  }

  /** The summary of everything wrong, in the order the fields were built; null when all is well. */
  summary(): ErrorSummary | null {
    const known = (field: string) => {
      const place = this.order.indexOf(field);
      return place === -1 ? Number.MAX_SAFE_INTEGER : place;
    };
    const wrong = Object.keys(this.state.errors)
      .filter((field) => this.state.errors[field] !== undefined)
      .sort((a, b) => known(a) - known(b))
      .map((field) => ({ field, text: this.error(field) }));
    return errorSummary(wrong);
  }

  private line(name: string): { value: string; error: string } {
    return { value: this.all(name)[0] ?? '', error: this.error(name) };
  }

  private all(name: string): readonly string[] {
    this.order.push(name);
    const typed = this.state.typed[name];
    return typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed;
  }

  private error(name: string): string {
    const key = this.state.errors[name];
    return key === undefined ? '' : this.locale.t(key, this.state.facts);
  }
}
