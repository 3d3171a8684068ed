import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import type { Role } from '../platform/web/access.js';
import { StaffAccount } from './staff-account.entity.js';

/** One role of one account. An account may hold several; none implies another. */
@Entity('staff_role')
@Unique('uq_staff_role_staff_id_role', ['staffId', 'role'])
export class StaffRole {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  staffId!: number;

  @ManyToOne(() => StaffAccount, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  staff?: StaffAccount;

  @Column({ type: 'varchar', length: LENGTHS.state })
  role!: Role;
}
