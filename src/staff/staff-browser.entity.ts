import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { StaffAccount } from './staff-account.entity.js';

/**
 * A browser that has signed in as an account, so that guessing elsewhere does not slow it down. Opens nothing.
 * Several accounts may share a browser.
 */
@Entity('staff_browser')
@Unique('uq_staff_browser_id_hash_staff_id', ['idHash', 'staffId'])
@Index('ix_staff_browser_staff_id', ['staffId'])
@Index('ix_staff_browser_expires_at', ['expiresAt'])
export class StaffBrowser {
  @PrimaryGeneratedColumn()
  id!: number;

  /** SHA-256 of the random id in its cookie. */
  @Column({ type: 'varchar', length: LENGTHS.hash })
  idHash!: string;

  @Column({ type: 'int' })
  staffId!: number;

  @ManyToOne(() => StaffAccount, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  staff?: StaffAccount;

  /** UTC. */
  @Column({ type: 'datetime', precision: 3 })
  expiresAt!: Date;
}
