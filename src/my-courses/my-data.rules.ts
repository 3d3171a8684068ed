import type { CallTask } from '../enrolments/call-task.entity.js';
import type { ChildAge } from '../enrolments/enrolment-words.rules.js';
import type { InterestCall } from '../interest/interest-call.entity.js';
import type { InterestLink } from '../interest/interest-link.entity.js';
import type { Interest } from '../interest/interest.entity.js';
import type { ContactChoice } from '../participants/contact-choice.entity.js';
import type { OwnCode } from '../participants/own-code.entity.js';
import type { Participant } from '../participants/participant.entity.js';
import type { AddressChange } from './address-change.entity.js';

/** Who looks at their own data, and whether they have proved more than that they read a mailbox. */
export interface Viewer {
  readonly participantId: number;
  readonly language: string;
  readonly hasOwnCode: boolean;
}

/** What is kept about the person as such. */
export interface PersonData {
  readonly firstName: string;
  readonly lastName: string | null;
  readonly email: string | null;
  /** Whole for who has a code of their own; otherwise its last two figures, behind dots. */
  readonly phone: string | null;
  readonly language: string;
  readonly mails: 'all' | 'none';
  readonly mailsChosenAt: Date | null;
  readonly ownCodeSince: Date | null;
  /** A new address that this browser has asked for and that nobody has proved yet. */
  readonly newAddress: { readonly email: string; readonly askedAt: Date } | null;
  readonly since: Date;
}

/** A mail that we have written to the person; what stood in it is kept for 30 days and not repeated here. */
export interface MailData {
  readonly subject: string;
  readonly language: string;
  readonly writtenAt: Date;
  readonly sentAt: Date | null;
}

/** A call that we meant to make, or have made. */
export interface CallData {
  readonly about: CallTask['kind'];
  readonly askedAt: Date;
  readonly callBefore: Date | null;
  readonly handledAt: Date | null;
}

/** A browser in which the person is signed in. */
export interface BrowserData {
  readonly name: string;
  readonly signedInAt: Date;
  readonly lastUsedAt: Date;
}

/** A course that the person has asked to be told about. */
export interface InterestData extends Pick<
  Interest,
  'state' | 'language' | 'wantedAt' | 'stayAskedAt' | 'whenToCall' | 'hideCaller'
> {
  readonly course: string;
  readonly courseLanguage: string;
  readonly phone: string | null;
  readonly childAges: readonly ChildAge[];
  /** What we have told or asked about it, by mail or telephone. */
  readonly told: readonly { readonly about: InterestLink['kind']; readonly at: Date }[];
}

interface PersonRows {
  readonly own: OwnCode | null;
  readonly choice: ContactChoice | null;
  /** What the browser that asks has asked for. */
  readonly change: AddressChange | null;
}

/**
 * The person's own row. A mailbox may be read by somebody else, who must not learn a number or an address
 * by signing in: it takes a code of the person's own to see them whole.
 */
export function personData(person: Participant, { own, choice, change }: PersonRows): PersonData {
  const { firstName, lastName, email, phone, language, createdAt } = person;
  const shown = shownPhone(phone, own !== null);
  return {
    ...{ firstName, lastName, email, phone: shown, language },
    mails: choice?.mail ?? 'all',
    mailsChosenAt: choice?.changedAt ?? null,
    ownCodeSince: own?.setAt ?? null,
    newAddress: change && { email: change.email, askedAt: change.createdAt },
    since: createdAt,
  };
}

function shownPhone(phone: string | null, whole: boolean): string | null {
  return phone === null || whole ? phone : `••••${phone.slice(-2)}`;
}

/** The name of a course, and the language that it is in. */
export interface CourseName {
  readonly name: string;
  readonly language: string;
}

interface InterestRows {
  readonly course: CourseName;
  readonly childAges: readonly ChildAge[];
  readonly links: readonly InterestLink[];
  readonly calls: readonly InterestCall[];
}

/** One wish to be told of a course. */
export function interestData(
  interest: Interest,
  { course, childAges, links, calls }: InterestRows,
  { hasOwnCode }: Pick<Viewer, 'hasOwnCode'>,
): InterestData {
  const { state, language, phone, whenToCall, hideCaller, wantedAt, stayAskedAt } = interest;
  return {
    ...{ course: course.name, courseLanguage: course.language, state, language, childAges },
    ...{ phone: shownPhone(phone, hasOwnCode), whenToCall, hideCaller, wantedAt, stayAskedAt },
    told: [...links, ...calls].map(({ kind, createdAt }) => ({ about: kind, at: createdAt })),
  };
}
