import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

import type { TimeOfDay } from '../kernel/civil-date.js';
import { LENGTHS } from '../kernel/lengths.js';

/** The first planned meeting of a round, or any later one. */
export type ReminderAppliesTo = 'first' | 'later';

/** When people are reminded of a meeting, as data. */
@Entity('reminder_rule')
@Unique('uq_reminder_rule_code', ['code'])
export class ReminderRule {
  @PrimaryGeneratedColumn()
  id!: number;

  /** Part of the key that keeps a reminder from being sent twice. */
  @Column({ type: 'varchar', length: LENGTHS.ruleCode })
  code!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  appliesTo!: ReminderAppliesTo;

  /** Days before the meeting's date; 0 is the same day. */
  @Column({ type: 'int' })
  daysBefore!: number;

  /** Local time of that day, `HH:MM`. */
  @Column({ type: 'varchar', length: 5 })
  atTime!: TimeOfDay;
}
