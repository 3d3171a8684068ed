import type { AttendanceState } from '../attendance/attendance.rules.js';
import type { ChildCare } from '../enrolments/child-care.entity.js';
import type { EnrolmentEvent } from '../enrolments/enrolment-event.entity.js';
import type { ChildAge, EnrolmentState } from '../enrolments/enrolment-words.rules.js';
import type { Enrolment } from '../enrolments/enrolment.entity.js';
import type { QueuePriority } from '../enrolments/queue-priority.entity.js';
import type { SeatOffer } from '../enrolments/seat-offer.entity.js';
import type { StayQuestion } from '../enrolments/stay-question.entity.js';
import type { TogetherWish } from '../enrolments/together-wish.entity.js';
import type { CivilDate } from '../kernel/civil-date.js';
import type { Admission } from '../programmes/programme.entity.js';
import type { ComingQuestion } from '../reminders/coming-question.entity.js';
import type { CourseName, Viewer } from './my-data.rules.js';

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
