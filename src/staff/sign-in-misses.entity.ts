import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';

/**
 * How often signing in has failed lately with one address from one network, from one browser or from anywhere,
 * whether an account has it or not: a page that slowed down only for known addresses would tell which are known.
 */
@Entity('sign_in_misses')
@Unique('uq_sign_in_misses_who_hash', ['whoHash'])
@Index('ix_sign_in_misses_last_at', ['lastAt'])
export class SignInMisses {
  @PrimaryGeneratedColumn()
  id!: number;

  /** A hash of the address and of where it was typed. */
  @Column({ type: 'varchar', length: LENGTHS.hash })
  whoHash!: string;

  /** Misses since the last success. */
  @Column({ type: 'int' })
  misses!: number;

  /** When the last one was, UTC. */
  @Column({ type: 'datetime', precision: 3 })
  lastAt!: Date;
}
