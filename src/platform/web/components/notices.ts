import type { Button } from './button.js';
import type { Link } from './link.js';

/** `components/notice`: something to know before reading on. `text` is plain. */
export interface Notice {
  readonly kind: 'info' | 'warning' | 'success' | 'danger';
  readonly title: string;
  readonly text: string;
  readonly link: Link | null;
}

/** Something to know before reading on. */
export function notice(
  kind: Notice['kind'],
  options: { readonly title?: string; readonly text: string; readonly link?: Link | null },
): Notice {
  return { kind, title: options.title ?? '', text: options.text, link: options.link ?? null };
}

/** `components/empty-state`: a list with nothing in it, and what to do instead. */
export interface EmptyState {
  readonly title: string;
  readonly text: string;
  readonly action: Button | null;
}

/** A list with nothing in it, and what to do instead. */
export function emptyState(title: string, text: string, action: Button | null = null): EmptyState {
  return { title, text, action };
}

/** `components/confirmation`: what was done, as the page's h1, and what happens next. */
export interface Confirmation {
  readonly title: string;
  readonly text: string;
  /** Neutral where what is told is no good news. */
  readonly tone: 'success' | 'neutral';
  /** Printed large, for whoever calls about it; '' without one. */
  readonly referenceLabel: string;
  readonly reference: string;
}

/** What was done and what happens next; the title is the page's h1. */
export function confirmation(options: {
  readonly title: string;
  readonly text?: string;
  readonly tone?: Confirmation['tone'];
  readonly reference?: { readonly label: string; readonly value: string };
}): Confirmation {
  return {
    title: options.title,
    text: options.text ?? '',
    tone: options.tone ?? 'success',
    referenceLabel: options.reference?.label ?? '',
    reference: options.reference?.value ?? '',
  };
}
