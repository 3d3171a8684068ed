import type { IncomingMessage } from 'node:http';

import type { FastifyRequest } from 'fastify';

import type { Config } from '../config/config.js';

/** Outside the demo only our own name is answered; machines that ask for health know us by address. */
export function isForAnotherHost(request: FastifyRequest, config: Config): boolean {
  if (config.demo || request.url.startsWith('/health/')) return false;
  return request.host !== hostOf(config);
}

/**
 * Whether a request names us, as far as can be said before Fastify, which alone knows whether a proxy's
 * word about it counts.
 */
export function ownNameCheck(config: Config): (request: IncomingMessage) => boolean {
  if (config.demo) return () => true;
  const own = hostOf(config);
  return ({ headers }) => {
    const forwarded = config.trustProxy === false ? undefined : headers['x-forwarded-host'];
    return headers.host === own && (forwarded ?? own) === own;
  };
}

function hostOf({ baseUrl }: Config): string {
  return new URL(baseUrl).host;
}
