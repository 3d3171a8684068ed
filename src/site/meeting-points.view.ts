import type { MeetingPoint } from '../platform/web/components/round-parts.js';
import { inLanguage } from '../platform/text/texts.js';
import type { Locale } from '../platform/web/locale.js';
import type { Meeting } from '../rounds/meeting.entity.js';
import type { RoundRows } from './round-page.queries.js';

/** The meetings of a round along a line, with what became of those that were moved. */
export function presentMeetings(
  locale: Locale,
  { meetings, themes, offered: { round } }: RoundRows,
  now: Date,
): MeetingPoint[] {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const insteadOf = new Map(meetings.map((meeting) => [meeting.replacesMeetingId, meeting]));
  const titles = new Map(themes.map((theme) => [theme.themeId, inLanguage(theme, theme.title)]));
  const begun = round.startsAt <= now;
  const next = meetings.find(({ state, endsAt }) => state === 'planned' && endsAt > now);
  const usual = (meeting: Meeting) =>
    meeting.startTime === round.startTime && meeting.endTime === round.endTime;
  const day = (meeting: Meeting) =>
    usual(meeting)
      ? locale.shortDate(meeting.date)
      : `${locale.shortDate(meeting.date)} ${locale.timeSpan(meeting.startTime, meeting.endTime)}`;
  return meetings.map((meeting) => ({
    isoDate: meeting.date,
    when: day(meeting),
    title: (meeting.themeId === null ? undefined : titles.get(meeting.themeId)) ?? null,
    state: stateOf(meeting, begun && meeting === next, now),
    note: noteOf(locale, meeting, byId, insteadOf),
  }));
}

function stateOf(meeting: Meeting, next: boolean, now: Date): MeetingPoint['state'] {
  if (meeting.state === 'cancelled') return 'cancelled';
  if (meeting.endsAt <= now) return 'past';
  return next ? 'next' : 'planned';
}

function noteOf(
  locale: Locale,
  meeting: Meeting,
  byId: ReadonlyMap<number, Meeting>,
  insteadOf: ReadonlyMap<number | null, Meeting>,
): string {
  const before =
    meeting.replacesMeetingId === null ? undefined : byId.get(meeting.replacesMeetingId);
  if (before !== undefined)
    return locale.t('site:round.movedFrom', { date: locale.shortDate(before.date) });
  if (meeting.state !== 'cancelled') return '';
  const instead = insteadOf.get(meeting.id);
  if (instead === undefined) return locale.t('components:meetings.cancelled');
  return locale.t('site:round.movedTo', { date: locale.shortDate(instead.date) });
}
