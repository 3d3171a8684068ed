import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Round } from '../rounds/round.entity.js';
import { StaffAccount } from '../staff/staff-account.entity.js';

/** Seats that staff keep for people who come another way; they count as taken until released. */
@Entity('held_seats')
@Index('ix_held_seats_round_id', ['roundId'])
@Index('ix_held_seats_staff_id', ['staffId'])
export class HeldSeats {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  roundId!: number;

  @ManyToOne(() => Round, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  round?: Round;

  /** How many are still held; placing somebody on one takes it away from here. */
  @Column({ type: 'int' })
  seats!: number;

  @Column({ type: 'varchar', length: LENGTHS.shortText })
  reason!: string;

  @Column({ type: 'int' })
  staffId!: number;

  @ManyToOne(() => StaffAccount, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  staff?: StaffAccount;

  @Column({ type: 'datetime', precision: 3 })
  heldAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  releasedAt!: Date | null;
}
