import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { SharedAnswer } from './page-cache-answer.js';
import type { PageCache, Rendering } from './page-cache.js';
import { searchOf } from './page-query.rules.js';
import { isPublicPage } from './page-query.js';

/**
 * Fills the page cache: one rendering at a time for each public page. Pages that are not kept, such as
 * the answers to a search, are packed and given an ETag here as well. To be called before compression is
 * registered: its streams would hold megabytes for each answer under way.
 */
export function fillPageCache(fastify: FastifyInstance, cache: PageCache): void {
  const renderings = new WeakMap<FastifyRequest, Rendering>();

  fastify.addHook('onRequest', async (request, reply) => {
    if (!isPublicPage(request)) return;
    const { query: parameters = {} } = request.routeOptions.config;
    if (isSearch(request, searchOf(parameters))) return;
    const answer = await cache.awaited(request.url);
    if (answer !== null) {
      reply.hijack();
      cache.write(answer, request.raw, reply.raw);
      return;
    }
    const rendering = cache.begin(request.url, parameters);
    renderings.set(request, rendering);
    // Whoever asked may have left before there was an answer.
    reply.raw.once('close', () => {
      rendering.settle(null, false);
    });
  });

  fastify.addHook('onSend', (request, reply, payload, done) => {
    const rendering = renderings.get(request);
    if (!isPublicPage(request) || typeof payload !== 'string' || isPersonal(reply)) {
      rendering?.settle(null, false);
      done(null, payload);
      return;
    }
    askBeforeUse(reply);
    const answer = new SharedAnswer(reply.statusCode, reply.getHeaders(), payload);
    rendering?.settle(answer, isKept(reply));
    done(null, send(answer, request, reply));
  });
}

/** Answers to a search are not kept: there are as many as people have words. */
function isSearch({ query }: FastifyRequest, search: string | undefined): boolean {
  return search !== undefined && search in (query as Record<string, unknown>);
}

/** Only a mistake can bring such an answer here; it must not reach anybody else. */
function isPersonal(reply: FastifyReply): boolean {
  return reply.hasHeader('set-cookie') || reply.hasHeader('vary');
}

/** A browser may keep the page but asks each time whether it still holds. */
function askBeforeUse(reply: FastifyReply): void {
  if (reply.statusCode === 200 && !reply.hasHeader('cache-control'))
    void reply.header('cache-control', 'no-cache');
}

function isKept(reply: FastifyReply): boolean {
  return reply.statusCode === 200 && !String(reply.getHeader('cache-control')).includes('no-store');
}

/** Sends the answer by Fastify, packed as the cache packs it. */
function send(answer: SharedAnswer, request: FastifyRequest, reply: FastifyReply): Buffer | string {
  const { headers, body } = answer.packedFor(request.headers['accept-encoding']?.toString());
  const held = answer.isHeldBy(request.headers['if-none-match']);
  const sent = held ? answer.heldHeaders : headers;
  for (let at = 0; at < sent.length; at += 2) void reply.header(sent[at] ?? '', sent[at + 1]);
  if (!held) return body;
  void reply.status(304);
  return '';
}
