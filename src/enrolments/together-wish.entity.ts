import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Enrolment } from './enrolment.entity.js';

/**
 * Somebody who waits wants a seat together with somebody else. Who gave a code and who took it are a pair
 * as long as neither wish has ended. A row tells its owner's wish only: what becomes of the other one
 * leaves no trace in it. A code stays with the two whose it was.
 */
@Entity('together_wish')
@Unique('uq_together_wish_code_part', ['code', 'part'])
@Index('ix_together_wish_enrolment_id', ['enrolmentId'])
export class TogetherWish {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  /** To hand over by word of mouth. Kept as it is, for its owner to read again. */
  @Column({ type: 'varchar', length: LENGTHS.pairCode })
  code!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  part!: 'gave' | 'took';

  @Column({ type: 'datetime', precision: 3 })
  wishedAt!: Date;

  /** When the person said that they go alone, or waited no longer; null for the wish that counts. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  endedAt!: Date | null;
}
