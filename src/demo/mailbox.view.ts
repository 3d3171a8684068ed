import sanitizeHtml from 'sanitize-html';

import type { DemoMail } from '../platform/mail/demo-mail.entity.js';
import type { Link } from '../platform/web/components/link.js';
import { emptyState, type EmptyState } from '../platform/web/components/notices.js';
import { pagination, type Pagination } from '../platform/web/components/pagination.js';
import { directionOf, type Locale } from '../platform/web/locale.js';

export const MAILBOX_PATH = '/demo/brevlada';

/** One mail in the mailbox. `lang` and `dir` are those of its subject and both its texts. */
export interface MailboxMail {
  /** Id of its part of the page. */
  readonly anchor: string;
  readonly subject: string;
  readonly lang: string;
  readonly dir: string;
  readonly recipient: string;
  /** "tisdag 19 januari 17.30" */
  readonly sentAt: string;
  /** Safe, and without the styles that only mail programs may use. */
  readonly bodyHtml: string;
  readonly text: string;
  readonly attachments: readonly Link[];
  /** The mail by itself, styles and all. */
  readonly documentHref: string;
}

/** `demo/mailbox`. */
export interface MailboxPage {
  readonly empty: EmptyState | null;
  readonly mails: readonly MailboxMail[];
  readonly pagination: Pagination;
}

/** What of a mail is shown inside a page. Our pages allow no style attributes. */
const SHOWN: sanitizeHtml.IOptions = {
  allowedTags: 'h3 h4 p br ul ol li strong em a span bdi div table tbody tr th td'.split(' '),
  allowedAttributes: { '*': ['lang', 'dir'], a: ['href'], th: ['scope'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  // The page has the only h1, and each subject is an h2.
  transformTags: { h1: 'h3', h2: 'h4' },
  nonTextTags: ['style', 'script', 'title', 'textarea', 'option', 'noscript'],
};

/** One page of the mailbox; `page` counts from 1. */
export function presentMailbox(
  mails: readonly DemoMail[],
  { page, pages }: { readonly page: number; readonly pages: number },
  locale: Locale,
): MailboxPage {
  return {
    empty:
      mails.length > 0
        ? null
        : emptyState('Inga mejl än', 'Anmäl dig till en kurs, så kommer ett mejl hit.'),
    mails: mails.map((mail) => presentMail(mail, locale)),
    pagination: pagination(locale, {
      page,
      pages,
      href: (number) => `${MAILBOX_PATH}?sida=${String(number)}`,
    }),
  };
}

function presentMail(mail: DemoMail, locale: Locale): MailboxMail {
  const documentHref = `${MAILBOX_PATH}/${String(mail.id)}`;
  return {
    anchor: `mejl-${String(mail.id)}`,
    subject: mail.subject,
    lang: mail.language,
    dir: directionOf(mail.language),
    recipient: mail.recipient,
    sentAt: locale.moment(mail.sentAt),
    bodyHtml: sanitizeHtml(mail.html, SHOWN),
    text: mail.text,
    attachments: mail.attachments.map(({ filename }, index) => ({
      label: filename,
      href: `${documentHref}/bilagor/${String(index + 1)}`,
    })),
    documentHref,
  };
}
