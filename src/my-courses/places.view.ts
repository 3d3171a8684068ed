import { standingOf } from '../enrolments/enrolment-words.rules.js';
import { civilDateAt } from '../kernel/instant.js';
import { Page } from '../kernel/page.js';
import type { OwnRow } from '../enrolments/enrolments.queries.js';
import { linkButton } from '../platform/web/components/button.js';
import { emptyState } from '../platform/web/components/notices.js';
import { signOutForm } from '../platform/web/components/sign-out.js';
import type { Locale } from '../platform/web/locale.js';
import { inLanguage, textIn } from '../platform/text/texts.js';

/** A person's places: those to come, the next one first, then those that are over. */
export function placesPage(rows: readonly OwnRow[], locale: Locale, now: Date): Page {
  const title = locale.t('mine:list.title');
  const { past = [], coming = [] } = Object.groupBy(rows, (row) =>
    isComing(row, now) ? 'coming' : 'past',
  );
  const model = {
    title,
    coming: coming.toReversed().map((row) => presentRow(row, locale, now)),
    past: past.map((row) => presentRow(row, locale, now)),
    empty: emptyState(
      locale.t('mine:list.empty.title'),
      locale.t('mine:list.empty.text'),
      linkButton(locale.t('mine:list.empty.action'), locale.href('/kurser')),
    ),
    signOut: signOutForm(locale),
  };
  const quickExit = rows.some(({ round }) => round.programme?.discreet === true);
  const head = { title, section: 'mine', noStore: true, quickExit } as const;
  return new Page('my-courses/places', head, model);
}

function isComing({ enrolment, round }: OwnRow, now: Date): boolean {
  return ['confirmed', 'waiting'].includes(enrolment.state) && round.endsAt > now;
}

const STATES = {
  seat: 'confirmed',
  queue: 'waiting',
  talk: 'talk',
  closed: 'closed',
  none: 'cancelled',
} as const;

function presentRow(row: OwnRow, locale: Locale, now: Date) {
  const { enrolment, round, programmeTexts } = row;
  const text = textIn(programmeTexts, locale.language);
  return {
    href: locale.href(`/mina-kurser/${enrolment.id}`),
    name: inLanguage(text, text.name),
    when: locale.plainDate(civilDateAt(round.startsAt)),
    state: locale.t(`mine:list.state.${stateOf(row, now)}`),
  };
}

function stateOf({ enrolment, round, offered }: OwnRow, now: Date) {
  if (round.state === 'cancelled') return 'round-cancelled';
  if (offered) return 'offered';
  const standing = standingOf(enrolment.state, round.programme?.admission ?? 'direct');
  return standing === 'seat' && round.endsAt <= now ? 'over' : STATES[standing];
}
