import { Controller, Get, Param, Post } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { MAILED_LINK, Page, type SeeOther } from '../kernel/page.js';
import { CurrentLocale, CurrentReply, CurrentRequest, Public } from '../platform/web/access.js';
import { linkButton, submitButton, type Button } from '../platform/web/components/button.js';
import type { Locale } from '../platform/web/locale.js';
import { Steps } from '../platform/web/session/steps.js';
import { SignInFinish } from './sign-in-finish.service.js';
import { SIGN_IN_STEP, SignIns } from './sign-ins.service.js';

const LINK = '/:lang/l/:token';

/**
 * The link in the sign-in mail. Opening it changes nothing, because mail scanners open links; its
 * button signs in, but only in the browser that asked. No page of it shows a name or an address.
 */
@Controller()
export class SignInLinkController {
  constructor(
    private readonly signIns: SignIns,
    private readonly finish: SignInFinish,
    private readonly steps: Steps,
  ) {}

  @Get(LINK)
  @Public({ shared: false })
  async show(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    const state = await this.signIns.peek(token);
    return state === 'valid' || state === 'proved' ? askPage(locale) : overPage(state, locale);
  }

  @Post(LINK)
  @Public({ cookies: true, limit: { max: 60, minutes: 10 } })
  async use(
    @Param('token') token: string,
    @CurrentLocale() locale: Locale,
    @CurrentRequest() request: FastifyRequest,
    @CurrentReply() reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const steps = await this.steps.of(request, SIGN_IN_STEP);
    const outcome = await this.signIns.byLink(token, steps);
    switch (outcome.kind) {
      case 'proved':
        return this.finish.onward(request, reply, outcome.step);
      case 'elsewhere':
        return elsewherePage(locale);
      default:
        return overPage(outcome.kind === 'used' ? 'used' : 'expired', locale);
    }
  }
}

const HEAD = { ...MAILED_LINK, section: 'mine' } as const;

function askPage(locale: Locale): Page {
  const title = locale.t('mine:link.title');
  const submit = submitButton(locale.t('mine:link.submit'));
  return linkPage({ title, text: locale.t('mine:link.text'), submit, onward: null });
}

function elsewherePage(locale: Locale): Page {
  const title = locale.t('mine:link.elsewhere.title');
  const text = locale.t('mine:link.elsewhere.text');
  return linkPage({ title, text, submit: null, onward: toSignIn(locale) });
}

function overPage(state: 'used' | 'expired' | 'used-up', locale: Locale): Page {
  const words = state === 'used' ? 'used' : 'expired';
  const title = locale.t(`mine:link.${words}.title`);
  const text = locale.t(`mine:link.${words}.text`);
  return linkPage({ title, text, submit: null, onward: toSignIn(locale) }, 410);
}

function toSignIn(locale: Locale) {
  return linkButton(locale.t('mine:link.toSignIn'), locale.href('/mina-kurser'), 'secondary');
}

/** `views/my-courses/link.hbs` */
interface LinkModel {
  readonly title: string;
  readonly text: string;
  readonly submit: Button | null;
  readonly onward: Button | null;
}

function linkPage(model: LinkModel, status = 200): Page {
  return new Page('my-courses/link', { ...HEAD, title: model.title }, model, status);
}
