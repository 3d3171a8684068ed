import type { Unaddressed } from '../platform/mail/message.js';
import type { Locale } from '../platform/web/locale.js';
import { referenceLine } from './enrolments.mails.js';

/** The kind of mail about a place in the child care. */
export const CARE_MAIL = 'child-care';

interface CareMailFacts {
  readonly enrolmentId: number;
  readonly reference: string;
  readonly href: string;
  readonly phone: string;
  /** Makes the key: the same change is told once. */
  readonly at: Date;
}

/** A place in the child care has come free. The page tells it: no mail gives away that there is a child. */
export function careMail(facts: CareMailFacts, locale: Locale): Unaddressed {
  const { enrolmentId, at } = facts;
  return {
    kind: CARE_MAIL,
    dedupeKey: `${CARE_MAIL}:${enrolmentId}:${at.toISOString()}`,
    subjectId: enrolmentId,
    language: locale.language,
    subject: locale.t('enrolments:mail.subject'),
    template: 'offers/offer',
    footer: { fewer: locale.t('enrolments:mail.fewer'), phone: facts.phone },
    model: {
      intro: locale.t('care:mail'),
      facts: [referenceLine(facts.reference, locale)],
      action: { href: facts.href, label: locale.t('enrolments:mail.place.link') },
    },
  };
}
