import type { FastifyInstance, FastifyServerOptions } from 'fastify';

import { faultText, plainWords } from '../../kernel/fault.js';

/** One line a request, by the pattern of its route: no path, query, body, address or account in the log. */
export function logRequests(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      id: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}

type Hooks = Extract<FastifyServerOptions['logger'], { hooks?: unknown }>['hooks'] & object;

/** What Fastify and its plugins write by themselves: they quote addresses, and log errors whole. */
export const withoutValues: Hooks = {
  logMethod([first, ...rest]: readonly unknown[], write) {
    if (typeof first === 'string') write.call(this, plainWords(first));
    else if (first instanceof Error) write.call(this, faultText(first));
    else if (hasFault(first)) write.call(this, faultText(first.err));
    else if (rest.length === 0) write.call(this, first);
    else write.call(this, plainWords(String(rest[0])));
  },
};

function hasFault(part: unknown): part is { readonly err: unknown } {
  return typeof part === 'object' && part !== null && 'err' in part;
}
