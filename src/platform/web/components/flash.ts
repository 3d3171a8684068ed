/** How a message feels: something went well, something to know, something to look out for. */
export type FlashKind = 'success' | 'info' | 'warning';

/** A message on the page after a redirect, or one that belongs to the page. */
export interface Flash {
  readonly kind: FlashKind;
  readonly text: string;
}

/** A message shown once, read out by screen readers. */
export function flash(kind: FlashKind, text: string): Flash {
  return { kind, text };
}
