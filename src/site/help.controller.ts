import { Controller, Get } from '@nestjs/common';
import { Page } from '../kernel/page.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { HelpLines } from '../library/help-lines.service.js';
import { presentHelp } from './help.view.js';

/** Whom to call. Needs neither the database nor a session, so it is served when both are gone. */
@Controller()
export class HelpController {
  constructor(private readonly helpLines: HelpLines) {}

  @Get('/:lang/stod')
  @Public()
  help(@CurrentLocale() locale: Locale): Page {
    const model = presentHelp(this.helpLines.all(), locale);
    const description = locale.t('help:description');
    return new Page(
      'site/help',
      { title: model.title, section: 'help', quickExit: true, description },
      model,
    );
  }
}
