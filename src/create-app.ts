import 'reflect-metadata';

import { createServer, type RequestListener } from 'node:http';

import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';

import { AppModule } from './app.module.js';
import type { Clock } from './kernel/clock.js';
import type { Config } from './platform/config/config.js';
import { PageCache } from './platform/web/page-cache.js';
import { pipeline } from './platform/web/pipeline.js';

const LONGEST_URL = 2_000;
/** How long a client may keep a connection without asking, and take to ask (ms). */
const KEEP_ALIVE = 72_000;
const SLOWEST_REQUEST = 60_000;

/** The app with its whole request path, ready for `listen` or `inject`. */
export async function createApp(config: Config, clock: Clock): Promise<NestFastifyApplication> {
  let cache: PageCache | null = null;
  const adapter = new FastifyAdapter({
    logger: { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: LONGEST_URL },
    // Whoever asks while the app stops is still answered, and then asked to leave.
    return503OnClosing: false,
    serverFactory: (handler: RequestListener) =>
      createServer(
        { keepAliveTimeout: KEEP_ALIVE, requestTimeout: SLOWEST_REQUEST },
        (request, response) => {
          if (cache?.answer(request, response) !== true) handler(request, response);
        },
      ),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, clock),
    adapter,
    { bodyParser: false, abortOnError: false, logger: nestLevels(config.logLevel) },
  );
  cache = app.get(PageCache);
  app.enableShutdownHooks();
  await pipeline(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

function nestLevels(level: Config['logLevel']): false | ('fatal' | 'error' | 'warn')[] {
  if (level === 'silent') return false;
  return level === 'fatal' || level === 'error' ? ['fatal', 'error'] : ['fatal', 'error', 'warn'];
}
