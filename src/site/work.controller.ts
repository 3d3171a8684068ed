import { Controller, Get } from '@nestjs/common';

import { Page } from '../kernel/page.js';
import { CurrentLocale, CurrentStaff, Staff, type SignedInStaff } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { WorkQueries } from './work.queries.js';
import { presentWork } from './work.view.js';

/** What waits for a member of staff: only the lines of their own roles. */
@Controller()
export class WorkController {
  constructor(private readonly queries: WorkQueries) {}

  @Get('/admin')
  @Staff('coordinator', 'editor', 'administrator')
  async work(@CurrentStaff() staff: SignedInStaff, @CurrentLocale() locale: Locale): Promise<Page> {
    const model = presentWork(await this.queries.factsFor(staff), locale);
    return new Page('site/work', { title: model.title, layout: 'staff' }, model);
  }
}
