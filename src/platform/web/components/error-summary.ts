/** One thing to put right: the words stand at the field too. */
export interface FieldError {
  /** The field's id; an empty one gives a line without a link (a refusal about the whole form). */
  readonly field: string;
  readonly text: string;
}

/** `components/error-summary`: above the h1, links to each field, takes the focus. */
export interface ErrorSummary {
  readonly errors: readonly FieldError[];
}

/** The summary of what is wrong, or null when nothing is; the template prints nothing for null. */
export function errorSummary(errors: readonly FieldError[]): ErrorSummary | null {
  return errors.length === 0 ? null : { errors };
}
