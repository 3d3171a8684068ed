import type { Link } from './link.js';

/** What every field of a form shows. Texts are in the reader's language; an absent one is ''. */
interface FieldBase {
  /** Name in the posted form, and the id that the error summary links to. */
  readonly name: string;
  readonly id: string;
  readonly label: string;
  /** One line: what the answer is for. */
  readonly hint: string;
  readonly error: string;
  readonly required: boolean;
  /** Ids of hint and error, for `aria-describedby`. */
  readonly describedBy: string;
}

export type TextFieldType = 'text' | 'email' | 'tel' | 'search' | 'password' | 'date' | 'number';
export type FieldWidth = 'full' | 'medium' | 'short';

/** `components/field`: one line of text, or a date. */
export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly type: TextFieldType;
  readonly value: string;
  readonly autocomplete: string;
  readonly inputmode: string;
  /** 'ltr' for addresses, numbers and codes, whatever the page's direction. */
  readonly dir: '' | 'ltr';
  /** Characters allowed, or 0 for no limit in the browser. */
  readonly maxLength: number;
  readonly width: FieldWidth;
  /** A way out under the field, such as "Läser någon annan din e-post? Då ringer vi dig". */
  readonly help: Link | null;
}

/** `components/field`: several lines of text. */
export interface TextArea extends FieldBase {
  readonly kind: 'textarea';
  readonly value: string;
  readonly rows: number;
  readonly maxLength: number;
}

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}

/** `components/field`: one of a long list. The first option is empty, so nothing is pre-chosen. */
export interface SelectField extends FieldBase {
  readonly kind: 'select';
  /** What the empty option says, such as "Alla ämnen"; '' says nothing. */
  readonly empty: string;
  readonly options: readonly SelectOption[];
  readonly autocomplete: string;
  readonly width: FieldWidth;
}

export interface Choice {
  readonly id: string;
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  /** Questions that only follow on this choice; hidden by style until it is made, if scripts run. */
  readonly fields: readonly Field[];
}

/** `components/field`: a few choices in a fieldset, one (radio) or several (checkbox) of them. */
export interface ChoiceGroup extends FieldBase {
  readonly kind: 'choices';
  readonly type: 'radio' | 'checkbox';
  /** 'chips': short answers beside each other. */
  readonly look: 'list' | 'chips';
  readonly choices: readonly Choice[];
}

/** `components/field`: one box to tick, with the questions that follow on it. */
export interface Checkbox extends FieldBase {
  readonly kind: 'checkbox';
  readonly value: string;
  readonly checked: boolean;
  readonly fields: readonly Field[];
}

/** Any field; `views/components/field.hbs` prints all of them. */
export type Field = TextField | TextArea | SelectField | ChoiceGroup | Checkbox;

interface Common {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  readonly required?: boolean;
  /** Only when two forms of a page have a field of the same name. */
  readonly id?: string;
}

function base(options: Common): FieldBase {
  const { name, label, hint = '', error = '', required = false, id = name } = options;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { name, id, label, hint, error, required, describedBy: described };
}

export interface TextFieldOptions extends Common {
  readonly value?: string;
  readonly type?: TextFieldType;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'tel' | 'email' | 'text' | 'search' | 'decimal';
  readonly dir?: 'ltr';
  readonly maxLength?: number;
  readonly width?: FieldWidth;
  readonly help?: Link | null;
}

const LEFT_TO_RIGHT: ReadonlySet<TextFieldType> = new Set(['email', 'tel', 'password', 'number']);

/** A line of text; addresses, telephone numbers and passwords are left-to-right by themselves. */
export function textField(options: TextFieldOptions): TextField {
  const type = options.type ?? 'text';
  return {
    ...base(options),
    kind: 'text',
    type,
    value: options.value ?? '',
    autocomplete: options.autocomplete ?? '',
    inputmode: options.inputmode ?? '',
    dir: options.dir ?? (LEFT_TO_RIGHT.has(type) ? 'ltr' : ''),
    maxLength: options.maxLength ?? 0,
    width: options.width ?? 'full',
    help: options.help ?? null,
  };
}

/** A date (`YYYY-MM-DD`) in the browser's own date field. */
export function dateField(options: Common & { readonly value?: string }): TextField {
  return textField({ ...options, type: 'date', width: 'medium' });
}

/** Several lines of text. */
export function textArea(
  options: Common & {
    readonly value?: string;
    readonly rows?: number;
    readonly maxLength?: number;
  },
): TextArea {
  const { value = '', rows = 4, maxLength = 0 } = options;
  return { ...base(options), kind: 'textarea', value, rows, maxLength };
}

/** What a choice or an option says before anybody has chosen. */
export interface ChoiceOptions {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly fields?: readonly Field[];
}

export interface SelectOptions extends Common {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly empty?: string;
  readonly value?: string;
  readonly autocomplete?: string;
  readonly width?: FieldWidth;
}

/** One of a long list; up to about seven answers are better as `choiceGroup`. */
export function selectField(options: SelectOptions): SelectField {
  return {
    ...base(options),
    kind: 'select',
    empty: options.empty ?? '',
    options: options.options.map((one) => ({ ...one, selected: one.value === options.value })),
    autocomplete: options.autocomplete ?? '',
    width: options.width ?? 'full',
  };
}

export interface ChoiceGroupOptions extends Common {
  readonly type: 'radio' | 'checkbox';
  readonly choices: readonly ChoiceOptions[];
  /** The chosen values; none when the form is new. */
  readonly chosen?: readonly string[];
  readonly look?: 'list' | 'chips';
}

/** A few choices; `label` is the group's name. The first one carries the group's id. */
export function choiceGroup(options: ChoiceGroupOptions): ChoiceGroup {
  const { type, choices, chosen = [], look = 'list' } = options;
  const common = base(options);
  return {
    ...common,
    kind: 'choices',
    type,
    look,
    choices: choices.map((choice, index) => ({
      id: index === 0 ? common.id : `${common.id}-${index + 1}`,
      value: choice.value,
      label: choice.label,
      hint: choice.hint ?? '',
      checked: chosen.includes(choice.value),
      fields: choice.fields ?? [],
    })),
  };
}

export interface CheckboxOptions extends Common {
  /** What is posted when it is ticked. */
  readonly value?: string;
  readonly checked?: boolean;
  readonly fields?: readonly Field[];
}

/** One box to tick. */
export function checkbox(options: CheckboxOptions): Checkbox {
  const { value = 'yes', checked = false, fields = [] } = options;
  return { ...base(options), kind: 'checkbox', value, checked, fields };
}
