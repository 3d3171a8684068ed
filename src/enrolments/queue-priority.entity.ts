import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { StaffAccount } from '../staff/staff-account.entity.js';
import { Enrolment } from './enrolment.entity.js';

/** Why somebody stands further ahead in the queue than their time says. Rows are replaced, not changed. */
@Entity('queue_priority')
@Index('ix_queue_priority_enrolment_id', ['enrolmentId'])
@Index('ix_queue_priority_staff_id', ['staffId'])
export class QueuePriority {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  /** 0 (by time only) to 9 (first). */
  @Column({ type: 'int' })
  priority!: number;

  @Column({ type: 'varchar', length: LENGTHS.shortText })
  reason!: string;

  @Column({ type: 'int' })
  staffId!: number;

  @ManyToOne(() => StaffAccount, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  staff?: StaffAccount;

  @Column({ type: 'datetime', precision: 3 })
  setAt!: Date;

  /** When a later decision, or the end of the wait, made it history; null for the one that counts. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  replacedAt!: Date | null;
}
