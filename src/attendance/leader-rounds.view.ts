import type { Locale } from '../platform/web/locale.js';
import { linkButton, type Button } from '../platform/web/components/button.js';
import { emptyState, type EmptyState } from '../platform/web/components/notices.js';
import { tag, type Tag } from '../platform/web/components/tag.js';
import type { Meeting } from '../rounds/meeting.entity.js';
import { capitalised } from '../rounds/round-words.rules.js';
import type { LedRound, LedRounds } from './leader-rounds.queries.js';
import { placeOf } from './register.view.js';

/** A meeting in a round's list; without `href` there is no register to open. */
export interface MeetingRow {
  readonly label: string;
  readonly isoDate: string;
  readonly when: string;
  readonly href: string;
  readonly tag: Tag | null;
}

/** One round on the leaders' page. */
export interface RoundCard {
  readonly title: string;
  /** "Väven, Björken · grupp B14" */
  readonly facts: string;
  /** "Nästa träff: tis 9 februari 17.30, i dag", or that all have been. */
  readonly next: string;
  readonly open: Button | null;
  readonly meetings: readonly MeetingRow[];
}

/** `attendance/rounds`. */
export interface LeaderRoundsPage {
  readonly title: string;
  readonly empty: EmptyState | null;
  readonly rounds: readonly RoundCard[];
}

/** The address of a meeting's register. */
export function registerHref(meetingId: number): string {
  return `/ledare/traffar/${meetingId}/narvaro`;
}

/** The leaders' page; `all` when it shows everybody's rounds. */
export function presentLeaderRounds(
  led: LedRounds,
  all: boolean,
  locale: Locale,
): LeaderRoundsPage {
  return {
    title: locale.t(all ? 'attendance:overview.titleAll' : 'attendance:overview.title'),
    empty:
      led.rounds.length > 0
        ? null
        : emptyState(
            locale.t('attendance:overview.noneTitle'),
            locale.t('attendance:overview.none'),
          ),
    rounds: led.rounds.map((one, index) => roundCard(one, led, locale, index === 0)),
  };
}

/** Only the nearest meeting has the filled button: that is what the leader came for. */
function roundCard(one: LedRound, led: LedRounds, locale: Locale, nearest: boolean): RoundCard {
  const { round, next } = one;
  return {
    title: one.programmeName,
    facts: [
      capitalised(locale, placeOf(round, locale)),
      locale.t('attendance:overview.group', { code: round.groupCode }),
    ].join(' · '),
    next:
      next === null
        ? locale.t('attendance:overview.over')
        : `${locale.t('attendance:overview.next')}: ${whenOf(next, locale)}${next.date === led.today ? `, ${locale.t('attendance:overview.today')}` : ''}`,
    open:
      next === null
        ? null
        : linkButton(
            locale.t('attendance:overview.open'),
            registerHref(next.id),
            nearest ? 'primary' : 'secondary',
          ),
    meetings: one.meetings.map((meeting) => meetingRow(meeting, led, locale)),
  };
}

function meetingRow(meeting: Meeting, led: LedRounds, locale: Locale): MeetingRow {
  const cancelled = meeting.state === 'cancelled';
  return {
    label: locale.t('attendance:overview.meeting', { number: meeting.number }),
    isoDate: meeting.date,
    when: whenOf(meeting, locale),
    href: cancelled ? '' : registerHref(meeting.id),
    tag: cancelled
      ? tag(locale.t('attendance:overview.cancelled'), 'danger')
      : stateTag(meeting, led, locale),
  };
}

/** Meetings that have been, and today's once somebody has begun, say whether they are filled in. */
function stateTag(meeting: Meeting, led: LedRounds, locale: Locale): Tag | null {
  if (led.kept.has(meeting.id)) return tag(locale.t('attendance:overview.kept'), 'success');
  if (meeting.date < led.today) return tag(locale.t('attendance:overview.missing'), 'warning');
  return null;
}

function whenOf(meeting: Meeting, locale: Locale): string {
  return `${locale.shortDate(meeting.date)} ${locale.time(meeting.startTime)}`;
}
