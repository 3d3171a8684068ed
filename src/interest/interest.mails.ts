import type { OutgoingMessage } from '../platform/mail/message.js';
import type { Locale } from '../platform/web/locale.js';

/** The kinds of mail about the list. */
export const INTEREST_MAILS = {
  prove: 'interest-prove',
  stay: 'interest-stay',
  round: 'interest-round',
} as const;

/** What every mail about the list is made of. */
export interface InterestMailFacts {
  readonly linkId: number;
  readonly to: string;
  /** The page of the mail's link; `/lamna` and `/omgang` are below it. */
  readonly href: string;
  readonly phone: string;
}

/** A round as a mail may tell of it: never the course, and of a discreet one no day and no place. */
export interface RoundMailFacts extends InterestMailFacts {
  readonly when: string;
  /** '' when a mail must not tell. */
  readonly where: string;
  /** When the others get to see it; null when they see it already. */
  readonly showsFrom: Date | null;
  /** From then on the mail is of no use. */
  readonly notAfter: Date;
}

/** "Press here and you are on the list." Says nothing of what the list is for. */
export function proveMail(
  facts: InterestMailFacts & { readonly notAfter: Date },
  locale: Locale,
): OutgoingMessage {
  return {
    ...common('prove', facts, locale),
    notAfter: facts.notAfter,
    model: {
      intro: locale.t('interest:mail.prove.intro'),
      facts: [],
      action: { href: facts.href, label: locale.t('interest:mail.prove.link') },
      after: locale.t('interest:mail.prove.notYou'),
      leave: null,
    },
  };
}

/** "Do you want to stay on the list?" */
export function stayMail(facts: InterestMailFacts, locale: Locale): OutgoingMessage {
  return {
    ...common('stay', facts, locale),
    model: {
      intro: locale.t('interest:mail.stay.intro'),
      facts: [],
      action: { href: facts.href, label: locale.t('interest:mail.stay.link') },
      after: locale.t('interest:mail.stay.otherwise'),
      leave: leaveLink(facts, locale),
    },
  };
}

/** "There are dates now", two days before everybody else hears of it. */
export function roundMail(facts: RoundMailFacts, locale: Locale): OutgoingMessage {
  const { when, where, showsFrom } = facts;
  const place = { label: locale.t('interest:mail.round.where'), value: where };
  return {
    ...common('round', facts, locale),
    notAfter: facts.notAfter,
    model: {
      intro: locale.t('interest:mail.round.intro'),
      facts: [
        { label: locale.t('interest:mail.round.when'), value: when },
        ...(where === '' ? [] : [place]),
      ],
      action: { href: `${facts.href}/omgang`, label: locale.t('interest:mail.round.link') },
      after:
        showsFrom === null
          ? ''
          : locale.t('interest:mail.round.first', { moment: locale.moment(showsFrom) }),
      leave: leaveLink(facts, locale),
    },
  };
}

function common(kind: keyof typeof INTEREST_MAILS, facts: InterestMailFacts, locale: Locale) {
  return {
    kind: INTEREST_MAILS[kind],
    dedupeKey: `${INTEREST_MAILS[kind]}:${facts.linkId}`,
    subjectId: facts.linkId,
    to: facts.to,
    language: locale.language,
    subject: locale.t('enrolments:mail.subject'),
    template: 'interest/link',
    secret: true,
    footer: {
      fewer: locale.t(kind === 'prove' ? 'interest:mail.fewerNew' : 'interest:mail.fewer'),
      phone: facts.phone,
    },
  } as const;
}

function leaveLink({ href }: InterestMailFacts, locale: Locale) {
  return { href: `${href}/lamna`, label: locale.t('interest:mail.leave') };
}
