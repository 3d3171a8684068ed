import { ForbiddenException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from a page of ours. The browser's own
 * `Sec-Fetch-Site` decides; one that does not send it is judged by `Origin`, which every browser
 * sends with a POST. Neither: refused (after Go 1.25 `CrossOriginProtection`).
 */
function isFromOwnPage(
  headers: { readonly 'sec-fetch-site'?: unknown; readonly origin?: unknown },
  baseUrl: string,
): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === baseUrl : site === 'same-origin';
}

/** @throws ForbiddenException for a write that was not sent from a page of ours. */
export function refuseForeignWrites(request: FastifyRequest, baseUrl: string): void {
  if (SAFE.has(request.method)) return;
  const { fromMailClient, cookies } = request.routeOptions.config;
  if (fromMailClient === true && cookies !== true) return;
  if (!isFromOwnPage(request.headers, baseUrl)) throw new ForbiddenException();
}
