import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';

import { LENGTHS } from '../kernel/lengths.js';
import { Programme } from '../programmes/programme.entity.js';
import { Round } from '../rounds/round.entity.js';

/** Somebody who wants to be called instead of mailed: a task for staff, and nothing else. */
@Entity('call_request')
@Index('ix_call_request_handled_at', ['handledAt'])
@Index('ix_call_request_round_id', ['roundId'])
@Index('ix_call_request_programme_id', ['programmeId'])
export class CallRequest {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: LENGTHS.name })
  name!: string;

  @Column({ type: 'varchar', length: LENGTHS.phone })
  phone!: string;

  /** When it is fine to call, in the person's own words. */
  @Column({ type: 'varchar', length: LENGTHS.shortText })
  whenToCall!: string;

  /** Staff must not say where they call from, nor leave a message. */
  @Column({ type: 'boolean' })
  hideCaller!: boolean;

  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  /** The round the person was looking at, if any. */
  @Column({ type: 'int', nullable: true })
  roundId!: number | null;

  @ManyToOne(() => Round, { nullable: true, onDelete: 'SET NULL', onUpdate: 'NO ACTION' })
  round?: Round | null;

  /** The programme whose list the person was looking at, where no round is planned. */
  @Column({ type: 'int', nullable: true })
  programmeId!: number | null;

  @ManyToOne(() => Programme, { nullable: true, onDelete: 'SET NULL', onUpdate: 'NO ACTION' })
  programme?: Programme | null;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3, nullable: true })
  handledAt!: Date | null;
}
