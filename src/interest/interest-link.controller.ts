import { Controller, Get, Param, Post } from '@nestjs/common';

import { Page, SeeOther } from '../kernel/page.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { InterestAnswers } from './interest-answers.service.js';
import { endPage, leavePage, linkPage } from './interest-link.view.js';

const LINK = '/:lang/intresse/:token';
const LIMIT = { limit: { max: 60, minutes: 10 } };

/**
 * The links in mails about the list, in any browser. Opening one changes nothing, because mail scanners
 * open links; a button acts.
 */
@Controller()
export class InterestLinkController {
  constructor(private readonly answers: InterestAnswers) {}

  @Get(LINK)
  @Public()
  async show(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return linkPage(await this.answers.peek(token), token, locale);
  }

  @Post(LINK)
  @Public(LIMIT)
  async accept(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return linkPage(await this.answers.accept(token), token, locale);
  }

  @Get(`${LINK}/lamna`)
  @Public()
  async askToLeave(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return (await this.answers.mayLeave(token))
      ? leavePage(token, locale)
      : endPage('expired', token, locale);
  }

  @Post(`${LINK}/lamna`)
  @Public(LIMIT)
  async leave(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    await this.answers.leave(token);
    return endPage('left', token, locale);
  }

  /** The form of the round that a mail told of: the mail itself names no course. */
  @Get(`${LINK}/omgang`)
  @Public()
  async round(
    @Param('token') token: string,
    @CurrentLocale() locale: Locale,
  ): Promise<Page | SeeOther> {
    const path = await this.answers.roundPath(token);
    return path === null
      ? endPage('expired', token, locale)
      : new SeeOther(`${locale.href(path)}/anmalan`);
  }
}
