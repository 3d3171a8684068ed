import { civilDateAt } from '../kernel/instant.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { Locale } from '../platform/web/locale.js';
import type { Meeting } from '../rounds/meeting.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { capitalised, skippedDates, weeklySpanText } from '../rounds/round-words.rules.js';

/** What of a round says when it is held. */
export type WeeklyRound = Pick<Round, 'weekday' | 'startTime' | 'endTime' | 'startsAt' | 'endsAt'>;

/** More left-out weeks than this are not told one by one. */
const MOST_GAPS = 4;

/** "Tisdagar 17.30–19.30, 19 januari till 30 mars 2027." */
export function periodText(locale: Locale, round: WeeklyRound): string {
  const first = civilDateAt(round.startsAt);
  const last = civilDateAt(round.endsAt);
  const span = weeklySpanText(locale, round.weekday, round.startTime, round.endTime);
  const text =
    first === last
      ? locale.t('site:round.timeOnce', { span, first: locale.plainDate(first) })
      : locale.t('site:round.timeText', {
          span,
          first: sameYear(first, last) ? locale.dayAndMonth(first) : locale.plainDate(first),
          last: locale.plainDate(last),
        });
  return capitalised(locale, text);
}

/** The same with the weeks that are left out: "Ingen träff 9 mars." */
export function timeText(
  locale: Locale,
  round: WeeklyRound,
  meetings: readonly Pick<Meeting, 'date'>[],
): string {
  const gaps = skippedDates(meetings.map((meeting) => meeting.date));
  const period = periodText(locale, round);
  if (gaps.length === 0 || gaps.length > MOST_GAPS) return period;
  const dates = locale.list(gaps.map((date) => locale.dayAndMonth(date)));
  return `${period} ${locale.t('site:round.gaps', { dates })}`;
}

function sameYear(one: CivilDate, other: CivilDate): boolean {
  return one.slice(0, 4) === other.slice(0, 4);
}
