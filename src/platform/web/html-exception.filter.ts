import { Catch, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Log } from '../log.js';
import { ErrorPages } from './error-pages.js';
import { statusOf } from './error-page.js';
import { SignInNeeded } from './sign-in-needed.js';

const RETRY_AFTER_SECONDS = '5';

/** Every error becomes a page of ours; only faults are logged, by route and never with what was sent. */
@Catch()
@Injectable()
export class HtmlExceptionFilter implements ExceptionFilter {
  private readonly log = new Log('web');

  constructor(private readonly errorPages: ErrorPages) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    if (error instanceof SignInNeeded) {
      void reply.status(303).header('location', error.href).send('');
      return;
    }
    const status = statusOf(error);
    if (status === 500) this.logFault(error, request);
    if (status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
    void reply
      .status(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(this.errorPages.render(status, request));
  }

  private logFault(error: unknown, request: FastifyRequest): void {
    const route = request.routeOptions.url ?? 'unknown route';
    this.log.error(`${request.method} ${route} ${request.id}`, error);
  }
}
