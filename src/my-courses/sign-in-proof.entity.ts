import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';

/**
 * A code and link that somebody asked for in order to sign in. There is one for every address that was
 * typed, known or not: only the mail worker looks whether anybody has it.
 */
@Entity('sign_in_proof')
@Unique('uq_sign_in_proof_token_hash', ['tokenHash'])
@Index('ix_sign_in_proof_email', ['email'])
@Index('ix_sign_in_proof_created_at', ['createdAt'])
export class SignInProof {
  @PrimaryGeneratedColumn()
  id!: number;

  /** As typed, normalised. */
  @Column({ type: 'varchar', length: LENGTHS.email })
  email!: string;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  codeHash!: string;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  tokenHash!: string;

  /** The path of ours to go on to. */
  @Column({ type: 'varchar', length: LENGTHS.url, nullable: true })
  next!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  /** When the mail server took the mail, UTC; null until then, and for ever where nobody has the address. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  sentAt!: Date | null;

  /** Wrong codes typed so far. */
  @Column({ type: 'int' })
  tries!: number;

  /** When the mailbox was proved. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  usedAt!: Date | null;

  /** When it was known whose places it is about, and the browser was signed in. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  voidedAt!: Date | null;
}
