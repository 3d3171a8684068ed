import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { Page } from '../kernel/page.js';
import { Config } from '../platform/config/config.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { sessionCookie, staffBrowserCookie, stepCookie } from '../platform/web/session/sign-in.js';
import { ABOUT_PAGES, isAboutSlug, readAboutTexts } from './about.texts.js';

/** What everybody must be able to find out: accessibility, personal data, cookies, traces, contact. */
@Controller()
export class AboutController {
  private readonly texts: ReadonlyMap<string, string>;

  constructor(config: Config) {
    this.texts = readAboutTexts({
      organisation: config.organisation,
      phone: config.supportPhone,
      phoneDigits: config.supportPhone.replace(/[^+\d]/g, ''),
      email: config.supportEmail,
      sessionCookie: sessionCookie(config.secure),
      stepCookie: stepCookie(config.secure),
      staffBrowserCookie: staffBrowserCookie(config.secure),
    });
  }

  @Get('/:lang/om/:page')
  @Public()
  page(@Param('page') slug: string, @CurrentLocale() locale: Locale): Page {
    if (!isAboutSlug(slug)) throw new NotFoundException();
    const { key } = ABOUT_PAGES[slug];
    const title = locale.t(`about:${key}.title`);
    const lead = locale.t(`about:${key}.lead`);
    const bodyHtml = this.texts.get(`${locale.language} ${slug}`) ?? '';
    return new Page(
      'site/about',
      { title, description: lead, quickExit: slug === 'farre-spar' },
      { title, lead, bodyHtml },
    );
  }
}
