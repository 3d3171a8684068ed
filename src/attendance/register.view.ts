import type { CivilDate } from '../kernel/civil-date.js';
import type { Locale } from '../platform/web/locale.js';
import { notice, emptyState } from '../platform/web/components/notices.js';
import type { EmptyState, Notice } from '../platform/web/components/notices.js';
import {
  registerCount,
  registerGroup,
  type RegisterCount,
  type RegisterGroup,
} from '../platform/web/components/register.js';
import { tag } from '../platform/web/components/tag.js';
import type { ExpectedPerson, Register } from './attendance.queries.js';
import { takingPart, type AttendanceState, type SubmittedRegister } from './attendance.rules.js';
import { rowFields } from './register.form.js';

/** One person on the page, with what the page has to send back about the row. */
export interface RegisterRow {
  readonly group: RegisterGroup;
  readonly shownField: string;
  readonly shown: string;
  readonly nonceField: string;
  readonly nonce: string;
  /** Filled in by script when somebody taps. */
  readonly atField: string;
}

/** `attendance/register`. */
export interface RegisterPage {
  readonly title: string;
  readonly isoStart: string;
  /** "tis 9 februari 17.30" */
  readonly when: string;
  /** "Väven, Björken · grupp B14" */
  readonly facts: string;
  /** Null when there is nobody to count. */
  readonly count: RegisterCount | null;
  readonly cancelled: Notice | null;
  /** The meeting is on another day to come: easily opened by mistake. */
  readonly early: Notice | null;
  readonly empty: EmptyState | null;
  readonly rows: readonly RegisterRow[];
}

/** "Väven, Björken", or how a round without a house meets. */
export function placeOf(round: Register['round'], locale: Locale): string {
  const { venue } = round;
  if (!venue) return locale.t('attendance:register.online');
  return venue.room === null ? venue.name : `${venue.name}, ${venue.room}`;
}

/**
 * The register as a page; `newNonce` makes what tells one decision from another, `today` is local. `kept` is
 * the page as it was sent when the leader's session had ended: chosen again, and not saved.
 */
export function presentRegister(
  register: Register,
  locale: Locale,
  newNonce: () => string,
  today: CivilDate,
  kept: SubmittedRegister | null = null,
): RegisterPage {
  const { meeting, round, people } = register;
  const cancelled = meeting.state === 'cancelled';
  const names = Map.groupBy(people, (person) => person.firstName);
  const rows = people.map((person) => {
    const alone = names.get(person.firstName)?.length === 1;
    const chosen = chosenFor(person, kept);
    return rowOf({ person, alone, chosen }, round.form !== 'on-site', locale, newNonce());
  });
  return {
    title: locale.t('attendance:register.title', {
      number: meeting.number,
      total: register.lastNumber,
    }),
    isoStart: meeting.startsAt.toISOString(),
    when: `${locale.shortDate(meeting.date)} ${locale.time(meeting.startTime)}`,
    facts: [
      placeOf(round, locale),
      locale.t('attendance:register.group', { code: round.groupCode }),
    ].join(' · '),
    count: cancelled || people.length === 0 ? null : countOf(people, locale),
    cancelled: cancelled ? cancelledNotice(locale) : null,
    early: !cancelled && meeting.date > today ? earlyNotice(meeting.date, locale) : null,
    empty: cancelled || rows.length > 0 ? null : nobodyExpected(locale),
    rows: cancelled ? [] : rows,
  };
}

function countOf(people: readonly ExpectedPerson[], locale: Locale): RegisterCount {
  const marks = people.map((person) => person.mark);
  return registerCount(locale, {
    here: takingPart(marks),
    total: people.length,
    saved: marks.some((mark) => mark !== null),
  });
}

function cancelledNotice(locale: Locale): Notice {
  return notice('warning', {
    title: locale.t('attendance:register.cancelledTitle'),
    text: locale.t('attendance:register.cancelled'),
  });
}

function earlyNotice(date: CivilDate, locale: Locale): Notice {
  return notice('info', {
    text: locale.t('attendance:register.early', { date: locale.longDate(date) }),
  });
}

function nobodyExpected(locale: Locale): EmptyState {
  return emptyState(
    locale.t('attendance:register.emptyTitle'),
    locale.t('attendance:register.empty'),
  );
}

/** What was chosen when the page was sent, else what counts by now. */
function chosenFor(person: ExpectedPerson, kept: SubmittedRegister | null) {
  const row = kept?.rows.find(({ enrolmentId }) => enrolmentId === person.enrolmentId);
  return row?.chosen ?? person.mark ?? kept?.rest ?? null;
}

interface Row {
  readonly person: ExpectedPerson;
  /** Nobody else has the same name. */
  readonly alone: boolean;
  readonly chosen: AttendanceState | null;
}

function rowOf(
  { person, alone, chosen }: Row,
  online: boolean,
  locale: Locale,
  nonce: string,
): RegisterRow {
  const fields = rowFields(person.enrolmentId);
  const { firstName: name, reference, mark } = person;
  return {
    group: registerGroup(locale, {
      field: fields.state,
      // No surname on this page: namesakes are told apart by what they can say themselves.
      person: alone ? name : locale.t('attendance:register.sameName', { name, reference }),
      tags: [
        ...(person.interpreter ? [tag(locale.t('attendance:register.interpreter'), 'info')] : []),
        ...(person.childCare ? [tag(locale.t('attendance:register.childCare'), 'info')] : []),
      ],
      mark: chosen,
      online: online || chosen === 'online',
    }),
    shownField: fields.shown,
    shown: mark ?? '',
    nonceField: fields.nonce,
    nonce,
    atField: fields.at,
  };
}
