import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { StaffAccount } from '../staff/staff-account.entity.js';
import { Round } from './round.entity.js';

/** A leader of a round; who leads it sees its register. */
@Entity('round_leader')
@Unique('uq_round_leader_round_id_staff_id', ['roundId', 'staffId'])
@Index('ix_round_leader_staff_id', ['staffId'])
export class RoundLeader {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  roundId!: number;

  @ManyToOne(() => Round, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  round?: Round;

  @Column({ type: 'int' })
  staffId!: number;

  @ManyToOne(() => StaffAccount, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  staff?: StaffAccount;

  /** Order in which the leaders are named, lowest first. */
  @Column({ type: 'int' })
  sortOrder!: number;
}
