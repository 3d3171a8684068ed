import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Enrolment } from './enrolment.entity.js';

/** "Vill du stå kvar?", asked of whoever did not answer an offer. */
@Entity('stay_question')
@Unique('uq_stay_question_token_hash', ['tokenHash'])
@Index('ix_stay_question_enrolment_id', ['enrolmentId'])
export class StayQuestion {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  tokenHash!: string;

  @Column({ type: 'datetime', precision: 3 })
  askedAt!: Date;

  @Column({ type: 'varchar', length: LENGTHS.state, nullable: true })
  answer!: 'yes' | 'no' | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  answeredAt!: Date | null;
}
