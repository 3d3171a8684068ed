import { MisdirectedException, NotFoundException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import compress, { type FastifyCompressOptions } from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import session, { type FastifySessionOptions } from '@fastify/session';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

import { Config } from '../config/config.js';
import { inProject } from '../config/paths.js';
import './fastify-types.js';
import { closeAnswersWhileStopping, GracefulStop } from './graceful-stop.js';
import { chooseLocale } from './locale-choice.js';
import { isForAnotherHost } from './own-host.js';
import { BROTLI } from './page-cache-answer.js';
import { fillPageCache } from './page-cache-hooks.js';
import { PageCache } from './page-cache.js';
import { readKnownQuery } from './page-query.js';
import { logRequests } from './request-log.js';
import { refuseForeignWrites } from './same-origin.js';
import { securityHeaders } from './security-headers.js';
import { SessionStore } from './session/session-store.js';
import { sessionCookie } from './session/sign-in.js';
import { Translations } from './translations.js';

/** The largest form that is read, in bytes. */
const FORM_LIMIT = 256 * 1024;

/** For answers that the page cache does not pack itself. */
const COMPRESSION: FastifyCompressOptions = {
  threshold: 1024,
  encodings: ['br', 'gzip'],
  brotliOptions: BROTLI,
};

/** The whole path of a request, in order. Call it before `app.init()`, so that all routes see it. */
export async function pipeline(app: NestFastifyApplication): Promise<void> {
  const fastify: FastifyInstance = app.getHttpAdapter().getInstance();
  const config = app.get(Config);
  const translations = app.get(Translations);
  const headers = securityHeaders(config.secure);

  logRequests(fastify);
  closeAnswersWhileStopping(fastify, app.get(GracefulStop));
  fastify.decorateRequest('locale', {
    getter(this: FastifyRequest) {
      return chooseLocale(this.url, translations);
    },
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers);
    if (request.routeOptions.config.cookies !== true) delete request.raw.headers.cookie;
    done(problemWith(request, config));
  });
  readKnownQuery(fastify);
  fillPageCache(fastify, app.get(PageCache));
  await fastify.register(cookie);
  await fastify.register(session, sessionOptions(config, app.get<SessionStore>(SessionStore)));
  await fastify.register(rateLimit, { global: false });
  // Forms only: nothing else is ever posted to us.
  fastify.removeAllContentTypeParsers();
  await fastify.register(formbody, { bodyLimit: FORM_LIMIT });
  await fastify.register(compress, COMPRESSION);
  await fastify.register(serveStatic, {
    root: inProject('public'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
  });
}

function sessionOptions(config: Config, store: SessionStore): FastifySessionOptions {
  return {
    secret: [...config.sessionSecrets],
    cookieName: sessionCookie(config.secure),
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure },
    saveUninitialized: false,
    rolling: false,
    store,
  };
}

/** What is wrong with a request before anything of it is read; undefined when nothing is. */
function problemWith(request: FastifyRequest, config: Config): Error | undefined {
  const language = (request.params as { lang?: string } | undefined)?.lang;
  if (language !== undefined && !(config.languages as readonly string[]).includes(language))
    return new NotFoundException();
  if (isForAnotherHost(request, config)) return new MisdirectedException();
  try {
    refuseForeignWrites(request, config.baseUrl);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
