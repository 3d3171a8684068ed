import type { FastifyRequest } from 'fastify';

/** Thrown by the guard: the visitor has to sign in first and then comes back to where they were. */
export class SignInNeeded extends Error {
  readonly href: string;

  constructor(signInPath: string, request: FastifyRequest) {
    super('sign-in needed');
    const next = request.method === 'GET' ? request.url : '';
    this.href = next === '' ? signInPath : `${signInPath}?next=${encodeURIComponent(next)}`;
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
  return url?.origin === baseUrl ? `${url.pathname}${url.search}` : null;
}
