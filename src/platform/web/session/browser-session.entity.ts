import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

import { LENGTHS } from '../../../kernel/lengths.js';
import type { SessionOwner } from '../fastify-types.js';

/** A signed-in browser. The cookie's id is kept only as a hash, so the table opens nothing. */
@Entity('browser_session')
@Unique('uq_browser_session_id_hash', ['idHash'])
@Index('ix_browser_session_owner_kind_owner_id', ['ownerKind', 'ownerId'])
@Index('ix_browser_session_last_used_at', ['lastUsedAt'])
export class BrowserSession {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'varchar', length: LENGTHS.hash })
  idHash!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  ownerKind!: SessionOwner['kind'];

  @Column({ type: 'int' })
  ownerId!: number;

  /** The rest of the session as JSON; never anything personal. */
  @Column({ type: 'text' })
  data!: string;

  @Column({ type: 'datetime', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'datetime', precision: 3 })
  lastUsedAt!: Date;
}
