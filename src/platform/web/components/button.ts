/** Filled, outlined, bare, or for what cannot be undone. The one act of a page is `primary`. */
export type ButtonVariant = 'primary' | 'secondary' | 'tertiary' | 'danger';

/** `components/button`: a submit button, or a link that looks like one when `href` is set. */
export interface Button {
  readonly label: string;
  readonly variant: ButtonVariant;
  readonly href: string;
  readonly name: string;
  readonly value: string;
  /** Id of the form it belongs to when it stands outside. */
  readonly form: string;
}

/** A button that sends its form. `name` and `value` tell which of several was pressed. */
export function submitButton(
  label: string,
  options: Partial<Pick<Button, 'variant' | 'name' | 'value' | 'form'>> = {},
): Button {
  return { label, variant: 'primary', href: '', name: '', value: '', form: '', ...options };
}

/** A link to the next step, dressed as a button. */
export function linkButton(
  label: string,
  href: string,
  variant: ButtonVariant = 'primary',
): Button {
  return { label, variant, href, name: '', value: '', form: '' };
}
