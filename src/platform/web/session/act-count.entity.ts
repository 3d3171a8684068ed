import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

import { LENGTHS } from '../../../kernel/lengths.js';

/** One act that counts towards a limit; who did it is kept as a hash and for two days at most. */
@Entity('act_count')
@Index('ix_act_count_act_who_hash_at', ['act', 'whoHash', 'at'])
@Index('ix_act_count_at', ['at'])
export class ActCount {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: LENGTHS.state })
  act!: string;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  whoHash!: string;

  @Column({ type: 'datetime', precision: 3 })
  at!: Date;
}
