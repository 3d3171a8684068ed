import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';

/**
 * How often signing in has failed lately for one address, whether an account has it or not: a page
 * that slowed down only for known addresses would tell which are known.
 */
@Entity('sign_in_misses')
@Unique('uq_sign_in_misses_email_hash', ['emailHash'])
@Index('ix_sign_in_misses_last_at', ['lastAt'])
export class SignInMisses {
  @PrimaryGeneratedColumn()
  id!: number;

  /** SHA-256 of the normalised address. */
  @Column({ type: 'varchar', length: LENGTHS.hash })
  emailHash!: string;

  /** Misses since the last success. */
  @Column({ type: 'int' })
  misses!: number;

  /** When the last one was, UTC. */
  @Column({ type: 'datetime', precision: 3 })
  lastAt!: Date;
}
