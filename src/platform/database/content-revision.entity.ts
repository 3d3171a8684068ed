import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The single row that counts commits of editorial content, so that other processes empty their page cache. */
@Entity('content_revision')
export class ContentRevision {
  @PrimaryColumn({ type: 'int' })
  id!: number;

  @Column({ type: 'int' })
  revision!: number;
}
