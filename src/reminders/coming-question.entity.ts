import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { Enrolment } from '../enrolments/enrolment.entity.js';
import { LENGTHS } from '../kernel/lengths.js';

export type ComingAnswer = 'yes' | 'no';

/**
 * Somebody with a seat was asked, a week before the start, whether they are coming. A round that gets
 * another start is asked about again. Nobody loses a seat by not answering.
 */
@Entity('coming_question')
@Unique('uq_coming_question_token_hash', ['tokenHash'])
@Unique('uq_coming_question_enrolment_id_starts_at', ['enrolmentId', 'startsAt'])
@Index('ix_coming_question_asked_at', ['askedAt'])
export class ComingQuestion {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  /** The start that was asked about, UTC. */
  @Column({ type: 'datetime', precision: 3 })
  startsAt!: Date;

  /** Hash of the mailed link; of nobody's link where the person is called instead. */
  @Column({ type: 'varchar', length: LENGTHS.hash })
  tokenHash!: string;

  @Column({ type: 'datetime', precision: 3 })
  askedAt!: Date;

  @Column({ type: 'varchar', length: LENGTHS.state, nullable: true })
  answer!: ComingAnswer | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  answeredAt!: Date | null;

  /** When staff were asked to call, UTC; null while there is nothing to call about. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  callAskedAt!: Date | null;
}
