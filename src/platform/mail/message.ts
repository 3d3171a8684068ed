import type { Language } from '../config/settings.js';

/** A file that comes with a mail, such as a calendar entry. Small: it lies in the database until sent. */
export interface MailAttachment {
  /** Neutral, since it is read in a list of files: `traff.ics`. */
  readonly filename: string;
  /** With parameters: `text/calendar; charset=utf-8; method=PUBLISH`. */
  readonly contentType: string;
  readonly content: string;
}

/** The end of every mail, in the reader's language. */
export interface MailFooter {
  /** Why this mail came and how to get fewer of its kind, in whole sentences. */
  readonly fewer: string;
  /** The office's telephone number as people write it. */
  readonly phone: string;
}

/**
 * One mail to one person, as `*.mails` files build it. What it may hold is told in `README.md` beside.
 */
export interface OutgoingMessage {
  /** A kind registered with {@link MailKinds}, such as `enrolment-code`. */
  readonly kind: string;
  /** ASCII; names the mail for ever, so that the same mail is never queued twice. */
  readonly dedupeKey: string;
  /** One normalised address. */
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  /** `enrolments/code` renders `views/mail/enrolments/code.html.hbs` and `.text.hbs`. */
  readonly template: string;
  /** What the two templates read. */
  readonly model: object;
  readonly footer: MailFooter;
  /** After this instant the mail is useless and is cancelled instead of sent. */
  readonly notAfter?: Date;
  /** True when the body holds a code or a link that acts: it is purged as soon as it has been sent. */
  readonly secret?: boolean;
  /** The row that the kind's `stillApplies` and `accepted` look up, such as an enrolment's id. */
  readonly subjectId?: number;
  /**
   * The person whose address this is. Right before sending it is asked again whether the address is still
   * theirs and mail is welcome.
   */
  readonly personId?: number;
  readonly attachments?: readonly MailAttachment[];
  /** When it may leave; absent: at once. */
  readonly dueAt?: Date;
  /** What limits count the mail by; set by {@link CodeMails} for what anybody can ask for. */
  readonly counted?: { readonly mailboxHash: string; readonly originHash: string };
}

/** A mail whose address is found when it is queued. */
export type Unaddressed = Omit<OutgoingMessage, 'to' | 'personId'>;
