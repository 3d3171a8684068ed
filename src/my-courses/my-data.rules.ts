import type { AttendanceState } from '../attendance/attendance.rules.js';
import type { EnrolmentEvent } from '../enrolments/enrolment-event.entity.js';
import type { ChildAge, EnrolmentState } from '../enrolments/enrolment-words.rules.js';
import type { Enrolment } from '../enrolments/enrolment.entity.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { Participant } from '../participants/participant.entity.js';

/** What is kept about the person as such. */
export interface PersonData {
  readonly firstName: string;
  readonly lastName: string | null;
  readonly email: string | null;
  /** Whole for who has a code of their own; otherwise its last two figures, behind dots. */
  readonly phone: string | null;
  readonly language: string;
  readonly mails: 'all' | 'none';
  readonly ownCodeSince: Date | null;
  readonly since: Date;
}

/** One attendance mark, in the order in which they were made; the last one of a day counts. */
export interface MarkData {
  readonly date: CivilDate;
  readonly state: AttendanceState;
  readonly markedAt: Date;
}

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
  readonly state: EnrolmentState;
  readonly enrolledAt: Date;
  readonly confirmedAt: Date | null;
  readonly childAges: readonly ChildAge[];
  readonly phoneOnlySince: Date | null;
  readonly history: readonly {
    readonly state: EnrolmentState;
    readonly by: 'person' | 'time' | 'staff';
    readonly at: Date;
  }[];
  readonly attendance: readonly MarkData[];
}

/**
 * The person's own row. A mailbox may be read by somebody else, who must not learn a number by signing in:
 * it takes a code of the person's own to see it whole.
 */
export function personData(
  person: Participant,
  { wantsMail, ownCodeSince }: { readonly wantsMail: boolean; readonly ownCodeSince: Date | null },
): PersonData {
  const { firstName, lastName, email, phone, language, createdAt } = person;
  const shown = phone === null || ownCodeSince !== null ? phone : `••••${phone.slice(-2)}`;
  return {
    ...{ firstName, lastName, email, phone: shown, language },
    mails: wantsMail ? 'all' : 'none',
    ownCodeSince,
    since: createdAt,
  };
}

interface EnrolmentRows {
  readonly course: { readonly name: string; readonly language: string };
  readonly childAges: readonly ChildAge[];
  readonly events: readonly EnrolmentEvent[];
  readonly phoneOnlySince: Date | null;
  readonly marks: readonly MarkData[];
}

/** One enrolment; which of the staff did something is theirs, not the person's. */
export function enrolmentData(enrolment: Enrolment, rows: EnrolmentRows): EnrolmentData {
  const { reference, state, createdAt, confirmedAt, language, relation, sex } = enrolment;
  const { interpreterLanguage, interpreterSex, interpreterWay } = enrolment;
  const { childCareCount, childCareAges } = enrolment;
  return {
    ...{ course: rows.course.name, courseLanguage: rows.course.language },
    ...{ reference, state, enrolledAt: createdAt, confirmedAt, language },
    ...{ relation, sex, interpreterLanguage, interpreterSex, interpreterWay },
    ...{ childAges: rows.childAges, childCareCount, childCareAges },
    phoneOnlySince: rows.phoneOnlySince,
    history: rows.events.map(({ state: became, actor, at }) => ({
      state: became,
      by: actor === 'person' || actor === 'time' ? actor : 'staff',
      at,
    })),
    attendance: rows.marks,
  };
}
