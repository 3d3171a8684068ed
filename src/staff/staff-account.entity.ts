import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';

/** `disabled` ends every session at its next request; the row stays, because marks name it. */
export type StaffState = 'active' | 'disabled';

/** Somebody who works with the courses: a leader, a coordinator, an editor, an administrator. */
@Entity('staff_account')
@Unique('uq_staff_account_email', ['email'])
export class StaffAccount {
  @PrimaryGeneratedColumn()
  id!: number;

  /** Normalised by `normalEmail`; what they sign in with. */
  @Column({ type: 'varchar', length: LENGTHS.email })
  email!: string;

  /** Shown to participants where the person leads a round. */
  @Column({ type: 'varchar', length: LENGTHS.name })
  firstName!: string;

  /** Shown to other staff only. */
  @Column({ type: 'varchar', length: LENGTHS.name })
  lastName!: string;

  /** An argon2id hash in its encoded form. */
  @Column({ type: 'varchar', length: LENGTHS.passwordHash })
  passwordHash!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: StaffState;

  /** UTC. */
  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}
