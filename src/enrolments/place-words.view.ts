import type { Locale } from '../platform/web/locale.js';
import type { PlaceFacts } from './place-facts.queries.js';

/** "Väven, Björken, Storgatan 46", the same "eller digitalt", or "Digitalt, på nätet". */
export function placeLine(
  { round, venue }: Pick<PlaceFacts, 'round' | 'venue'>,
  locale: Locale,
): string {
  if (round.form === 'online') return locale.t('enrolments:place.online');
  if (venue === null) return '';
  const where = [venue.name, venue.room, venue.address].filter((part) => part !== null).join(', ');
  return round.form === 'hybrid' ? locale.t('enrolments:place.hybrid', { where }) : where;
}
