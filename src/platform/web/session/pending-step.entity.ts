import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../../../kernel/lengths.js';

/** What a visitor without a session is in the middle of: their cookie holds a random id, we its hash. */
@Entity('pending_step')
@Unique('uq_pending_step_id_hash', ['idHash'])
@Index('ix_pending_step_expires_at', ['expiresAt'])
export class PendingStep {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  idHash!: string;

  /** What forms call the step; see `Step`. */
  @Column({ type: 'varchar', length: LENGTHS.stepName })
  name!: string;

  /** The feature's own word for the step, such as `enrolment`. */
  @Column({ type: 'varchar', length: LENGTHS.state })
  kind!: string;

  @Column({ type: 'int' })
  subjectId!: number;

  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;
}
