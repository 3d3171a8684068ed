import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';

import { Enrolment } from '../enrolments/enrolment.entity.js';
import { LENGTHS } from '../kernel/lengths.js';
import { Meeting } from '../rounds/meeting.entity.js';
import { StaffAccount } from '../staff/staff-account.entity.js';
import type { AttendanceState } from './attendance.rules.js';

/**
 * What a leader decided about one person at one meeting. Never updated and never deleted: a
 * correction is a new row, and the newest `markedAt` counts.
 */
@Entity('attendance_mark')
@Unique('uq_attendance_mark_meeting_id_enrolment_id_nonce_state', [
  'meetingId',
  'enrolmentId',
  'nonce',
  'state',
])
@Index('ix_attendance_mark_enrolment_id', ['enrolmentId'])
@Index('ix_attendance_mark_marked_by', ['markedBy'])
export class AttendanceMark {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  meetingId!: number;

  @ManyToOne(() => Meeting, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  meeting?: Meeting;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: AttendanceState;

  /** The account of who marked. */
  @Column({ type: 'int' })
  markedBy!: number;

  @ManyToOne(() => StaffAccount, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'marked_by' })
  marker?: StaffAccount;

  /** When the leader tapped, UTC; never later than `recordedAt`. */
  @Column({ type: 'datetime', precision: 3 })
  markedAt!: Date;

  /** When it was stored, UTC. */
  @Column({ type: 'datetime', precision: 3 })
  recordedAt!: Date;

  /**
   * Made by the page for each decision, so that a page sent twice writes once. Unique only together
   * with the state: a page without script that is gone back to keeps its nonce, but another choice
   * on it is another decision.
   */
  @Column({ type: 'varchar', length: LENGTHS.token })
  nonce!: string;
}
