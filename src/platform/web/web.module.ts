import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';

import { CodeMails } from '../mail/code-mails.service.js';
import { AccessCheck } from './access-check.js';
import { AccessGuard } from './access.guard.js';
import { GracefulStop } from './graceful-stop.js';
import { ErrorPages } from './error-pages.js';
import { HtmlExceptionFilter } from './html-exception.filter.js';
import { PageCache } from './page-cache.js';
import { PageRenderer } from './page-renderer.js';
import { PageInterceptor } from './page.interceptor.js';
import { ActCount } from './session/act-count.entity.js';
import { ActTurn } from './session/act-turn.entity.js';
import { ActLimits } from './session/act-limits.js';
import { LimitKeys } from './session/limit-keys.js';
import { BrowserSessions } from './session/browser-sessions.service.js';
import { BrowserSession } from './session/browser-session.entity.js';
import { KeptForm } from './session/kept-form.entity.js';
import { KeptForms } from './session/kept-forms.service.js';
import { PendingStep } from './session/pending-step.entity.js';
import { SessionPurge } from './session/session-purge.js';
import { SessionStore } from './session/session-store.js';
import { Steps } from './session/steps.js';
import { Translations } from './translations.js';
import { Views } from './views.js';

/** Pages, sessions and the guard; every feature may use what it exports. */
@Global()
@Module({
  imports: [
    DiscoveryModule,
    TypeOrmModule.forFeature([BrowserSession, PendingStep, KeptForm, ActCount, ActTurn]),
  ],
  providers: [
    Views,
    Translations,
    PageRenderer,
    ErrorPages,
    PageCache,
    GracefulStop,
    SessionPurge,
    SessionStore,
    BrowserSessions,
    Steps,
    KeptForms,
    ActLimits,
    LimitKeys,
    // Here and not with the mails: it counts by what visitors share, and a mail worker alone needs none of it.
    CodeMails,
    AccessCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: PageInterceptor },
    { provide: APP_FILTER, useClass: HtmlExceptionFilter },
  ],
  exports: [
    BrowserSessions,
    Views,
    Translations,
    PageRenderer,
    GracefulStop,
    SessionStore,
    Steps,
    KeptForms,
    ActLimits,
    LimitKeys,
    CodeMails,
  ],
})
export class WebModule {}
