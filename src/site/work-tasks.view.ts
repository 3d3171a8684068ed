import type { WaitingTask } from '../enrolments/call-tasks.queries.js';
import { telHref, type Link } from '../platform/web/components/link.js';
import type { Locale } from '../platform/web/locale.js';

/** Somebody to call in place of a mail. */
export interface TaskRow {
  /** "Erbjud en plats, få ja eller nej" */
  readonly what: string;
  /** Empty when it is about the round as such. */
  readonly name: string;
  /** Null when we have no number. */
  readonly phone: Link | null;
  readonly reference: string;
  readonly about: string;
  /** Empty when it may wait. */
  readonly before: string;
  readonly since: string;
}

/** A row of the list of people to call. */
export function taskRow({ task, programmeName }: WaitingTask, locale: Locale): TaskRow {
  const { participant, round, enrolment, callBefore } = task;
  const phone = participant?.phone ?? enrolment?.phone ?? null;
  return {
    what: locale.t(`staff:work.tasks.kind.${task.kind}`),
    name: participant?.firstName ?? '',
    phone: phone === null ? null : { label: phone, href: telHref(phone) },
    reference: enrolment?.reference ?? '',
    about: [programmeName, round?.groupCode ?? null].filter((part) => part !== null).join(', '),
    before: callBefore === null ? '' : locale.moment(callBefore),
    since: locale.moment(task.createdAt),
  };
}
