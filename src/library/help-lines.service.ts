import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { faultLine } from '../kernel/fault.js';
import { Database } from '../platform/database/database.js';
import { Log } from '../platform/log.js';
import { byOwner } from '../platform/text/texts.js';
import { HelpLine, HelpLineText, HelpLineTopic } from './help-line.entity.js';
import { isPublic } from './help-line.rules.js';
import type { Topic } from './vocabulary.rules.js';

/** How often other processes' changes are looked for, and a database that was gone (ms). */
const REFRESH_EVERY = 30_000;
const RETRY_EVERY = 2_000;

/** A help line as the public sees it. */
export interface PublicHelpLine {
  readonly line: HelpLine;
  readonly texts: readonly HelpLineText[];
  readonly topics: readonly Topic[];
}

/**
 * The help lines, held in memory: whoever needs them gets them also when the database is gone.
 * Whoever changes them calls `em.afterCommit(() => helpLines.refresh())`.
 */
@Injectable()
export class HelpLines implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Log(HelpLines.name);
  #lines: readonly PublicHelpLine[] = [];
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(private readonly db: Database) {}

  /** Every line that may be shown, in the order of the page. */
  all(): readonly PublicHelpLine[] {
    return this.#lines;
  }

  /** Reads the lines anew. What is held stays when the database does not answer. */
  async refresh(): Promise<void> {
    try {
      this.#lines = await this.#read();
    } catch (error) {
      this.#log.warn(`Help lines not refreshed: ${faultLine(error)}`);
    }
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#refreshAndWait();
  }

  onApplicationShutdown(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  async #refreshAndWait(): Promise<void> {
    await this.refresh();
    if (this.#stopped) return;
    const wait = this.#lines.length === 0 ? RETRY_EVERY : REFRESH_EVERY;
    this.#timer = setTimeout(() => void this.#refreshAndWait(), wait);
    this.#timer.unref();
  }

  async #read(): Promise<PublicHelpLine[]> {
    const [lines, texts, topics] = await Promise.all([
      this.db.read.find(HelpLine, { where: { active: true }, order: { sortOrder: 'ASC' } }),
      this.db.read.find(HelpLineText, { order: { id: 'ASC' } }),
      this.db.read.find(HelpLineTopic),
    ]);
    const textsOf = byOwner(texts, (text) => text.lineId);
    const topicsOf = byOwner(topics, (row) => row.lineId);
    return lines.filter(isPublic).map((line) => ({
      line,
      texts: textsOf.get(line.id) ?? [],
      topics: (topicsOf.get(line.id) ?? []).map((row) => row.topic),
    }));
  }
}
