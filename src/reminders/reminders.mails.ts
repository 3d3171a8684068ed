import type { CivilDate, TimeOfDay } from '../kernel/civil-date.js';
import type { Unaddressed } from '../platform/mail/message.js';
import type { Locale } from '../platform/web/locale.js';

/** The kind under which reminders lie in the outbox. */
export const REMINDER = 'reminder';

/** Where people meet: a house, or on line; null when a mail must not tell. */
export type ReminderPlace =
  { readonly kind: 'venue'; readonly text: string } | { readonly kind: 'online' } | null;

/** A meeting as a mail tells of it. */
export interface MeetingFacts {
  readonly reference: string;
  readonly date: CivilDate;
  readonly startTime: TimeOfDay;
  readonly endTime: TimeOfDay;
  readonly place: ReminderPlace;
  /** First names; empty when a mail must not tell. */
  readonly leaders: readonly string[];
}

/** All that a reminder is made of. */
export interface ReminderFacts extends MeetingFacts {
  readonly dedupeKey: string;
  readonly enrolmentId: number;
  /** From then on the mail is of no use. */
  readonly notAfter: Date;
  readonly phone: string;
  /** Origin of our own addresses. */
  readonly baseUrl: string;
}

/** The reminder of one meeting to one person. It names neither the course nor its topic. */
export function reminderMail(facts: ReminderFacts, locale: Locale): Unaddressed {
  const { phone } = facts;
  return {
    kind: REMINDER,
    dedupeKey: facts.dedupeKey,
    subjectId: facts.enrolmentId,
    language: locale.language,
    subject: locale.t('reminders:subject', {
      weekday: locale.weekday(facts.date),
      time: locale.time(facts.startTime),
    }),
    template: 'reminders/reminder',
    model: {
      facts: meetingLines(facts, locale),
      cannot: locale.t('reminders:cannot', { phone }),
      action: {
        href: `${facts.baseUrl}${locale.href(`/mina-kurser/${facts.enrolmentId}`)}`,
        label: locale.t('reminders:yourPlace'),
      },
    },
    footer: { fewer: locale.t('reminders:fewer'), phone },
    notAfter: facts.notAfter,
  };
}

/** Day, time, place, leaders and reference, as far as a mail may tell them. */
export function meetingLines(facts: MeetingFacts, locale: Locale) {
  const { place, leaders } = facts;
  const where = place?.kind === 'online' ? locale.t('reminders:online') : place?.text;
  return [
    { label: locale.t('reminders:day'), value: locale.longDate(facts.date) },
    { label: locale.t('reminders:time'), value: locale.timeSpan(facts.startTime, facts.endTime) },
    ...(where === undefined ? [] : [{ label: locale.t('reminders:place'), value: where }]),
    ...(leaders.length === 0
      ? []
      : [{ label: locale.t('reminders:leaders'), value: locale.list(leaders) }]),
    { label: locale.t('reminders:reference'), value: facts.reference },
  ];
}
