import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import type { ChildAge } from '../enrolments/enrolment-words.rules.js';
import { LENGTHS } from '../kernel/lengths.js';
import { Interest } from './interest.entity.js';

/** One age band that a child of the person is in; a person may have children in several. */
@Entity('interest_child_age')
@Unique('uq_interest_child_age_interest_id_band', ['interestId', 'band'])
export class InterestChildAge {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  interestId!: number;

  @ManyToOne(() => Interest, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  interest?: Interest;

  @Column({ type: 'varchar', length: LENGTHS.state })
  band!: ChildAge;
}
