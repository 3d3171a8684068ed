import { shownCode } from '../kernel/secret.js';
import type { OutgoingMessage, Unaddressed } from '../platform/mail/message.js';
import type { Locale } from '../platform/web/locale.js';

/** Kinds of mail about a person's own details. */
export const ADDRESS_CODE_MAIL = 'address-code';
export const ADDRESS_CHANGED_MAIL = 'address-changed';
export const DETAILS_CHANGED_MAIL = 'details-changed';

interface CodeFacts {
  readonly changeId: number;
  readonly createdAt: Date;
  readonly to: string;
  readonly code: string;
  readonly phone: string;
  readonly notAfter: Date;
}

/** The code that proves a new address; says neither who nor what it is about. */
export function addressCodeMail(facts: CodeFacts, locale: Locale): OutgoingMessage {
  return {
    ...about(facts.phone, locale, {
      intro: locale.t('mine:mail.address.intro'),
      code: shownCode(facts.code),
      after: locale.t('mine:mail.address.notYou'),
    }),
    kind: ADDRESS_CODE_MAIL,
    dedupeKey: `${ADDRESS_CODE_MAIL}:${facts.changeId}:${facts.createdAt.toISOString()}`,
    subjectId: facts.changeId,
    to: facts.to,
    secret: true,
    notAfter: facts.notAfter,
  };
}

interface ChangedFacts {
  readonly participantId: number;
  readonly at: Date;
  readonly phone: string;
}

/** Tells an old address that it is one no longer, and nothing about the new one. */
export function addressChangedMail(
  facts: ChangedFacts & { readonly to: string },
  locale: Locale,
): OutgoingMessage {
  return {
    ...changed(facts, locale, locale.t('mine:mail.addressChanged.intro')),
    kind: ADDRESS_CHANGED_MAIL,
    dedupeKey: `${ADDRESS_CHANGED_MAIL}:${facts.participantId}:${facts.at.toISOString()}`,
    to: facts.to,
  };
}

/** Tells that something was changed; never what, or to what. */
export function detailsChangedMail(facts: ChangedFacts, locale: Locale): Unaddressed {
  return {
    ...changed(facts, locale, locale.t('mine:mail.changed.intro')),
    kind: DETAILS_CHANGED_MAIL,
    dedupeKey: `${DETAILS_CHANGED_MAIL}:${facts.participantId}:${facts.at.toISOString()}`,
  };
}

function changed({ phone }: ChangedFacts, locale: Locale, intro: string) {
  return about(phone, locale, { intro, code: '', after: locale.t('mine:mail.changed.notYou') });
}

/** `views/mail/my-courses/details` */
interface Model {
  readonly intro: string;
  /** '' in a mail that proves nothing. */
  readonly code: string;
  readonly after: string;
}

function about(phone: string, locale: Locale, model: Model) {
  return {
    language: locale.language,
    subject: locale.t('mine:mail.subject'),
    template: 'my-courses/details',
    footer: { fewer: locale.t('mine:mail.fewer'), phone },
    model,
  };
}
