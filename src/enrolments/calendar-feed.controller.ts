import { Controller, Get, Header, NotFoundException, Param } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Config } from '../platform/config/config.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { feedCalendar } from './place-calendar.view.js';

/** What a calendar program fetches by itself; the address is the key. */
@Controller()
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get('/:lang/kalender/:token')
  @Public({ shared: false })
  @Header('content-type', 'text/calendar; charset=utf-8; method=PUBLISH')
  @Header('cache-control', 'no-store')
  async feed(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<string> {
    const meetings = await this.feeds.meetingsBehind(token);
    if (!meetings) throw new NotFoundException();
    return feedCalendar(meetings, locale, this.config.baseUrl, this.clock.now());
  }
}
