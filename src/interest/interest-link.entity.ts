import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Round } from '../rounds/round.entity.js';
import { Interest } from './interest.entity.js';

/** `prove`: puts the person on the list. `stay`: asks whether they stay. `round`: tells of a round. */
export type InterestLinkKind = 'prove' | 'stay' | 'round';

/** What a mail about the list holds: one link, of which we keep the hash. It goes with its row. */
@Entity('interest_link')
@Unique('uq_interest_link_token_hash', ['tokenHash'])
@Unique('uq_interest_link_interest_id_round_id', ['interestId', 'roundId'])
@Index('ix_interest_link_round_id', ['roundId'])
export class InterestLink {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  interestId!: number;

  @ManyToOne(() => Interest, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  interest?: Interest;

  @Column({ type: 'varchar', length: LENGTHS.state })
  kind!: InterestLinkKind;

  /** The round that a link of kind `round` leads to; null for the others. */
  @Column({ type: 'int', nullable: true })
  roundId!: number | null;

  @ManyToOne(() => Round, { nullable: true, onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  round?: Round | null;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  tokenHash!: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** When the mail server took the mail, UTC; null until then. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  sentAt!: Date | null;

  /** When its button was pressed, UTC. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  usedAt!: Date | null;
}
