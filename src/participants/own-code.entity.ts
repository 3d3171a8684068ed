import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Participant } from './participant.entity.js';

/** A code that a person has chosen and types besides the mailed one, for whom the mailbox is not enough. */
@Entity('own_code')
@Unique('uq_own_code_participant_id', ['participantId'])
export class OwnCode {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  participantId!: number;

  @ManyToOne(() => Participant, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  participant?: Participant;

  /** argon2id. */
  @Column({ type: 'varchar', length: LENGTHS.passwordHash })
  hash!: string;

  @Column({ type: 'datetime', precision: 3 })
  setAt!: Date;
}
