import { Controller, Get, Post } from '@nestjs/common';

import { Page, SeeOther } from '../kernel/page.js';
import { CurrentLocale, Public } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { presentComponents } from './components.view.js';

const PATH = '/demo/komponenter';

/** All components in all states, for whoever designs or tests them. */
@Controller()
export class ComponentsController {
  @Get(PATH)
  @Public()
  show(@CurrentLocale() locale: Locale): Page {
    const head = { title: 'Komponenter', oneLanguage: true, noIndex: true, quickExit: true };
    return new Page('demo/components', head, presentComponents(locale));
  }

  /** The forms of the page lead back to it. */
  @Post(PATH)
  @Public()
  back(): SeeOther {
    return new SeeOther(PATH);
  }
}
