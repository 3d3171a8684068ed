import { Controller, Get, Param, Post } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CalendarFeeds } from '../enrolments/calendar-feeds.service.js';
import { type Page, SeeOther } from '../kernel/page.js';
import { Config } from '../platform/config/config.js';
import {
  CurrentLocale,
  CurrentParent,
  CurrentReply,
  CurrentRequest,
  Parent,
} from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { BrowserSessions } from '../platform/web/session/browser-sessions.service.js';
import { signOut } from '../platform/web/session/sign-in.js';
import { AccessRevocations } from './access-revocations.service.js';
import { browsersPage } from './browsers.view.js';

const BROWSERS = '/:lang/mina-kurser/webblasare';

/** Where a person is signed in; here and everywhere else they can be signed out. */
@Controller()
export class BrowsersController {
  constructor(
    private readonly sessions: BrowserSessions,
    private readonly access: AccessRevocations,
    private readonly feeds: CalendarFeeds,
    private readonly config: Config,
  ) {}

  @Get(BROWSERS)
  @Parent()
  async list(
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<Page> {
    const owner = { kind: 'participant', id: participantId } as const;
    const browsers = await this.sessions.of(owner, request.session.sessionId);
    const feed = await this.feeds.of(participantId);
    return browsersPage(browsers, feed?.createdAt ?? null, locale);
  }

  /** Everywhere, this browser too. */
  @Post(BROWSERS)
  @Parent()
  async endAll(
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
    @CurrentReply() reply: FastifyReply,
  ): Promise<SeeOther> {
    await this.access.everywhere(participantId);
    await signOut(request, reply, this.config.secure);
    return new SeeOther(locale.href(''));
  }

  /** Somebody reloads, or signs in again, where the form has been sent to. */
  @Get(`${BROWSERS}/:browser`)
  @Parent()
  back(@CurrentLocale() locale: Locale): SeeOther {
    return new SeeOther(locale.href('/mina-kurser/webblasare'));
  }

  @Post(`${BROWSERS}/:browser`)
  @Parent()
  async end(
    @Param('browser') browser: string,
    @CurrentParent() participantId: number,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
  ): Promise<SeeOther> {
    const id = /^\d{1,9}$/.test(browser) ? Number(browser) : 0;
    await this.sessions.end({ kind: 'participant', id: participantId }, id);
    request.session.flash = 'mine:browsers.ended';
    return new SeeOther(locale.href('/mina-kurser/webblasare'));
  }
}
