import type { Programme } from './programme.entity.js';

/** What decides how much of a programme the public is told. */
export type Discretion = Pick<Programme, 'discreet' | 'keepApart'>;

/**
 * Whether public pages keep place, dates, times, leaders and themes of its rounds to themselves:
 * nobody may work out from them where a certain person is at a certain hour.
 */
export function hidesDetails(programme: Discretion): boolean {
  return programme.discreet || programme.keepApart;
}

/**
 * Whether people come into a programme in a way that keeps it safe. Where co-parents are kept apart, only a
 * talk can tell who must not meet: an open form would put both of them into the same room.
 */
export function admissionFits({
  admission,
  keepApart,
}: Pick<Programme, 'admission' | 'keepApart'>): boolean {
  return !keepApart || admission === 'talk';
}
