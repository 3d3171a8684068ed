import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import type { CourseCard } from '../platform/web/components/course-card.js';
import type { ChoiceGroup } from '../platform/web/components/fields.js';
import type { Link } from '../platform/web/components/link.js';
import type { PhoneLine } from '../platform/web/components/round-parts.js';
import { inLanguage } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';
import { ageChoices } from './catalogue.view.js';
import type { OfferedRound } from './catalogue.queries.js';
import { presentRoundCard } from './round-card.view.js';

/** What the start page shows. */
export interface StartView {
  readonly action: string;
  readonly ages: ChoiceGroup;
  readonly show: Button;
  readonly all: Button;
  /** The next rounds, one a programme; may be none. */
  readonly soon: readonly CourseCard[];
  /** The numbers to call when home is not safe; none while the help lines are not read yet. */
  readonly phones: readonly PhoneLine[];
  readonly help: readonly Link[];
}

/** The start page. */
export function presentStart(
  locale: Locale,
  soon: readonly OfferedRound[],
  phones: readonly PhoneLine[],
  now: Date,
): StartView {
  return {
    action: locale.href('/kurser'),
    ages: ageChoices(locale, locale.t('site:start.age'), []),
    show: submitButton(locale.t('site:start.show')),
    all: linkButton(locale.t('site:start.all'), locale.href('/kurser'), 'tertiary'),
    soon: soon.map((row) => {
      const { text } = row.programme;
      return presentRoundCard(locale, row, now, inLanguage(text, text.name));
    }),
    phones,
    help: [
      { label: locale.t('site:start.moreHelp'), href: locale.href('/stod') },
      { label: locale.t('site:start.traces'), href: locale.href('/om/farre-spar') },
    ],
  };
}
