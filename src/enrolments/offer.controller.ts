import { Controller, Get, Param, Post } from '@nestjs/common';

import type { Page } from '../kernel/page.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { openedPage, outcomePage } from './offer.view.js';
import { SeatAnswers } from './seat-answers.service.js';

const LINK = '/:lang/erbjudande/:token';
const LIMIT = { max: 60, minutes: 10 };

/**
 * The link of an offered seat, or of "Vill du stå kvar?". Opening it changes nothing, because mail
 * scanners open links; the buttons answer and sign nobody in. No page of it shows a name or a course.
 */
@Controller()
export class OfferController {
  constructor(private readonly answers: SeatAnswers) {}

  /** Also where an answer has been sent to: somebody reloads, or comes back to an old tab. */
  @Get([LINK, `${LINK}/ja`, `${LINK}/nej`])
  @Public()
  async show(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return openedPage(await this.answers.open(token), token, locale);
  }

  @Post(`${LINK}/ja`)
  @Public({ limit: LIMIT })
  async yes(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return outcomePage(await this.answers.byToken(token, 'yes'), locale);
  }

  @Post(`${LINK}/nej`)
  @Public({ limit: LIMIT })
  async no(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    return outcomePage(await this.answers.byToken(token, 'no'), locale);
  }
}
