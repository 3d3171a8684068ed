import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Enrolment } from './enrolment.entity.js';

/**
 * A mailed code and link, either of which proves the mailbox once. Its time runs from the moment
 * the mail server took the mail; a new one voids the ones before.
 */
@Entity('enrolment_proof')
@Unique('uq_enrolment_proof_token_hash', ['tokenHash'])
@Index('ix_enrolment_proof_enrolment_id', ['enrolmentId'])
export class EnrolmentProof {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  enrolmentId!: number;

  @ManyToOne(() => Enrolment, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  enrolment?: Enrolment;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  codeHash!: string;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  tokenHash!: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** When the mail server took the mail, UTC; null until then. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  sentAt!: Date | null;

  /** Wrong codes typed so far. */
  @Column({ type: 'int' })
  tries!: number;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  usedAt!: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  voidedAt!: Date | null;
}
