import 'reflect-metadata';

import type { RequestListener } from 'node:http';

import type { LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';

import { AppModule } from './app.module.js';
import type { Clock } from './kernel/clock.js';
import type { Config } from './platform/config/config.js';
import { NestLogger } from './platform/log.js';
import { ErrorPages } from './platform/web/error-pages.js';
import { ownNameCheck } from './platform/web/own-host.js';
import { PageCache } from './platform/web/page-cache.js';
import { pipeline } from './platform/web/pipeline.js';
import { PromptServer } from './platform/web/prompt-server.js';
import { withoutValues } from './platform/web/request-log.js';

const LONGEST_URL = 2_000;
/** How long a client may keep a connection without asking, and take to ask (ms). */
const KEEP_ALIVE = 72_000;
const SLOWEST_REQUEST = 60_000;

/** The app with its whole request path, ready for `listen` or `inject`. */
export async function createApp(config: Config, clock: Clock): Promise<NestFastifyApplication> {
  let cache: PageCache | null = null;
  let errorPages: ErrorPages | null = null;
  const namesUs = ownNameCheck(config);
  const adapter = new FastifyAdapter({
    logger: { level: config.logLevel, hooks: withoutValues },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: LONGEST_URL, ignoreTrailingSlash: true },
    // Whoever asks while the app stops is still answered, and then asked to leave.
    return503OnClosing: false,
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      errorPages?.answerUnreadable(request, reply),
    serverFactory: (handler: RequestListener) =>
      new PromptServer(
        { keepAliveTimeout: KEEP_ALIVE, requestTimeout: SLOWEST_REQUEST },
        (request, response) => {
          const answered = namesUs(request) && cache?.answer(request, response);
          if (answered !== true) handler(request, response);
        },
      ),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, clock),
    adapter,
    {
      bodyParser: false,
      abortOnError: false,
      logger: new NestLogger({ logLevels: nestLevels(config.logLevel) }),
    },
  );
  cache = app.get(PageCache);
  errorPages = app.get(ErrorPages);
  // Stopping when told to is no failure.
  app.enableShutdownHooks([], { useProcessExit: true });
  await pipeline(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

function nestLevels(level: Config['logLevel']): LogLevel[] {
  if (level === 'silent') return [];
  return level === 'fatal' || level === 'error' ? ['fatal', 'error'] : ['fatal', 'error', 'warn'];
}
