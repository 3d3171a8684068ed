import { linkButton, type Button } from '../platform/web/components/button.js';
import { seatBox, type SeatBox } from '../platform/web/components/round-parts.js';
import { seatTag, type SeatState } from '../platform/web/components/tag.js';
import { civilDateAt } from '../kernel/instant.js';
import type { Locale } from '../platform/web/locale.js';
import type { OfferedRound } from './catalogue.queries.js';
import { seatState } from './seat-state.rules.js';

const ENROL_TEXT = {
  free: 'site:round.enrolBy',
  few: 'site:round.enrolBy',
  full: 'site:round.queueText',
  talk: 'site:round.talkText',
} as const;

/** The seats of a round in words, and the one thing to do about them. */
export function presentSeatBox(locale: Locale, offered: OfferedRound, now: Date): SeatBox {
  const { programme, round } = offered;
  const state = seatState(offered, now);
  const title = seatTag(locale, state).text;
  // The number tells the office which round it is about, and nobody else anything.
  const callMe = locale.href(`/ring-mig?omgang=${String(round.id)}`);
  const enrolHref = locale.href(`/kurser/${programme.slug}/${round.slug}/anmalan`);
  if (state === 'closed' || state === 'cancelled') {
    const action = round.endsAt <= now ? null : elsewhere(locale, offered);
    return seatBox({ title, text: closedText(locale, offered, state, now), action });
  }
  const date = locale.dayAndMonth(civilDateAt(round.enrolUntil));
  const full = state === 'full';
  return seatBox({
    title,
    text: locale.t(ENROL_TEXT[state], { date }),
    action: linkButton(locale.t(full ? 'site:round.queue' : 'site:round.enrol'), enrolHref),
    note: locale.t('site:round.note'),
    link: { label: locale.t('site:round.readBySomebody'), href: callMe },
  });
}

function elsewhere(locale: Locale, { programme }: OfferedRound): Button {
  const href = locale.href(`/kurser/${programme.slug}`);
  return linkButton(locale.t('site:round.otherRounds'), href, 'secondary');
}

function closedText(locale: Locale, { round }: OfferedRound, state: SeatState, now: Date): string {
  if (state === 'cancelled') return locale.t('site:round.cancelledText');
  if (round.endsAt <= now) return locale.t('site:round.endedText');
  if (round.enrolFrom !== null && now < round.enrolFrom)
    return locale.t('site:round.enrolFrom', { date: locale.moment(round.enrolFrom) });
  return locale.t('site:round.closedText');
}
