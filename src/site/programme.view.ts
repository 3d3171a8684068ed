import { linkButton, type Button } from '../platform/web/components/button.js';
import type { CourseCard } from '../platform/web/components/course-card.js';
import { courseCard } from '../platform/web/components/course-card.js';
import { emptyState, type EmptyState } from '../platform/web/components/notices.js';
import { summaryList, type SummaryList } from '../platform/web/components/summary-list.js';
import { seatTag } from '../platform/web/components/tag.js';
import { markdown } from '../platform/text/markdown.js';
import { inLanguage, type TextInLanguage } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import { capitalised, discreetTimeText, heldInText } from '../rounds/round-words.rules.js';
import type { OfferedRound } from './catalogue.queries.js';
import { presentMeasureLinks, type MeasureLink } from './measure-links.view.js';
import { whenAndWhere } from './round-card.view.js';
import type { ProgrammeRows } from './round-page.queries.js';
import { periodText } from './round-time.rules.js';
import { seatState } from './seat-state.rules.js';

/** What the page of a programme shows. */
export interface ProgrammeView {
  readonly name: TextInLanguage;
  readonly summary: TextInLanguage;
  readonly facts: SummaryList;
  /** Safe HTML in the language of the name. */
  readonly bodyHtml: string;
  /** None for a discreet programme. */
  readonly themes: readonly TextInLanguage[];
  readonly cards: readonly CourseCard[];
  /** Null when there are rounds to choose from. */
  readonly empty: EmptyState | null;
  /** The way to the list of the programme; null where the empty state has it, or a round is open. */
  readonly tellMe: Button | null;
  /** The measures of the action plan that the programme serves. */
  readonly measures: readonly MeasureLink[];
}

/** The page of a programme; `phone` is the office's number, as people write it. */
export function presentProgramme(
  locale: Locale,
  rows: ProgrammeRows,
  now: Date,
  phone: string,
): ProgrammeView {
  const { programme, rounds } = rows;
  const { text } = programme;
  return {
    name: inLanguage(text, text.name),
    summary: inLanguage(text, text.summary),
    facts: presentFacts(locale, rows),
    bodyHtml: markdown(programme.body, (path) => locale.href(path)),
    themes: rows.themes.map((theme) => inLanguage(theme, theme.title)),
    cards: rounds.map((offered) => presentOwnRound(locale, offered, now)),
    empty: rounds.length === 0 ? presentNoRounds(locale, programme.slug, phone) : null,
    tellMe: rounds.length === 0 || isOpen(rounds, now) ? null : tellMe(locale, programme.slug),
    measures: presentMeasureLinks(rows.measures, locale),
  };
}

function presentFacts(locale: Locale, { programme, themes }: ProgrammeRows): SummaryList {
  const { ageFrom: from, ageTo: to } = programme;
  return summaryList([
    {
      label: locale.t('site:programme.age'),
      text: locale.t('site:programme.ageText', { from, to }),
    },
    { label: locale.t('site:programme.cost'), text: locale.t('site:programme.free') },
    {
      label: locale.t('site:programme.meetings'),
      text:
        themes.length === 0
          ? ''
          : locale.t('site:programme.meetingsText', { count: themes.length }),
    },
  ]);
}

/** A round on its programme's page: the programme's own words are above it already. */
function presentOwnRound(locale: Locale, offered: OfferedRound, now: Date): CourseCard {
  const { programme, round, text } = offered;
  const discreet = hidesDetails(programme);
  const [, place = ''] = whenAndWhere(locale, offered);
  const time = discreet
    ? capitalised(locale, discreetTimeText(locale, round))
    : periodText(locale, round);
  return courseCard({
    facts: [capitalised(locale, place), heldInText(locale, round)].filter((fact) => fact !== ''),
    title: inLanguage(text, capitalised(locale, text.label)),
    href: locale.href(`/kurser/${programme.slug}/${round.slug}`),
    summary: inLanguage(locale, time),
    tag: seatTag(locale, seatState(offered, now)),
  });
}

/** Somebody who comes now can still get a seat, a place in the queue, or a talk about it. */
function isOpen(rounds: readonly OfferedRound[], now: Date): boolean {
  return rounds.some(({ round }) => round.state === 'published' && now < round.enrolUntil);
}

function tellMe(locale: Locale, slug: string): Button {
  return linkButton(locale.t('site:programme.tellMe'), locale.href(`/kurser/${slug}/intresse`));
}

function presentNoRounds(locale: Locale, slug: string, phone: string): EmptyState {
  return emptyState(
    locale.t('site:programme.noRoundsTitle'),
    locale.t('site:programme.noRoundsText', { phone }),
    tellMe(locale, slug),
  );
}
