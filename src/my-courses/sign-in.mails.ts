import { shownCode } from '../kernel/secret.js';
import type { OutgoingMessage } from '../platform/mail/message.js';
import type { Locale } from '../platform/web/locale.js';

/** The kind under which sign-in mails lie in the outbox. */
export const SIGN_IN_MAIL = 'sign-in';

interface SignInFacts {
  readonly proofId: number;
  readonly to: string;
  readonly code: string;
  /** The link, with its token. */
  readonly href: string;
  readonly organisation: string;
  readonly phone: string;
  readonly notAfter: Date;
}

/** Link and code that sign in. Names neither a person nor a course, and says nothing about having one. */
export function signInMail(facts: SignInFacts, locale: Locale): OutgoingMessage {
  const { organisation } = facts;
  return {
    kind: SIGN_IN_MAIL,
    dedupeKey: `${SIGN_IN_MAIL}:${facts.proofId}`,
    subjectId: facts.proofId,
    to: facts.to,
    language: locale.language,
    subject: locale.t('mine:mail.signIn.subject'),
    template: 'my-courses/sign-in',
    secret: true,
    notAfter: facts.notAfter,
    footer: { fewer: locale.t('mine:mail.signIn.fewer'), phone: facts.phone },
    model: {
      intro: locale.t('mine:mail.signIn.intro', { organisation }),
      code: shownCode(facts.code),
      action: { href: facts.href, label: locale.t('mine:mail.signIn.link') },
    },
  };
}
