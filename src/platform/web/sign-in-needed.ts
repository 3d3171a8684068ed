/** Thrown by the guard: the visitor has to sign in first and then comes back to where they were. */
export class SignInNeeded extends Error {
  readonly href: string;

  /** `next` is where to go on to, '' for nowhere; `also` goes into the query of the sign-in page. */
  constructor(signInPath: string, next: string, also: Readonly<Record<string, string>> = {}) {
    super('sign-in needed');
    const query = new URLSearchParams({ ...(next === '' ? {} : { next }), ...also }).toString();
    this.href = query === '' ? signInPath : `${signInPath}?${query}`;
  }
}

/**
 * The path to go on to after signing in, or null when it leads anywhere but to a page of ours
 * (OWASP ASVS 5.0 3.7.2).
 */
export function safeNext(next: unknown, baseUrl: string): string | null {
  if (typeof next !== 'string' || !next.startsWith('/') || /[\\\p{Cc}]|^\/\//u.test(next))
    return null;
  const url = URL.parse(next, baseUrl);
  // What dots lead to may begin with two slashes, and would then name another site.
  if (url?.origin !== baseUrl || url.pathname.startsWith('//')) return null;
  return `${url.pathname}${url.search}`;
}
