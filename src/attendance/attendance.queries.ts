import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { ChildCare } from '../enrolments/child-care.entity.js';
import { EnrolmentEvent } from '../enrolments/enrolment-event.entity.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { Database } from '../platform/database/database.js';
import { findUnique } from '../platform/database/find-unique.js';
import type { SignedInStaff } from '../platform/web/access.js';
import { Meeting } from '../rounds/meeting.entity.js';
import { RoundLeader } from '../rounds/round-leader.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { countingMarks, type AttendanceState } from './attendance.rules.js';

/** One person who is expected at a meeting. */
export interface ExpectedPerson {
  readonly enrolmentId: number;
  readonly firstName: string;
  readonly reference: string;
  readonly interpreter: boolean;
  readonly childCare: boolean;
  /** What counts by now; null when nobody has marked the person. */
  readonly mark: AttendanceState | null;
}

/** The register of one meeting. */
export interface Register {
  readonly meeting: Meeting;
  /** With its venue. */
  readonly round: Round;
  /** The highest number of the round's meetings. */
  readonly lastNumber: number;
  /** By first name. */
  readonly people: readonly ExpectedPerson[];
}

/** Nothing else about a person is even read for this page. */
const SHOWN_OF_A_PERSON = [
  'person.id',
  'person.firstName',
  'person.reference',
  'person.interpreterLanguage',
];

const BY_NAME = new Intl.Collator('sv');

/** Reads registers. */
@Injectable()
export class AttendanceQueries {
  constructor(private readonly db: Database) {}

  /** Whether the member of staff may see and keep the register of a meeting. */
  async mayKeep(meetingId: number, staff: SignedInStaff): Promise<boolean> {
    return (await this.meeting(meetingId, staff)) !== null;
  }

  /** The register of a meeting, or null when there is none for this member of staff. */
  async register(meetingId: number, staff: SignedInStaff): Promise<Register | null> {
    const meeting = await this.meeting(meetingId, staff);
    const round = meeting?.round;
    if (!meeting || !round) return null;
    const [numbers, enrolments, marks] = await Promise.all([
      this.db.read.find(Meeting, {
        select: { id: true, number: true },
        where: { roundId: round.id },
      }),
      this.expectedAt(meeting),
      this.db.read.find(AttendanceMark, {
        select: { id: true, enrolmentId: true, state: true, markedAt: true },
        where: { meetingId },
      }),
    ]);
    const cared = await this.withChildCare(enrolments);
    const counting = countingMarks(marks);
    const people = enrolments.map((enrolment) => ({
      enrolmentId: enrolment.id,
      firstName: enrolment.firstName,
      reference: enrolment.reference,
      interpreter: enrolment.interpreterLanguage !== null,
      childCare: cared.has(enrolment.id),
      mark: counting.get(enrolment.id)?.state ?? null,
    }));
    people.sort(
      (a, b) => BY_NAME.compare(a.firstName, b.firstName) || a.enrolmentId - b.enrolmentId,
    );
    return { meeting, round, lastNumber: Math.max(...numbers.map((one) => one.number)), people };
  }

  /** Whose children are looked after meanwhile; whoever is on the list for it brings none. */
  private async withChildCare(enrolments: readonly Enrolment[]): Promise<ReadonlySet<number>> {
    const enrolmentId = In(enrolments.map(({ id }) => id));
    const given = await this.db.read.findBy(ChildCare, { enrolmentId, state: 'given' });
    return new Set(given.map((care) => care.enrolmentId));
  }

  /** The meetings among these that have at least one mark. */
  async kept(meetingIds: readonly number[]): Promise<ReadonlySet<number>> {
    if (meetingIds.length === 0) return new Set();
    const rows = await this.db.read
      .createQueryBuilder(AttendanceMark, 'mark')
      .select('mark.meetingId', 'meetingId')
      .distinct(true)
      .where({ meetingId: In(meetingIds) })
      .getRawMany<{ meetingId: number }>();
    return new Set(rows.map((row) => row.meetingId));
  }

  /** The meetings held between two instants, with people, that nobody has marked; the oldest first. */
  async emptyRegisters(from: Date, to: Date): Promise<number[]> {
    const reader = this.db.read;
    const marked = reader
      .createQueryBuilder(AttendanceMark, 'mark')
      .select('1')
      .where('mark.meetingId = meeting.id');
    const expected = reader
      .createQueryBuilder(Enrolment, 'person')
      .select('1')
      .where("person.roundId = meeting.roundId AND person.state = 'confirmed'")
      .andWhere('person.confirmedAt < meeting.endsAt');
    const rows = await reader
      .createQueryBuilder(Meeting, 'meeting')
      .select('meeting.id', 'id')
      .innerJoin('meeting.round', 'round', "round.state = 'published'")
      .where("meeting.state = 'planned'")
      .andWhere('meeting.startsAt >= :from AND meeting.startsAt < :to AND meeting.endsAt < :to')
      .andWhere(`EXISTS (${expected.getQuery()}) AND NOT EXISTS (${marked.getQuery()})`)
      .orderBy('meeting.startsAt', 'ASC')
      .addOrderBy('meeting.id', 'ASC')
      .setParameters({ from, to })
      .getRawMany<{ id: number }>();
    return rows.map((row) => row.id);
  }

  /** Coordinators keep every register, leaders those of their own rounds. */
  private async meeting(id: number, staff: SignedInStaff): Promise<Meeting | null> {
    const meeting = await findUnique(this.db.read, Meeting, {
      where: { id },
      relations: { round: { venue: true } },
    });
    if (meeting === null || staff.roles.includes('coordinator')) return meeting;
    const leads = await this.db.read.existsBy(RoundLeader, {
      roundId: meeting.roundId,
      staffId: staff.id,
    });
    return leads ? meeting : null;
  }

  /**
   * Whose place was confirmed before the meeting was over and not cancelled before it began, and
   * whoever has a mark all the same.
   */
  private expectedAt(meeting: Meeting): Promise<Enrolment[]> {
    const reader = this.db.read;
    const marked = reader
      .createQueryBuilder(AttendanceMark, 'mark')
      .select('1')
      .where('mark.enrolmentId = person.id AND mark.meetingId = :meetingId');
    const leftLater = reader
      .createQueryBuilder(EnrolmentEvent, 'event')
      .select('1')
      .where("event.enrolmentId = person.id AND event.state = 'cancelled'")
      .andWhere('event.at >= :startsAt');
    return reader
      .createQueryBuilder(Enrolment, 'person')
      .select(SHOWN_OF_A_PERSON)
      .where('person.roundId = :roundId')
      .andWhere(
        `((person.confirmedAt < :endsAt AND (person.state = 'confirmed' OR
          (person.state = 'cancelled' AND EXISTS (${leftLater.getQuery()}))))
         OR EXISTS (${marked.getQuery()}))`,
      )
      .setParameters({
        roundId: meeting.roundId,
        meetingId: meeting.id,
        startsAt: meeting.startsAt,
        endsAt: meeting.endsAt,
      })
      .getMany();
  }
}
