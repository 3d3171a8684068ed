import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import type { Page } from '../../kernel/page.js';
import { Config } from '../config/config.js';
import { inProject } from '../config/paths.js';
import { layoutAssets, readManifest } from './assets.js';
import type { Flash } from './components/flash.js';
import { presentLayout } from './layout.js';
import type { Locale } from './locale.js';
import { staffMenu } from './staff-menu.js';
import { Translations } from './translations.js';
import { Views } from './views.js';

interface RenderOptions {
  readonly locale?: Locale;
  /** A message to show once. */
  readonly flash?: Flash | null;
}

/** Puts a page into its layout. */
@Injectable()
export class PageRenderer {
  private readonly manifest = readManifest(inProject('public', 'manifest.json'));

  constructor(
    private readonly views: Views,
    private readonly translations: Translations,
    private readonly config: Config,
  ) {}

  /**
   * The whole HTML document of a page for this request. A page of staff is in Swedish; the languages of
   * the others are that of their path, or `locale` where the path names none.
   */
  render(
    page: Page,
    request: FastifyRequest,
    { locale: wanted = request.locale, flash = null }: RenderOptions = {},
  ): string {
    const staffPage = page.head.layout === 'staff';
    const locale = staffPage ? this.translations.locale('sv') : wanted;
    const body = this.views.render(page.view, page.model, locale);
    const layout = presentLayout({
      locale,
      head: page.head,
      path: staffPage ? request.url : pathBehindLanguage(request.url),
      languages: this.config.languages,
      organisation: this.config.organisation,
      support: { phone: this.config.supportPhone, email: this.config.supportEmail },
      assets: layoutAssets(this.manifest, locale.language),
      demo: this.config.demo,
      flash,
      staff: request.staff
        ? { firstName: request.staff.firstName, menu: staffMenu(request.staff.roles, locale) }
        : null,
      body,
    });
    return this.views.render(`layouts/${page.head.layout ?? 'public'}`, layout, locale);
  }
}

/** `/sv/kurser?dag=2` → `/kurser?dag=2`; the language switch puts another language before it. */
function pathBehindLanguage(url: string): string {
  return url.replace(/^\/[a-z]{2}(?=\/|\?|$)/, '') || '/';
}
