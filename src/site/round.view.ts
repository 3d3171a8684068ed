import type { Crumb } from '../kernel/page.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import {
  meetingLine,
  type MeetingLine,
  type SeatBox,
} from '../platform/web/components/round-parts.js';
import {
  summaryList,
  type SummaryList,
  type SummaryRow,
} from '../platform/web/components/summary-list.js';
import { markdown } from '../platform/text/markdown.js';
import { inLanguage, type TextInLanguage } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';
import { capitalised, discreetTimeText } from '../rounds/round-words.rules.js';
import { presentMeetings } from './meeting-points.view.js';
import { titleOf } from './round-card.view.js';
import type { RoundRows } from './round-page.queries.js';
import { timeText } from './round-time.rules.js';
import { presentSeatBox } from './seat-box.view.js';

/** Id of the section that tells the way. */
const DIRECTIONS = 'hitta-hit';

/** Safe HTML with the language it is written in. */
export interface HtmlInLanguage {
  readonly bodyHtml: string;
  readonly lang: string;
  readonly dir: string;
}

/** What the page of a round shows. */
export interface RoundView {
  readonly title: TextInLanguage;
  readonly summary: TextInLanguage;
  readonly facts: SummaryList;
  readonly discreet: boolean;
  /** Null for a discreet round. */
  readonly meetings: MeetingLine | null;
  /** Address of the calendar file; '' when there is nothing to add. */
  readonly calendarHref: string;
  readonly practical: HtmlInLanguage | null;
  readonly directionsId: string;
  readonly directions: HtmlInLanguage | null;
  /** The programme. */
  readonly about: Crumb;
  readonly seatBox: SeatBox;
}

/** The page of a round. */
export function presentRound(locale: Locale, rows: RoundRows, now: Date): RoundView {
  const { programme, offered, directions, meetings } = rows;
  const { round } = offered;
  const discreet = hidesDetails(programme);
  const { text } = programme;
  const over = round.endsAt <= now || round.state === 'cancelled';
  return {
    title: titleOf(locale, programme, offered),
    summary: inLanguage(text, text.summary),
    facts: summaryList(discreet ? discreetFacts(locale, rows) : openFacts(locale, rows)),
    discreet,
    meetings: discreet ? null : meetingLine(presentMeetings(locale, rows, now)),
    calendarHref:
      discreet || over || meetings.length === 0
        ? ''
        : locale.href(`/kurser/${programme.slug}/${round.slug}/kalender.ics`),
    practical: htmlIn(offered.text.language, rows.practical, locale),
    directionsId: DIRECTIONS,
    directions: directions && htmlIn(directions.language, directions.directions, locale),
    about: {
      label: text.name,
      lang: text.language,
      href: locale.href(`/kurser/${programme.slug}`),
    },
    seatBox: presentSeatBox(locale, offered, now),
  };
}

type Fact = Pick<SummaryRow, 'label' | 'text'> & Partial<SummaryRow>;

function openFacts(locale: Locale, rows: RoundRows): Fact[] {
  const { round } = rows.offered;
  return [
    { label: locale.t('site:round.time'), text: timeText(locale, round, rows.meetings) },
    placeFact(locale, rows),
    { label: locale.t('site:round.leaders'), text: locale.list(rows.leaders) },
    languageFact(locale, rows),
    childCareFact(locale, rows),
    ...generalFacts(locale, rows),
  ];
}

function discreetFacts(locale: Locale, rows: RoundRows): Fact[] {
  const { round } = rows.offered;
  return [
    {
      label: locale.t('site:round.time'),
      text: capitalised(locale, discreetTimeText(locale, round)),
    },
    placeFact(locale, rows),
    languageFact(locale, rows),
    childCareFact(locale, rows),
    ...generalFacts(locale, rows),
  ];
}

function placeFact(locale: Locale, { programme, offered, directions }: RoundRows): Fact {
  const { round } = offered;
  const label = locale.t('site:round.place');
  const { venue } = round;
  if (venue == null) return { label, text: locale.t('site:round.online') };
  if (!round.showPlace || hidesDetails(programme)) {
    const { district } = venue;
    return { label, text: locale.t('site:round.district', { district }) };
  }
  const where = { name: venue.name, address: venue.address };
  const house =
    venue.room === null
      ? locale.t('site:round.placeText', where)
      : locale.t('site:round.placeRoom', { ...where, room: venue.room });
  const hybrid = round.form === 'hybrid' ? [locale.t('site:round.orOnline')] : [];
  return {
    label,
    text: [house, ...hybrid].join(' '),
    link: directions && { label: locale.t('site:round.findUs'), href: `#${DIRECTIONS}` },
  };
}

function languageFact(locale: Locale, { offered: { round } }: RoundRows): Fact {
  const language = locale.languageName(round.languageOfInstruction);
  const held = locale.t('site:round.languageText', { language });
  const interpreter = round.interpreterOffered ? [locale.t('site:round.interpreter')] : [];
  return { label: locale.t('site:round.language'), text: [held, ...interpreter].join(' ') };
}

/** Left out by the list when there is no child care. */
function childCareFact(locale: Locale, { offered: { round } }: RoundRows): Fact {
  const count = round.childCareFromAge;
  return {
    label: locale.t('site:round.childCare'),
    text: count === null ? '' : locale.t('site:round.childCareText', { count }),
  };
}

function generalFacts(locale: Locale, { programme }: RoundRows): Fact[] {
  const { ageFrom: from, ageTo: to } = programme;
  return [
    {
      label: locale.t('site:programme.age'),
      text: locale.t('site:programme.ageText', { from, to }),
    },
    { label: locale.t('site:programme.cost'), text: locale.t('site:programme.free') },
  ];
}

function htmlIn(language: string, text: string, locale: Locale): HtmlInLanguage | null {
  if (text === '') return null;
  const { lang, dir } = inLanguage({ language }, '');
  return { bodyHtml: markdown(text, (path) => locale.href(path)), lang, dir };
}
