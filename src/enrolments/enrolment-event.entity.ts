import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Enrolment } from './enrolment.entity.js';
import type { EnrolmentState } from './enrolment-words.rules.js';

/** Who changed an enrolment's state: the person, staff by number, or time itself. */
export type Actor = 'person' | 'time' | `staff:${number}`;

/** One step in the history of an enrolment; rows are only ever added. */
@Entity('enrolment_event')
@Index('ix_enrolment_event_enrolment_id', ['enrolmentId'])
export class EnrolmentEvent {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: EnrolmentState;

  @Column({ type: 'varchar', length: LENGTHS.state })
  actor!: Actor;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
