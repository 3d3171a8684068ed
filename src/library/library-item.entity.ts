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
import type { Audience, ItemType, PublishState, Topic } from './vocabulary.rules.js';

/** Something to read in the library; what it says lies in {@link LibraryItemText}. */
@Entity('library_item')
@Unique('uq_library_item_slug', ['slug'])
export class LibraryItem {
  @PrimaryGeneratedColumn()
  id!: number;

  /** Neutral when the item is sensitive: it stays in the reader's history. */
  @Column({ type: 'varchar', length: LENGTHS.slug })
  slug!: string;

  @Column({ type: 'varchar', length: LENGTHS.state })
  topic!: Topic;

  @Column({ type: 'varchar', length: LENGTHS.state })
  type!: ItemType;

  /**
   * Reading it may put somebody at risk: the page has a way out, is kept by no browser, and is
   * shown in another language only when that text has been reviewed.
   */
  @Column({ type: 'boolean' })
  sensitive!: boolean;

  @Column({ type: 'varchar', length: LENGTHS.state })
  state!: PublishState;

  /** When it was first published; null for a draft. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  publishedAt!: Date | null;

  /** Civil date by which an editor must read it again; null when none is set. */
  @Column({ type: 'varchar', length: 10, nullable: true })
  reviewDueOn!: string | null;

  @VersionColumn({ type: 'int' })
  version!: number;
}

/** An item in one language. Swedish is a row like the others. */
@Entity('library_item_text')
@Unique('uq_library_item_text_item_id_language', ['itemId', 'language'])
export class LibraryItemText {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  itemId!: number;

  @ManyToOne(() => LibraryItem, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  item?: LibraryItem;

  /** BCP 47 tag. */
  @Column({ type: 'varchar', length: LENGTHS.language })
  language!: string;

  @Column({ type: 'varchar', length: LENGTHS.title })
  title!: string;

  /** What the browser's tab and history show instead of the title; null when the title may. */
  @Column({ type: 'varchar', length: LENGTHS.title, nullable: true })
  tabTitle!: string | null;

  @Column({ type: 'varchar', length: LENGTHS.summary })
  summary!: string;

  /** Markdown. */
  @Column({ type: 'text' })
  body!: string;

  /** The version of the Swedish text that this one was made from. */
  @Column({ type: 'int' })
  sourceVersion!: number;

  /** The Swedish text has since changed only in ways that leave this one right. */
  @Column({ type: 'boolean' })
  minor!: boolean;

  /** When somebody who knows the language and the subject last read it; null if nobody has. */
  @Column({ type: 'datetime', precision: 3, nullable: true })
  reviewedAt!: Date | null;
}

/** One of the groups that an item is written for. */
@Entity('library_item_audience')
@Unique('uq_library_item_audience_item_id_audience', ['itemId', 'audience'])
@Index('ix_library_item_audience_audience', ['audience'])
export class LibraryItemAudience {
  @PrimaryGeneratedColumn()
  id!: number;

  @Column({ type: 'int' })
  itemId!: number;

  @ManyToOne(() => LibraryItem, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  item?: LibraryItem;

  @Column({ type: 'varchar', length: LENGTHS.state })
  audience!: Audience;
}
