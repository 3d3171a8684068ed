import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import type { ChildCareState } from './child-care.rules.js';
import type { Actor } from './enrolment-event.entity.js';
import { Enrolment } from './enrolment.entity.js';

/**
 * The child care of somebody who has a seat, or has had one. What is wished for before that stands in the
 * enrolment, and nothing is kept free for it.
 */
@Entity('child_care')
@Unique('uq_child_care_enrolment_id', ['enrolmentId'])
export class ChildCare {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  @Column({ type: 'int' })
  children!: number;

  /** As the parent wrote them. */
  @Column({ type: 'varchar', length: LENGTHS.title })
  ages!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: ChildCareState;

  /** When the person came onto the list, which is in that order; null for who never was on it. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  queuedAt!: Date | null;

  /** Who brought it into this state, and when. */
  @Column({ type: 'varchar', length: LENGTHS.state })
  actor!: Actor;

  @Column({ type: 'datetime', precision: 3 })
  since!: Date;
}
