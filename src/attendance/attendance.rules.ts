/** Was in the room, took part on line, said that they could not come, did not come. */
export const ATTENDANCE_STATES = ['here', 'online', 'excused', 'absent'] as const;

/** One of {@link ATTENDANCE_STATES}. Nothing marked is no state: there is then no row. */
export type AttendanceState = (typeof ATTENDANCE_STATES)[number];

/** What the rules need to know about a stored mark. */
export interface StoredMark {
  readonly id: number;
  readonly enrolmentId: number;
  readonly state: AttendanceState;
  readonly markedAt: Date;
}

/** One person's row on a submitted page. */
export interface SubmittedRow {
  readonly enrolmentId: number;
  /** What is chosen; null when the row is unmarked. */
  readonly chosen: AttendanceState | null;
  /** What the page showed when it was opened. */
  readonly shown: AttendanceState | null;
  readonly nonce: string;
  /** When the leader tapped, by the clock of the phone; null without script. */
  readonly tappedAt: Date | null;
}

/** A submitted page. */
export interface SubmittedRegister {
  readonly rows: readonly SubmittedRow[];
  /** What those become who have no mark; null: they stay without. */
  readonly rest: AttendanceState | null;
  /** When the page was sent, by the clock of the phone; null without script. */
  readonly sentAt: Date | null;
}

/** A mark to be stored. */
export interface NewMark {
  readonly enrolmentId: number;
  readonly state: AttendanceState;
  readonly markedAt: Date;
  readonly nonce: string;
}

/** For each enrolment the mark that counts: the newest `markedAt`, of equals the last stored. */
export function countingMarks<M extends StoredMark>(marks: readonly M[]): Map<number, M> {
  const counting = new Map<number, M>();
  for (const mark of marks) {
    const known = counting.get(mark.enrolmentId);
    if (known === undefined || isNewer(mark, known)) counting.set(mark.enrolmentId, mark);
  }
  return counting;
}

/**
 * The marks that a submitted page adds: what was changed on it, and for the rest those who are
 * unmarked on the page and in the database. A row that is unmarked on the page erases nothing.
 * @param marked the enrolments that have a mark by now, perhaps from somebody else
 */
export function newMarks(
  page: SubmittedRegister,
  marked: ReadonlySet<number>,
  now: Date,
): NewMark[] {
  return page.rows.flatMap((row) => {
    const state = row.chosen ?? (marked.has(row.enrolmentId) ? null : page.rest);
    if (state === null || state === row.shown) return [];
    const markedAt = row.chosen === null ? now : decidedAt(row.tappedAt, page.sentAt, now);
    return [{ enrolmentId: row.enrolmentId, state, markedAt, nonce: row.nonce }];
  });
}

/** How many of the marks mean that somebody took part. */
export function takingPart(states: readonly (AttendanceState | null)[]): number {
  return states.filter((state) => state === 'here' || state === 'online').length;
}

/**
 * When the leader decided, by our clock: the phone's own clock may be wrong, so its error is read
 * off the moment of sending. Never later than now.
 */
function decidedAt(tappedAt: Date | null, sentAt: Date | null, now: Date): Date {
  if (tappedAt === null) return now;
  const phoneIsAheadBy = sentAt === null ? 0 : sentAt.getTime() - now.getTime();
  return new Date(Math.min(tappedAt.getTime() - phoneIsAheadBy, now.getTime()));
}

function isNewer(mark: StoredMark, known: StoredMark): boolean {
  const difference = mark.markedAt.getTime() - known.markedAt.getTime();
  return difference > 0 || (difference === 0 && mark.id > known.id);
}
