import { LIVE_STATES, standingOf } from '../enrolments/enrolment-words.rules.js';
import { civilDateAt } from '../kernel/instant.js';
import { Page } from '../kernel/page.js';
import type { OwnRow } from '../enrolments/enrolments.queries.js';
import { linkButton } from '../platform/web/components/button.js';
import { emptyState } from '../platform/web/components/notices.js';
import { signOutForm } from '../platform/web/components/sign-out.js';
import type { Locale } from '../platform/web/locale.js';
import { inLanguage, textIn } from '../platform/text/texts.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import { startMonthText } from '../rounds/round-words.rules.js';
import { onwardFrom } from './onward.view.js';

/** A person's places: a seat to answer first, then those to come, the next one first, then what is over. */
export function placesPage(rows: readonly OwnRow[], locale: Locale, now: Date): Page {
  const title = locale.t('mine:list.title');
  const {
    past = [],
    later = [],
    offered = [],
  } = Object.groupBy(rows, (row) =>
    isComing(row, now) ? (row.offered ? 'offered' : 'later') : 'past',
  );
  const coming = [...offered.toReversed(), ...later.toReversed()];
  const model = {
    title,
    coming: coming.map((row) => presentRow(row, locale, now)),
    past: past.map((row) => presentRow(row, locale, now)),
    empty: emptyState(
      locale.t('mine:list.empty.title'),
      locale.t('mine:list.empty.text'),
      linkButton(locale.t('mine:list.empty.action'), locale.href('/kurser')),
    ),
    onward: onwardFrom(title, locale),
    signOut: signOutForm(locale),
  };
  const quickExit = rows.some(({ programme }) => programme.discreet);
  const head = { title, section: 'mine', noStore: true, quickExit } as const;
  return new Page('my-courses/places', head, model);
}

function isComing({ enrolment, round }: OwnRow, now: Date): boolean {
  return LIVE_STATES.includes(enrolment.state) && round.endsAt > now;
}

const STATES = {
  seat: 'confirmed',
  queue: 'waiting',
  talk: 'talk',
  review: 'review',
  closed: 'closed',
  none: 'cancelled',
} as const;

function presentRow(row: OwnRow, locale: Locale, now: Date) {
  const { enrolment, programmeTexts } = row;
  const text = textIn(programmeTexts, locale.language);
  return {
    href: locale.href(`/mina-kurser/${enrolment.id}`),
    name: inLanguage(text, text.name),
    when: whenOf(row, locale, now),
    state: locale.t(`mine:list.state.${stateOf(row, now)}`),
  };
}

/** When it starts, as far as the person may know it by now: as on the page of the place. */
function whenOf(row: OwnRow, locale: Locale, now: Date): string {
  const { enrolment, round, programme, offered } = row;
  if (enrolment.state !== 'confirmed') {
    if (programme.admission === 'talk') return '';
    if (!offered && hidesDetails(programme)) return startMonthText(locale, round.startsAt);
  }
  const date = locale.plainDate(civilDateAt(round.startsAt));
  return round.startsAt > now ? locale.t('rounds:starts.on', { date }) : date;
}

function stateOf({ enrolment, round, programme, offered }: OwnRow, now: Date) {
  if (round.state === 'cancelled') return 'round-cancelled';
  if (offered) return 'offered';
  const standing = standingOf(enrolment.state, programme.admission);
  const ends = standing === 'seat' || standing === 'talk';
  return ends && round.endsAt <= now ? 'over' : STATES[standing];
}
