import {
  Column,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  VersionColumn,
} from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Participant } from '../participants/participant.entity.js';
import { Round } from '../rounds/round.entity.js';
import type {
  EnrolmentState,
  InterpreterSex,
  InterpreterWay,
  Relation,
  Sex,
} from './enrolment-words.rules.js';

/**
 * One adult in one round. Until the mailbox is proved (`pending`) it carries what was typed and
 * belongs to nobody; then it belongs to a participant.
 */
@Entity('enrolment')
@Unique('uq_enrolment_reference', ['reference'])
@Unique('uq_enrolment_round_id_participant_id', ['roundId', 'participantId'])
@Index('ix_enrolment_round_id_state_holds_until', ['roundId', 'state', 'holdsUntil'])
@Index('ix_enrolment_participant_id', ['participantId'])
@Index('ix_enrolment_email', ['email'])
@Index('ix_enrolment_origin_hash', ['originHash'])
@Index('ix_enrolment_mailbox_hash', ['mailboxHash'])
export class Enrolment {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  roundId!: number;

  @ManyToOne(() => Round, { onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  round?: Round;

  @Column({ type: 'int', nullable: true })
  participantId!: number | null;

  @ManyToOne(() => Participant, { nullable: true, onDelete: 'NO ACTION', onUpdate: 'NO ACTION' })
  participant?: Participant | null;

  /** Six characters that name the enrolment on the telephone; not a secret. */
  @Column({ type: 'varchar', length: LENGTHS.reference })
  reference!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: EnrolmentState;

  /** Until when a pending enrolment holds a seat, UTC; null when it holds none. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  holdsUntil!: Date | null;

  /** The first request: decides the place in the queue. */
  @Column({ type: 'datetime', precision: 3 })
  queuedAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  confirmedAt!: Date | null;

  /** The language the person enrolled in; mails are written in it. */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.name })
  firstName!: string;

  @Column({ type: 'varchar', length: LENGTHS.name, nullable: true })
  lastName!: string | null;

  @Column({ type: 'varchar', length: LENGTHS.email, nullable: true })
  email!: string | null;

  @Column({ type: 'varchar', length: LENGTHS.phone, nullable: true })
  phone!: string | null;

  @Column({ type: 'varchar', length: LENGTHS.state, nullable: true })
  relation!: Relation | null;

  /** For the round's aggregate only; seen in no list. */
  @Column({ type: 'varchar', length: LENGTHS.state, nullable: true })
  sex!: Sex | null;

  /** The language and dialect the person asked for; null: no interpreter. */
  @Column({ type: 'varchar', length: LENGTHS.title, nullable: true })
  interpreterLanguage!: string | null;

  @Column({ type: 'varchar', length: LENGTHS.state, nullable: true })
  interpreterSex!: InterpreterSex | null;

  @Column({ type: 'varchar', length: LENGTHS.state, nullable: true })
  interpreterWay!: InterpreterWay | null;

  /** Number of children for child care; null: none needed. */
  @Column({ type: 'int', nullable: true })
  childCareCount!: number | null;

  @Column({ type: 'varchar', length: LENGTHS.title, nullable: true })
  childCareAges!: string | null;

  /** The code that was typed in the form, until it has made a pair; null without one. */
  @Column({ type: 'varchar', length: LENGTHS.pairCode, nullable: true })
  togetherCode!: string | null;

  /** The network that the request came from, see `LimitKeys`; null after two days. */
  @Column({ type: 'varchar', length: LENGTHS.hash, nullable: true })
  originHash!: string | null;

  /** The mailbox behind `email`, for limits; null when staff have written it down. */
  @Column({ type: 'varchar', length: LENGTHS.hash, nullable: true })
  mailboxHash!: string | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @VersionColumn({ type: 'int' })
  version!: number;
}
