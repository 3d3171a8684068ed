import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import type { Decider } from '../participants/contact-choice.entity.js';
import { Enrolment } from './enrolment.entity.js';

/**
 * An enrolment that is changed by telephone only: no page acts on it and no mail about it holds a link
 * that does, since somebody else may read the mailbox.
 */
@Entity('phone_only')
@Unique('uq_phone_only_enrolment_id', ['enrolmentId'])
export class PhoneOnly {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  @Column({ type: 'varchar', length: LENGTHS.state })
  actor!: Decider;

  @Column({ type: 'datetime', precision: 3 })
  since!: Date;
}
