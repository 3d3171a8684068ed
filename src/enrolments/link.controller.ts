import { Controller, Get, Param, Post } from '@nestjs/common';

import { MAILED_LINK, Page } from '../kernel/page.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import { linkButton, submitButton } from '../platform/web/components/button.js';
import type { Locale } from '../platform/web/locale.js';
import { Confirmations } from './confirmations.service.js';

/**
 * The link in the mail, in any browser. Opening it changes nothing, because mail scanners open links;
 * the button confirms and signs nobody in. No page of it shows a name, an address or a course.
 */
@Controller()
export class LinkController {
  constructor(private readonly confirmations: Confirmations) {}

  @Get('/:lang/bekrafta/:token')
  @Public()
  async show(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    const state = await this.confirmations.peek(token);
    if (state === 'valid') return askPage(locale);
    return resultPage(state === 'used' ? 'used' : 'expired', locale);
  }

  @Post('/:lang/bekrafta/:token')
  @Public({ limit: { max: 60, minutes: 10 } })
  async confirm(@Param('token') token: string, @CurrentLocale() locale: Locale): Promise<Page> {
    const result = await this.confirmations.byLink(token);
    switch (result.kind) {
      case 'done':
      case 'used':
      case 'round-cancelled':
        return resultPage(result.kind, locale);
      default:
        return resultPage('expired', locale);
    }
  }
}

function askPage(locale: Locale): Page {
  const title = locale.t('enrolments:link.title');
  return new Page(
    'enrolments/link',
    { ...MAILED_LINK, title },
    {
      title,
      text: locale.t('enrolments:link.text'),
      submit: submitButton(locale.t('enrolments:link.submit')),
      onward: null,
    },
  );
}

/** Where the words about each end of the link are. */
const WORDS = {
  done: 'link.done',
  used: 'link.used',
  expired: 'link.expired',
  'round-cancelled': 'closed.round-cancelled',
} as const;

function resultPage(result: keyof typeof WORDS, locale: Locale): Page {
  const title = locale.t(`enrolments:${WORDS[result]}.title`);
  const over = result === 'expired' || result === 'round-cancelled';
  const onward = over
    ? linkButton(locale.t('enrolments:link.toCourses'), locale.href('/kurser'), 'secondary')
    : linkButton(locale.t('mine:list.title'), locale.href('/mina-kurser'), 'secondary');
  return new Page(
    'enrolments/link',
    { ...MAILED_LINK, title },
    {
      title,
      text: locale.t(`enrolments:${WORDS[result]}.text`),
      submit: null,
      onward,
    },
    over ? 410 : 200,
  );
}
