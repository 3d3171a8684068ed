import type { Programme } from '../programmes/programme.entity.js';
import { hidesDetails } from '../programmes/programme.rules.js';

/**
 * Whether two can ask for seats together. Not where parents are kept apart, nor in a discreet programme,
 * where one of the two may be forced to it; and after a talk it is staff who place people.
 */
export function mayGoTogether(
  programme: Pick<Programme, 'admission' | 'discreet' | 'keepApart'>,
): boolean {
  return programme.admission === 'direct' && !hidesDetails(programme);
}
