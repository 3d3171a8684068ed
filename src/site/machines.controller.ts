import { readFileSync } from 'node:fs';

import { Controller, Get, Header, Redirect } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import { inProject } from '../platform/config/paths.js';
import { Database } from '../platform/database/database.js';
import { CurrentRequest, Public } from '../platform/web/access.js';
import { preferredLanguage } from '../platform/web/locale-choice.js';
import { sitemap, sitemapPaths } from './sitemap.queries.js';

const DAY = 86_400_000;
const CONTACT_DAYS = 180;

/** The front door and the files that machines look for. */
@Controller()
export class MachinesController {
  private readonly favicon = readFileSync(inProject('assets', 'favicon.svg'), 'utf8');

  constructor(
    private readonly config: Config,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Get('/')
  @Public({ shared: false })
  @Redirect()
  @Header('vary', 'Accept-Language')
  frontDoor(@CurrentRequest() request: FastifyRequest): { url: string; statusCode: number } {
    const wishes = request.headers['accept-language'];
    return { url: `/${preferredLanguage(wishes, this.config.languages)}`, statusCode: 302 };
  }

  /** A leaf and nothing else: it stands in the browser's history. */
  @Get('/favicon.svg')
  @Public()
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'public, max-age=86400')
  icon(): string {
    return this.favicon;
  }

  @Get('/robots.txt')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    return [
      'User-agent: *',
      'Disallow: /admin',
      'Disallow: /ledare',
      'Disallow: /logga-in',
      'Disallow: /demo',
      `Sitemap: ${this.config.baseUrl}/sitemap.xml`,
      '',
    ].join('\n');
  }

  @Get('/sitemap.xml')
  @Public()
  @Header('content-type', 'application/xml; charset=utf-8')
  async map(): Promise<string> {
    const paths = await sitemapPaths(this.db.read, this.clock.now());
    return sitemap(paths, this.config.baseUrl, this.config.languages);
  }

  @Get('/.well-known/security.txt')
  @Public()
  @Header('content-type', 'text/plain; charset=utf-8')
  security(): string {
    const expires = new Date(this.clock.now().getTime() + CONTACT_DAYS * DAY);
    return [
      `Contact: mailto:${this.config.supportEmail}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: sv, en',
      '',
    ].join('\n');
  }
}
