import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';

import { AppModule } from './app.module.js';
import type { Clock } from './kernel/clock.js';
import type { Config } from './platform/config/config.js';
import { pipeline } from './platform/web/pipeline.js';

const LONGEST_URL = 2_000;

/** The app with its whole request path, ready for `listen` or `inject`. */
export async function createApp(config: Config, clock: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    logger: { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy,
    bodyLimit: 256 * 1024,
    routerOptions: { maxParamLength: LONGEST_URL },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(config, clock),
    adapter,
    { bodyParser: false, abortOnError: false, logger: nestLevels(config.logLevel) },
  );
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
