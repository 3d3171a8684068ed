import type { IncomingMessage, ServerResponse } from 'node:http';

import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';

import { ContentChanges } from '../database/content-changes.js';
import { GracefulStop } from './graceful-stop.js';
import type { SharedAnswer } from './page-cache-answer.js';
import { knownAddress, splitAddress, type PageParameters } from './page-query.rules.js';

/** How long a page is kept (ms). */
const KEPT_FOR = 5_000;
const MOST_PAGES = 2_000;
/** How often other processes' changes are looked for while pages are kept (ms). */
const LOOK_EVERY = 1_000;

interface KeptPage {
  readonly answer: SharedAnswer;
  /** On the clock of `performance.now()`. */
  readonly until: number;
}

/** Rendering under way; others who ask for the same page wait for `outcome`. */
export interface Rendering {
  /** Gives the answer to those who wait, or null when there is none to share. `keep`: to later ones too. */
  settle(answer: SharedAnswer | null, keep: boolean): void;
}

/**
 * Public pages for a few seconds: the same bytes for everyone, whoever asks. It stands before Fastify
 * and is filled from inside it (`page-cache-hooks.ts`).
 */
@Injectable()
export class PageCache implements OnApplicationBootstrap, OnApplicationShutdown {
  /** By known address; in the order in which they were made, so that the first run out first. */
  readonly #pages = new Map<string, KeptPage>();
  /** What pages read from their addresses, by path: of those that are kept, or were lately. */
  readonly #parameters = new Map<string, PageParameters>();
  readonly #renderings = new Map<string, Promise<SharedAnswer | null>>();
  #hits = 0;
  #hitsSeen = 0;
  /** Counts how often everything was thrown away: what was begun before must not be kept. */
  #generation = 0;
  #revision: number | null = null;
  #looking: NodeJS.Timeout | null = null;

  constructor(
    private readonly changes: ContentChanges,
    private readonly stop: GracefulStop,
  ) {
    changes.listen(() => {
      this.empty();
    });
  }

  /** How many requests were answered without the app. They are in no log. */
  get hits(): number {
    return this.#hits;
  }

  /** Answers a request if its page is kept; otherwise does nothing and gives false. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const kept = this.#kept(request.url ?? '');
    if (kept === undefined || kept.until <= performance.now()) return false;
    this.#hits += 1;
    this.write(kept.answer, request, response);
    return true;
  }

  write(answer: SharedAnswer, request: IncomingMessage, response: ServerResponse): void {
    answer.write(request, response, this.stop.begun);
  }

  /** Waits as long as somebody else renders the page; null when it is then for the caller to do. */
  async awaited(key: string): Promise<SharedAnswer | null> {
    for (;;) {
      const outcome = this.#renderings.get(key);
      if (outcome === undefined) return null;
      const answer = await outcome;
      if (answer !== null) return answer;
    }
  }

  /**
   * Says that the caller now renders the page, which reads these parameters from its address. It must be
   * settled; only the first time counts.
   */
  begin(key: string, parameters: PageParameters): Rendering {
    const { promise, resolve } = Promise.withResolvers<SharedAnswer | null>();
    const generation = this.#generation;
    let open = true;
    this.#renderings.set(key, promise);
    return {
      settle: (answer, keep) => {
        if (!open) return;
        open = false;
        if (answer !== null && keep && generation === this.#generation)
          this.#keep(key, answer, parameters);
        if (this.#renderings.get(key) === promise) this.#renderings.delete(key);
        resolve(answer);
      },
    };
  }

  /** Throws every page away, also those that are being rendered. */
  empty(): void {
    this.#generation += 1;
    this.#pages.clear();
    // Whoever comes now must not be given what was read before the change.
    this.#renderings.clear();
  }

  /** Pages rendered from now on are of the revision that is read here, or of a later one. */
  async onApplicationBootstrap(): Promise<void> {
    await this.#compare();
  }

  onApplicationShutdown(): void {
    if (this.#looking) clearInterval(this.#looking);
  }

  #kept(url: string): KeptPage | undefined {
    const [path, query] = splitAddress(url);
    if (query === '') return this.#pages.get(path);
    const parameters = this.#parameters.get(path);
    const key = parameters === undefined ? null : knownAddress(url, parameters);
    return key === null ? undefined : this.#pages.get(key);
  }

  #keep(key: string, answer: SharedAnswer, parameters: PageParameters): void {
    const [path] = splitAddress(key);
    setLast(this.#parameters, path, parameters);
    setLast(this.#pages, key, { answer, until: performance.now() + KEPT_FOR });
    this.#removeOld();
    this.#looking ??= setInterval(() => void this.#look(), LOOK_EVERY).unref();
  }

  #removeOld(): void {
    for (const path of this.#parameters.keys()) {
      if (this.#parameters.size <= MOST_PAGES) break;
      this.#parameters.delete(path);
    }
    const now = performance.now();
    for (const [key, page] of this.#pages) {
      if (page.until > now && this.#pages.size <= MOST_PAGES) return;
      this.#pages.delete(key);
    }
  }

  async #look(): Promise<void> {
    this.#removeOld();
    if (this.#pages.size === 0 && this.#looking) {
      clearInterval(this.#looking);
      this.#looking = null;
    }
    // Nobody has been shown a kept page since.
    if (this.#hits === this.#hitsSeen) return;
    this.#hitsSeen = this.#hits;
    await this.#compare();
  }

  /** Another process may have changed what the pages say. */
  async #compare(): Promise<void> {
    try {
      const revision = await this.changes.revision();
      if (this.#revision !== null && revision !== this.#revision) this.empty();
      this.#revision = revision;
    } catch {
      // The database is gone: the pages run out by themselves.
    }
  }
}

/** Sets an entry of a map as its newest. */
function setLast<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
}
