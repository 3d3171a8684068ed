import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

import { Page, SeeOther } from '../../kernel/page.js';
import { flash, type Flash } from './components/flash.js';
import { PageRenderer } from './page-renderer.js';

/** Turns what a controller returns into the answer: a page becomes HTML, a redirect a 303. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly renderer: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(map((result: unknown) => this.answer(result, request, reply)));
  }

  private answer(result: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
    if (result instanceof SeeOther) {
      void reply.status(303).header('location', result.href);
      return '';
    }
    if (!(result instanceof Page)) return result;
    void reply.status(result.status).type('text/html; charset=utf-8');
    if (result.head.noStore === true || request.routeOptions.config.cookies === true)
      void reply.header('cache-control', 'no-store');
    return this.renderer.render(result, request, {
      flash: keptNotice(request) ?? takeFlash(request),
    });
  }
}

/** A message waits in the session for the next page; public pages read no session and show none. */
function takeFlash(request: FastifyRequest): Flash | null {
  if (request.routeOptions.config.cookies !== true) return null;
  const key = request.session.flash;
  if (key === undefined) return null;
  delete request.session.flash;
  return flash('success', request.locale.text(key));
}

function keptNotice({ kept, locale }: FastifyRequest): Flash | null {
  return kept ? flash('info', locale.t('components:kept')) : null;
}
