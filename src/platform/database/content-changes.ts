import { Injectable } from '@nestjs/common';

import { ContentRevision } from './content-revision.entity.js';
import { Database, type Writer } from './database.js';

const SINGLE_ROW = 1;

/** Tells whoever keeps copies of editorial content that it has changed, in this process and in others. */
@Injectable()
export class ContentChanges {
  readonly #listeners = new Set<() => void>();

  constructor(private readonly db: Database) {}

  /** To be called in every transaction that changes editorial content. */
  async mark(em: Writer): Promise<void> {
    await em.increment(ContentRevision, { id: SINGLE_ROW }, 'revision', 1);
    em.afterCommit(() => {
      for (const listener of this.#listeners) listener();
    });
  }

  /** Calls `listener` after every commit in this process that changed editorial content. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /**
   * How many times editorial content has changed, in any process: what was made under another number
   * is stale. @throws DatabaseUnavailable
   */
  async revision(): Promise<number> {
    const row = await this.db.read.findOneBy(ContentRevision, { id: SINGLE_ROW });
    return row?.revision ?? 0;
  }
}
