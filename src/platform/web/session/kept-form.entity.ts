import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../../../kernel/lengths.js';
import type { SessionOwner } from '../fastify-types.js';

/** What somebody sent when their session had ended: for them alone, for a quarter of an hour; one at most. */
@Entity('kept_form')
@Unique('uq_kept_form_owner_kind_owner_id', ['ownerKind', 'ownerId'])
@Unique('uq_kept_form_token_hash', ['tokenHash'])
@Index('ix_kept_form_created_at', ['createdAt'])
export class KeptForm {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: LENGTHS.state })
  ownerKind!: SessionOwner['kind'];

  @Column({ type: 'int' })
  ownerId!: number;

  /** Of the token that the browser holds. */
  @Column({ type: 'varchar', length: LENGTHS.hash })
  tokenHash!: string;

  /** Unreadable without that token and our own secret. */
  @Column({ type: 'text' })
  sealed!: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;
}
