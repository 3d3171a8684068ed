import { Controller, Get, Param, Post } from '@nestjs/common';

import type { Page } from '../kernel/page.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { ComingAnswers } from './coming-answers.service.js';
import { comingPage, giveAwayPage } from './coming.view.js';

const LINK = '/:lang/kommer/:token';
const LIMIT = { limit: { max: 60, minutes: 10 } };

/**
 * "Are you coming?", by the link of the mail, in any browser. Opening it changes nothing, because mail
 * scanners open links; giving the seat away is asked about once more.
 */
@Controller()
export class ComingController {
  constructor(private readonly answers: ComingAnswers) {}

  @Get(LINK)
  @Public()
  async show(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return comingPage(await this.answers.peek(token), token, locale);
  }

  @Post(LINK)
  @Public(LIMIT)
  async yes(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return comingPage(await this.answers.yes(token), token, locale);
  }

  @Get(`${LINK}/avbokning`)
  @Public()
  async askAgain(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return giveAwayPage(await this.answers.peek(token), token, locale);
  }

  @Post(`${LINK}/avbokning`)
  @Public(LIMIT)
  async giveAway(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return comingPage(await this.answers.giveAway(token), token, locale);
  }
}
