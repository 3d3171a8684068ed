import type { Browser } from './browser.js';
import type { SeenPage } from './seen-page.js';

/** A page that was seen on a tour. */
export interface Visit {
  /** Who looked at it: 'visitor', or who was signed in. */
  readonly who: string;
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly page: SeenPage;
  /** The page that leads here; null where a tour began. */
  readonly from: string | null;
}

/** Where a link leads that is looked at but not followed: out of the site. */
const OUT = '/lamna';

/** Visits pages by every link they have, each address once, and remembers what was seen. */
export class SiteTour {
  readonly visits: Visit[] = [];
  /** Addresses of other sites that a page links to. */
  readonly foreign = new Set<string>();

  /**
   * Walks from the addresses as far as links lead to addresses that match `within`. A redirect is
   * followed, and not a visit of its own.
   */
  async walk(
    who: string,
    browser: Browser,
    starts: readonly string[],
    within = /^/,
  ): Promise<void> {
    const known = new Set(starts);
    const waiting: { path: string; from: string | null }[] = starts.map((path) => ({
      path,
      from: null,
    }));
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const page = await browser.get(next.path);
      this.visits.push({ who, method: 'GET', ...next, page });
      for (const path of this.linksOf(page))
        if (!known.has(path) && within.test(path)) {
          known.add(path);
          waiting.push({ path, from: next.path });
        }
    }
  }

  /** Remembers a page that was come to in another way: the answer to a form. */
  add(who: string, page: SeenPage): SeenPage {
    this.visits.push({ who, path: page.path, method: 'POST', page, from: null });
    return page;
  }

  /** Paths on the site that a page links to, without fragments. */
  private linksOf(page: SeenPage): string[] {
    const addresses = page
      .$('a[href], iframe[src], link[rel=alternate][href]')
      .toArray()
      .map((element) => page.$(element).attr('href') ?? page.$(element).attr('src') ?? '');
    return addresses.flatMap((address) => {
      const url = new URL(address, page.url);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return [];
      if (url.origin !== page.url.origin) {
        this.foreign.add(url.href);
        return [];
      }
      return url.pathname === OUT ? [] : [url.pathname + url.search];
    });
  }
}
