import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Round } from '../rounds/round.entity.js';
import { Interest } from './interest.entity.js';

/** `round`: a round is published. `stay`: does the person want to stay on the list? */
export type InterestCallKind = 'round' | 'stay';

/** Somebody on the list who has no mailbox: a task to call, in place of a mail. */
@Entity('interest_call')
@Unique('uq_interest_call_interest_id_round_id', ['interestId', 'roundId'])
@Index('ix_interest_call_round_id', ['roundId'])
@Index('ix_interest_call_handled_at_created_at', ['handledAt', 'createdAt'])
export class InterestCall {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  interestId!: number;

  @ManyToOne(() => Interest, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  interest?: Interest;

  @Column({ type: 'varchar', length: LENGTHS.state })
  kind!: InterestCallKind;

  /** The round to tell of; null for the other kind. */
  @Column({ type: 'int', nullable: true })
  roundId!: number | null;

  @ManyToOne(() => Round, { nullable: true, onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  round?: Round | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  handledAt!: Date | null;
}
