import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../../../kernel/lengths.js';

/** A row to wait for: whoever writes it holds it until their transaction ends. */
@Entity('act_turn')
@Unique('uq_act_turn_who_hash', ['whoHash'])
@Index('ix_act_turn_at', ['at'])
export class ActTurn {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  whoHash!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
