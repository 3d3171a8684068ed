import { parse } from 'node:querystring';

import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { knownAddress, splitAddress } from './page-query.rules.js';

/** A page that is read and the same for everybody who asks under its address. */
export function isPublicPage({ method, routeOptions }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && routeOptions.config.shared === true;
}

/**
 * Takes away from the address of a public page what the page does not know, so that all that follows, page
 * cache and links of the page included, sees the same address. Elsewhere nothing may be given twice.
 */
export function readKnownQuery(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const known = isPublicPage(request)
      ? knownAddress(request.url, request.routeOptions.config.query ?? {})
      : withoutRepetition(request);
    if (known === null) {
      done(new BadRequestException());
      return;
    }
    if (known !== request.url) {
      request.raw.url = known;
      request.query = parse(splitAddress(known)[1]);
    }
    done();
  });
}

/** The address as it is; null when a parameter is given twice. */
function withoutRepetition({ url, query }: FastifyRequest): string | null {
  return Object.values(query as Record<string, unknown>).some(Array.isArray) ? null : url;
}
