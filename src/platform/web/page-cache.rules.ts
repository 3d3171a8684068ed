/** How a body may be packed, best first. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** The parameter that people type into: pages that answer a search are not kept. */
const SEARCH = 'q';

/**
 * Under which key a kept page is found: the path and the parameters that say something, in one
 * order, so that `?dag=2&alder=3-6&q=` is the same page as `?alder=3-6&dag=2`.
 */
export function keyOf(url: string): string {
  const mark = url.indexOf('?');
  if (mark === -1) return url;
  const said = pairsOf(url, mark).filter(([, value]) => value !== '');
  const query = said.map((pair) => pair.join('=')).sort();
  return query.length === 0 ? url.slice(0, mark) : `${url.slice(0, mark)}?${query.join('&')}`;
}

/** Whether a page may be kept: its address holds only parameters that it knows, and no search. */
export function mayBeKept(url: string, known: readonly string[]): boolean {
  const mark = url.indexOf('?');
  if (mark === -1) return true;
  return pairsOf(url, mark).every(
    ([name, value]) => known.includes(name) && (name !== SEARCH || value === ''),
  );
}

function pairsOf(url: string, mark: number): [name: string, value: string][] {
  return url
    .slice(mark + 1)
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const end = part.indexOf('=');
      return end === -1 ? [part, ''] : [part.slice(0, end), part.slice(end + 1)];
    });
}

const REFUSED = /;\s*q=0(?:\.0*)?\s*$/;

/** The best packing that an `Accept-Encoding` header allows. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity';
  const allowed = accepted.includes('q=0')
    ? accepted
        .split(',')
        .filter((part) => !REFUSED.test(part))
        .join()
    : accepted;
  if (/\bbr\b/.test(allowed)) return 'br';
  return /\bgzip\b/.test(allowed) ? 'gzip' : 'identity';
}

/** Whether an `If-None-Match` header says that the browser holds the page already. */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((one) => one.trim() === etag || one.trim() === '*');
}
