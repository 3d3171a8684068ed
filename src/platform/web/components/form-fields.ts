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
interface Named {
  readonly name: string;
  readonly id?: string;
}

/**
 * Builds the fields of one form, each with what was typed and what is wrong, and remembers their
 * order for the error summary. Without a state the form is new and empty.
 */
export class FormFields {
  /** Name of each field built so far → its id, in the order of the page. */
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly locale: Locale,
    private readonly state: FormState = { typed: {}, errors: {} },
  ) {}

  text(options: Fresh<TextFieldOptions>): TextField {
    return textField({ ...options, ...this.line(options) });
  }

  date(options: Fresh<TextFieldOptions>): TextField {
    return dateField({ ...options, ...this.line(options) });
  }

  area(options: Fresh<Parameters<typeof textArea>[0]>): TextArea {
    return textArea({ ...options, ...this.line(options) });
  }

  select(options: Fresh<SelectOptions>): SelectField {
    return selectField({ ...options, ...this.line(options) });
  }

  choices(options: Fresh<ChoiceGroupOptions>): ChoiceGroup {
    const chosen = this.typed(options);
    return choiceGroup({ ...options, chosen, error: this.error(options.name) });
  }

  /** `posted` is what a ticked box sends; "yes" unless told. */
  checkbox(options: Fresh<CheckboxOptions> & { readonly posted?: string }): Checkbox {
    const value = options.posted ?? 'yes';
    const checked = this.typed(options).includes(value);
    return checkbox({ ...options, value, checked, error: this.error(options.name) });
  }

  /** The summary of everything wrong, in the order the fields were built; null when all is well. */
  summary(): ErrorSummary | null {
    const names = [...this.ids.keys()];
    const wrong = Object.keys(this.state.errors)
      .filter((name) => this.state.errors[name] !== undefined)
      .sort((a, b) => place(names, a) - place(names, b))
      .map((name) => ({ field: this.ids.get(name) ?? '', text: this.error(name) }));
    return errorSummary(wrong);
  }

  private line(field: Named): { value: string; error: string } {
    return { value: this.typed(field)[0] ?? '', error: this.error(field.name) };
  }

  private typed({ name, id = name }: Named): readonly string[] {
    this.ids.set(name, id);
    const typed = this.state.typed[name];
    return typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed;
  }

  private error(name: string): string {
    const key = this.state.errors[name];
    return key === undefined ? '' : this.locale.t(key, this.state.facts);
  }
}

/** What belongs to no field of the page comes last, as a line without a link. */
function place(names: readonly string[], name: string): number {
  const found = names.indexOf(name);
  return found === -1 ? names.length : found;
}
