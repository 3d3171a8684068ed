/** How a body may be packed, best first. */
export type Encoding = 'br' | 'gzip' | 'identity';

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
