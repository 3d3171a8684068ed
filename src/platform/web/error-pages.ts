import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Config } from '../config/config.js';
import { errorPage } from './error-page.js';
import { languageOfPath, preferredLanguage } from './locale-choice.js';
import { PageRenderer } from './page-renderer.js';
import { securityHeaders } from './security-headers.js';
import { Translations } from './translations.js';

/** Our own pages for everything that goes wrong. */
@Injectable()
export class ErrorPages {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly translations: Translations,
    private readonly config: Config,
  ) {}

  /** The page for a status: in the language of the path, else in one that the browser asks for. */
  render(status: number, request: FastifyRequest): string {
    const language =
      languageOfPath(request.url) ??
      preferredLanguage(request.headers['accept-language'], this.config.languages);
    const locale = this.translations.locale(language);
    return this.renderer.render(errorPage(status, locale), request, { locale });
  }

  /** Answers a request whose address cannot even be read; no hook has seen it. */
  answerUnreadable(request: FastifyRequest, reply: FastifyReply): void {
    void reply
      .status(400)
      .headers(securityHeaders(this.config.secure))
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(this.render(400, request));
  }
}
