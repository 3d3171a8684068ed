/** A link with its words. */
export interface Link {
  readonly label: string;
  readonly href: string;
}

/** The `tel:` address of a number as people write it: "020-50 50 50" → "tel:020505050". */
export function telHref(number: string): string {
  return `tel:${number.replace(/[^+\d]/g, '')}`;
}
