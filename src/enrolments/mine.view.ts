import { civilDateAt } from '../kernel/instant.js';
import { Page } from '../kernel/page.js';
import { linkButton } from '../platform/web/components/button.js';
import { emptyState } from '../platform/web/components/notices.js';
import { phoneSentence } from '../platform/web/components/phone-sentence.js';
import type { Locale } from '../platform/web/locale.js';
import { inLanguage, textIn } from '../platform/text/texts.js';
import type { OwnRow } from './enrolments.queries.js';
import { signOutForm } from './place.view.js';

/** A person's list of places, the latest first. */
export function minePage(rows: readonly OwnRow[], locale: Locale): Page {
  const title = locale.t('enrolments:mine.title');
  const model = {
    title,
    rows: rows.map((row) => presentRow(row, locale)),
    empty: emptyState(
      locale.t('enrolments:mine.empty.title'),
      locale.t('enrolments:mine.empty.text'),
      linkButton(locale.t('enrolments:mine.empty.action'), locale.href('/kurser')),
    ),
    signOut: signOutForm(locale),
  };
  return new Page('enrolments/mine', { title, section: 'mine', noStore: true }, model);
}

function presentRow({ enrolment, round, programmeTexts }: OwnRow, locale: Locale) {
  const text = textIn(programmeTexts, locale.language);
  const state = round.state === 'cancelled' ? 'round-cancelled' : enrolment.state;
  const known = state === 'confirmed' || state === 'waiting' || state === 'round-cancelled';
  return {
    href: locale.href(`/mina-kurser/${enrolment.id}`),
    name: inLanguage(text, text.name),
    when: locale.plainDate(civilDateAt(round.startsAt)),
    state: locale.t(`enrolments:mine.state.${known ? state : 'cancelled'}`),
  };
}

/** For whoever has no session: how to get to one's place. */
export function mineSignInPage(phone: string, locale: Locale): Page {
  const title = locale.t('enrolments:mine.signInTitle');
  return new Page(
    'enrolments/mine-sign-in',
    { title, section: 'mine', noIndex: true },
    { title, call: phoneSentence(locale, 'enrolments:mine.signInCall', phone) },
  );
}
