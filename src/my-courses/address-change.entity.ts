import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Participant } from '../participants/participant.entity.js';

/** An address that a person wants to be written to at, until a code has proved it; one at most. */
@Entity('address_change')
@Unique('uq_address_change_participant_id', ['participantId'])
@Index('ix_address_change_created_at', ['createdAt'])
export class AddressChange {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  participantId!: number;

  @ManyToOne(() => Participant, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  participant?: Participant;

  @Column({ type: 'varchar', length: LENGTHS.email })
  email!: string;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  codeHash!: string;

  /** The browser session that asked: in no other is the address shown, or proved. */
  @Column({ type: 'varchar', length: LENGTHS.hash })
  sessionHash!: string;

  /** The old address is not told. */
  @Column({ type: 'boolean' })
  silent!: boolean;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** When the mail server took the code, UTC; null until then. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  sentAt!: Date | null;

  /** Wrong codes typed so far. */
  @Column({ type: 'int' })
  tries!: number;
}
