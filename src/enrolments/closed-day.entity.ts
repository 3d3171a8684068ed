import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

import type { CivilDate } from '../kernel/civil-date.js';
import { LENGTHS } from '../kernel/lengths.js';

/** A day besides weekends and red days on which the municipality's office is closed. */
@Entity('closed_day')
@Unique('uq_closed_day_date', ['date'])
export class ClosedDay {
  @PrimaryGeneratedColumn()
  id!: number;

  /** Local date in Europe/Stockholm, `YYYY-MM-DD`. */
  @Column({ type: 'varchar', length: 10 })
  date!: CivilDate;

  @Column({ type: 'varchar', length: LENGTHS.title })
  reason!: string;
}
