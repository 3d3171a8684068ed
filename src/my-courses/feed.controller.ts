import { Controller, Get, Post, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { CalendarFeeds } from '../enrolments/calendar-feeds.service.js';
import { type Page, SeeOther } from '../kernel/page.js';
import { Config } from '../platform/config/config.js';
import { CurrentLocale, CurrentParent, CurrentRequest, Parent } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { feedPage } from './feed.view.js';
import { FreshSignIn } from './fresh-sign-in.guard.js';

const FEED = '/:lang/mina-kurser/kalender';

/** A person's private calendar: made, shown once, taken away. */
@Controller()
export class FeedController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly config: Config,
  ) {}

  @Get(FEED)
  @Parent()
  async show(
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    const feed = await this.feeds.of(participantId);
    return feedPage({ since: feed?.createdAt ?? null, address: null }, locale);
  }

  /** The answer is the page itself: the address is kept nowhere and cannot be shown again. */
  @Post(FEED)
  @UseGuards(FreshSignIn)
  @Parent({ limit: { max: 20, minutes: 10 } })
  async create(
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
  ): Promise<Page> {
    const token = await this.feeds.create(participantId);
    const address = `${this.config.baseUrl}${locale.href(`/kalender/${token}`)}`;
    const feed = await this.feeds.of(participantId);
    return feedPage({ since: feed?.createdAt ?? null, address }, locale);
  }

  /** Somebody reloads, or switches language, where the form has been sent to. */
  @Get(`${FEED}/bort`)
  @Parent()
  back(@CurrentLocale() locale: Locale): SeeOther {
    return new SeeOther(locale.href('/mina-kurser/kalender'));
  }

  @Post(`${FEED}/bort`)
  @Parent()
  async revoke(
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<SeeOther> {
    await this.feeds.revoke(participantId);
    request.session.flash = 'mine:feed.revoked';
    return new SeeOther(locale.href('/mina-kurser/kalender'));
  }
}
