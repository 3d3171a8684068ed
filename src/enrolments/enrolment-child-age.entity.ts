import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Enrolment } from './enrolment.entity.js';
import type { ChildAge } from './enrolment-words.rules.js';

/** One age band that a child of the person is in; a person may have children in several. */
@Entity('enrolment_child_age')
@Unique('uq_enrolment_child_age_enrolment_id_band', ['enrolmentId', 'band'])
export class EnrolmentChildAge {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  @Column({ type: 'varchar', length: LENGTHS.state })
  band!: ChildAge;
}
