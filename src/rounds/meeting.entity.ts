import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import type { CivilDate, TimeOfDay } from '../kernel/civil-date.js';
import { LENGTHS } from '../kernel/lengths.js';
import { ProgrammeTheme } from '../programmes/programme-theme.entity.js';
import { Round } from './round.entity.js';

/** A cancelled meeting stays as a row; a new date is a new row that points at it. */
export type MeetingState = 'planned' | 'cancelled';

/** One meeting of a round: a local date with times, and the UTC instants they mean. */
@Entity('meeting')
@Index('ix_meeting_round_id_starts_at', ['roundId', 'startsAt'])
@Index('ix_meeting_theme_id', ['themeId'])
@Index('ix_meeting_replaces_meeting_id', ['replacesMeetingId'])
@Index('ix_meeting_starts_at', ['startsAt'])
export class Meeting {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  roundId!: number;

  @ManyToOne(() => Round, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  round?: Round;

  /** Order within the round, from 1; a replacement carries the number of the one it replaces. */
  @Column({ type: 'int' })
  number!: number;

  @Column({ type: 'int', nullable: true })
  themeId!: number | null;

  @ManyToOne(() => ProgrammeTheme, { nullable: true, onDelete: 'SET NULL', onUpdate: 'NO ACTION' })
  theme?: ProgrammeTheme | null;

  /** Local date in Europe/Stockholm, `YYYY-MM-DD`. */
  @Column({ type: 'varchar', length: 10 })
  date!: CivilDate;

  /** Local start, `HH:MM`. */
  @Column({ type: 'varchar', length: 5 })
  startTime!: TimeOfDay;

  /** Local end, `HH:MM`. */
  @Column({ type: 'varchar', length: 5 })
  endTime!: TimeOfDay;

  /** UTC, derived from date and start. */
  @Column({ type: 'datetime', precision: 3 })
  startsAt!: Date;

  /** UTC, derived from date and end. */
  @Column({ type: 'datetime', precision: 3 })
  endsAt!: Date;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: MeetingState;

  /** The cancelled meeting that this one was set up instead of. */
  @Column({ type: 'int', nullable: true })
  replacesMeetingId!: number | null;

  @ManyToOne(() => Meeting, { nullable: true, onDelete: 'SET NULL', onUpdate: 'NO ACTION' })
  replacesMeeting?: Meeting | null;

  @VersionColumn({ type: 'int' })
  version!: number;
}
