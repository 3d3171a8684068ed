import type { OutgoingMessage } from '../platform/mail/message.js';
import type { Locale } from '../platform/web/locale.js';
import { meetingLines, type MeetingFacts } from './reminders.mails.js';

/** The kind under which questions lie in the outbox. */
export const COMING = 'coming-question';

/** A question is mailed once, unless the person is reached in another way meanwhile. */
export function comingKey(questionId: number): string {
  return `${COMING}:${questionId}`;
}

/** All that the question is made of. */
export interface ComingFacts extends MeetingFacts {
  readonly questionId: number;
  readonly to: string;
  /** The page where it is answered. */
  readonly href: string;
  /** The start: from then on the mail is of no use. */
  readonly notAfter: Date;
  readonly phone: string;
}

/** "Are you coming?" It names neither the course nor its topic. */
export function comingMail(facts: ComingFacts, locale: Locale): OutgoingMessage {
  const { phone, href } = facts;
  return {
    kind: COMING,
    dedupeKey: comingKey(facts.questionId),
    subjectId: facts.questionId,
    to: facts.to,
    language: locale.language,
    subject: locale.t('reminders:coming.mail.subject', { date: locale.longDate(facts.date) }),
    template: 'reminders/coming',
    model: {
      facts: meetingLines(facts, locale),
      action: { href, label: locale.t('reminders:coming.mail.link') },
      otherwise: locale.t('reminders:coming.mail.otherwise', { phone }),
    },
    footer: { fewer: locale.t('reminders:coming.mail.fewer'), phone },
    notAfter: facts.notAfter,
    secret: true,
  };
}
