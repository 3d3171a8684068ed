import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { matches } from '../platform/text/search.js';
import { byOwner } from '../platform/text/texts.js';
import { LibraryItem, LibraryItemAudience, LibraryItemText } from './library-item.entity.js';
import { textToShow } from './library.rules.js';
import type { Audience, ItemType, Topic } from './vocabulary.rules.js';

/** What is asked of the list; an empty list or text asks nothing. */
export interface LibraryFilter {
  readonly topics: readonly Topic[];
  readonly types: readonly ItemType[];
  readonly audiences: readonly Audience[];
  /** Words that title and summary must hold, in the language of the reader. */
  readonly search: string;
}

/** The words of an item for lists: everything but the body. */
export type ItemHeadline = Pick<
  LibraryItemText,
  'itemId' | 'language' | 'title' | 'summary' | 'reviewedAt'
>;

/** An item in a list. */
export interface ListedItem {
  readonly item: LibraryItem;
  readonly texts: readonly ItemHeadline[];
}

/** A whole item. */
export interface FoundItem {
  readonly item: LibraryItem;
  readonly texts: readonly LibraryItemText[];
  readonly audiences: readonly Audience[];
}

/** Reads the library. Drafts do not exist here. */
@Injectable()
export class LibraryQueries {
  constructor(private readonly db: Database) {}

  /** Published items that pass the filter, the newest first. */
  async list(filter: LibraryFilter, language: string): Promise<ListedItem[]> {
    const items = await this.db.read.find(LibraryItem, {
      where: {
        state: 'published',
        ...(filter.topics.length > 0 && { topic: In(filter.topics) }),
        ...(filter.types.length > 0 && { type: In(filter.types) }),
      },
      order: { publishedAt: 'DESC', id: 'DESC' },
    });
    const reached = await this.withAudience(items, filter.audiences);
    const texts = await this.headlines(reached.map((item) => item.id));
    return reached
      .map((item) => ({ item, texts: texts.get(item.id) ?? [] }))
      .filter((listed) => {
        if (filter.search === '') return true;
        const text = textToShow(listed.texts, language, listed.item.sensitive);
        return matches(filter.search, text.title, text.summary);
      });
  }

  /** The published item with that slug, or null. */
  async item(slug: string): Promise<FoundItem | null> {
    const item = await this.db.read.findOneBy(LibraryItem, { slug, state: 'published' });
    if (item === null) return null;
    const [texts, audiences] = await Promise.all([
      this.db.read.find(LibraryItemText, { where: { itemId: item.id }, order: { id: 'ASC' } }),
      this.db.read.find(LibraryItemAudience, { where: { itemId: item.id }, order: { id: 'ASC' } }),
    ]);
    return { item, texts, audiences: audiences.map((row) => row.audience) };
  }

  /** Those of the items that are published, by id, for pages that name items. */
  async published(ids: readonly number[]): Promise<Map<number, ListedItem>> {
    const items = await this.db.read.findBy(LibraryItem, { id: In(ids), state: 'published' });
    const texts = await this.headlines(items.map((item) => item.id));
    return new Map(items.map((item) => [item.id, { item, texts: texts.get(item.id) ?? [] }]));
  }

  private async withAudience(
    items: readonly LibraryItem[],
    audiences: readonly Audience[],
  ): Promise<readonly LibraryItem[]> {
    if (audiences.length === 0) return items;
    const rows = await this.db.read.find(LibraryItemAudience, {
      select: { itemId: true },
      where: { audience: In(audiences) },
    });
    const reached = new Set(rows.map((row) => row.itemId));
    return items.filter((item) => reached.has(item.id));
  }

  private async headlines(itemIds: readonly number[]): Promise<Map<number, ItemHeadline[]>> {
    const rows = await this.db.read.find(LibraryItemText, {
      select: {
        id: true,
        itemId: true,
        language: true,
        title: true,
        summary: true,
        reviewedAt: true,
      },
      where: { itemId: In(itemIds) },
      order: { id: 'ASC' },
    });
    return byOwner(rows, (row) => row.itemId);
  }
}
