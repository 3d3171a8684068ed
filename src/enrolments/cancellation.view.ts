import { Page } from '../kernel/page.js';
import { linkButton, submitButton } from '../platform/web/components/button.js';
import type { Locale } from '../platform/web/locale.js';
import { inLanguage, textIn } from '../platform/text/texts.js';
import type { OwnPlace } from './enrolments.queries.js';
import { silentBox } from './place-acts.view.js';

type Way = 'seat' | 'course' | 'queue' | 'talk';

/** Asks once more before a seat, or a place in the queue, is given up. */
export function cancellationPage(place: OwnPlace, locale: Locale, now: Date): Page {
  const { enrolment, facts } = place;
  const way = wayOf(place, now);
  const words = way ?? 'over';
  const title = locale.t(`offers:cancel.${words}.title`);
  const href = locale.href(`/mina-kurser/${enrolment.id}`);
  const head = {
    title,
    section: 'mine',
    noStore: true,
    noIndex: true,
    quickExit: facts.programme.discreet,
  } as const;
  const course = textIn(facts.programmeTexts, locale.language);
  const keep = way === null ? 'offers:cancel.back' : (`offers:cancel.${way}.no` as const);
  return new Page('offers/cancel', head, {
    title,
    course: inLanguage(course, course.name),
    text: locale.t(`offers:cancel.${words}.text`),
    form: way === null ? null : formOf(way, locale),
    back: linkButton(locale.t(keep), href, 'secondary'),
  });
}

function formOf(way: Way, locale: Locale) {
  return {
    silent: silentBox(locale),
    yes: submitButton(locale.t(`offers:cancel.${way}.yes`), { variant: 'danger' }),
  };
}

/** What is given up; null when there is nothing any more. */
function wayOf({ standing, facts }: OwnPlace, now: Date): Way | null {
  if (standing === 'review') return 'talk';
  if (standing === 'queue' || standing === 'talk') return standing;
  if (standing !== 'seat' || now >= facts.round.endsAt) return null;
  return now < facts.round.startsAt ? 'seat' : 'course';
}
