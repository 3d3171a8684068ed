import type { AttendanceState } from '../attendance/attendance.rules.js';
import type { CallTask } from '../enrolments/call-task.entity.js';
import type { ChildCare } from '../enrolments/child-care.entity.js';
import type { EnrolmentEvent } from '../enrolments/enrolment-event.entity.js';
import type { ChildAge, EnrolmentState } from '../enrolments/enrolment-words.rules.js';
import type { Enrolment } from '../enrolments/enrolment.entity.js';
import type { QueuePriority } from '../enrolments/queue-priority.entity.js';
import type { SeatOffer } from '../enrolments/seat-offer.entity.js';
import type { StayQuestion } from '../enrolments/stay-question.entity.js';
import type { TogetherWish } from '../enrolments/together-wish.entity.js';
import type { InterestCall } from '../interest/interest-call.entity.js';
import type { InterestLink } from '../interest/interest-link.entity.js';
import type { Interest } from '../interest/interest.entity.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { ContactChoice } from '../participants/contact-choice.entity.js';
import type { OwnCode } from '../participants/own-code.entity.js';
import type { Admission } from '../programmes/programme.entity.js';
import type { Participant } from '../participants/participant.entity.js';
import type { ComingQuestion } from '../reminders/coming-question.entity.js';
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
  /** A new address that nobody has proved yet; it is told to who has a code of their own. */
  readonly newAddress: { readonly email: string | null; readonly askedAt: Date } | null;
  readonly since: Date;
}

/** One attendance mark, in the order in which they were made; the last one of a day counts. */
export interface MarkData {
  readonly date: CivilDate;
  readonly state: AttendanceState;
  readonly markedAt: Date;
}

/** Something that we asked, and what the person said. */
export interface QuestionData {
  readonly askedAt: Date;
  readonly answer: 'yes' | 'no' | null;
  readonly answeredAt: Date | null;
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
/** Whoever is called before being placed does not stand in a queue. */
export type ShownState = EnrolmentState | 'talk';

/** One enrolment with everything that was answered in it and became of it. */
export interface EnrolmentData extends Pick<
  Enrolment,
  | 'reference'
  | 'language'
  | 'relation'
  | 'sex'
  | 'interpreterLanguage'
  | 'interpreterSex'
  | 'interpreterWay'
  | 'childCareCount'
  | 'childCareAges'
> {
  readonly course: string;
  /** The language of the course's name. */
  readonly courseLanguage: string;
  readonly state: ShownState;
  readonly enrolledAt: Date;
  readonly queuedAt: Date;
  readonly confirmedAt: Date | null;
  readonly childAges: readonly ChildAge[];
  readonly phoneOnlySince: Date | null;
  /** What became of the wish for child care, and since when; on the list since `queuedAt`. */
  readonly childCare: Pick<ChildCare, 'children' | 'ages' | 'state' | 'queuedAt' | 'since'> | null;
  /**
   * Wishes for a seat together with somebody. That one has ended is told to who has a code of their own:
   * others may look at this.
   */
  readonly together: readonly Pick<TogetherWish, 'code' | 'part' | 'wishedAt' | 'endedAt'>[];
  /** Typed in the form, and worth nothing. */
  readonly togetherCode: string | null;
  readonly history: readonly {
    readonly state: ShownState;
    readonly by: 'person' | 'time' | 'staff';
    readonly at: Date;
  }[];
  readonly offers: readonly Pick<
    SeatOffer,
    'offeredAt' | 'answerBy' | 'state' | 'byPhone' | 'endedAt'
  >[];
  /** "Vill du stå kvar?" */
  readonly stayQuestions: readonly QuestionData[];
  /** "Kommer du?" */
  readonly comingQuestions: readonly QuestionData[];
  /** Staff have let the person stand further ahead; why is told to who has a code of their own. */
  readonly priorities: readonly {
    readonly priority: number;
    readonly reason: string | null;
    readonly setAt: Date;
    readonly replacedAt: Date | null;
  }[];
  readonly attendance: readonly MarkData[];
}

interface PersonRows {
  readonly own: OwnCode | null;
  readonly choice: ContactChoice | null;
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
    newAddress: change && { email: own && change.email, askedAt: change.createdAt },
    since: createdAt,
  };
}

function shownPhone(phone: string | null, whole: boolean): string | null {
  return phone === null || whole ? phone : `••••${phone.slice(-2)}`;
}

interface CourseName {
  readonly name: string;
  readonly language: string;
}

/** What is kept about an enrolment in other tables. */
export interface EnrolmentRows {
  readonly admission: Admission;
  readonly course: CourseName;
  readonly childAges: readonly ChildAge[];
  readonly events: readonly EnrolmentEvent[];
  readonly offers: readonly SeatOffer[];
  readonly staying: readonly StayQuestion[];
  readonly coming: readonly ComingQuestion[];
  readonly priorities: readonly QueuePriority[];
  readonly phoneOnlySince: Date | null;
  readonly wishes: readonly TogetherWish[];
  readonly care: ChildCare | null;
  readonly marks: readonly MarkData[];
}

/** One enrolment; which of the staff did something is theirs, not the person's. */
export function enrolmentData(
  enrolment: Enrolment,
  rows: EnrolmentRows,
  { hasOwnCode }: Pick<Viewer, 'hasOwnCode'>,
): EnrolmentData {
  const { reference, state, createdAt, queuedAt, confirmedAt } = enrolment;
  const { language, relation, sex, childCareCount, childCareAges } = enrolment;
  const { interpreterLanguage, interpreterSex, interpreterWay } = enrolment;
  const shown = (each: EnrolmentState): ShownState =>
    each === 'waiting' && rows.admission === 'talk' ? 'talk' : each;
  return {
    ...{ course: rows.course.name, courseLanguage: rows.course.language },
    ...{ reference, state: shown(state), enrolledAt: createdAt, queuedAt, confirmedAt, language },
    ...{ relation, sex, interpreterLanguage, interpreterSex, interpreterWay },
    ...{ childAges: rows.childAges, childCareCount, childCareAges },
    phoneOnlySince: rows.phoneOnlySince,
    childCare: careData(rows.care),
    together: rows.wishes
      .filter(({ endedAt }) => hasOwnCode || endedAt === null)
      .map(({ code, part, wishedAt, endedAt }) => ({ code, part, wishedAt, endedAt })),
    togetherCode: enrolment.togetherCode,
    history: rows.events.map(({ state: became, actor, at }) => ({
      state: shown(became),
      by: actor === 'person' || actor === 'time' ? actor : 'staff',
      at,
    })),
    offers: rows.offers.map(({ offeredAt, answerBy, state: became, byPhone, endedAt }) => ({
      ...{ offeredAt, answerBy, state: became, byPhone, endedAt },
    })),
    stayQuestions: rows.staying.map(questionData),
    comingQuestions: rows.coming.map(questionData),
    priorities: rows.priorities.map(({ priority, reason, setAt, replacedAt }) => ({
      ...{ priority, reason: hasOwnCode ? reason : null, setAt, replacedAt },
    })),
    attendance: rows.marks,
  };
}

function careData(care: ChildCare | null): EnrolmentData['childCare'] {
  if (care === null) return null;
  const { children, ages, state, queuedAt, since } = care;
  return { children, ages, state, queuedAt, since };
}

function questionData({ askedAt, answer, answeredAt }: QuestionData): QuestionData {
  return { askedAt, answer, answeredAt };
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
