import { Controller, Get } from '@nestjs/common';

import { CallRequestsQueries } from '../enrolments/call-requests.queries.js';
import { Page } from '../kernel/page.js';
import { CurrentLocale, CurrentStaff, Staff, type SignedInStaff } from '../platform/web/access.js';
import type { Locale } from '../platform/web/locale.js';
import { presentWork, type WorkFacts } from './work.view.js';

/** The longest list of calls that is shown at once. */
const MOST_CALLS = 100;

/** What waits for a member of staff: only the lines of their own roles. */
@Controller()
export class WorkController {
  constructor(private readonly calls: CallRequestsQueries) {}

  @Get('/admin')
  @Staff('coordinator', 'editor', 'administrator')
  async work(@CurrentStaff() staff: SignedInStaff, @CurrentLocale() locale: Locale): Promise<Page> {
    const model = presentWork(await this.factsFor(staff), locale);
    return new Page('site/work', { title: model.title, layout: 'staff' }, model);
  }

  /** People who want to be called are enrolled by coordinators. */
  private async factsFor(staff: SignedInStaff): Promise<WorkFacts> {
    if (!staff.roles.includes('coordinator')) return { calls: null };
    const [count, waiting] = await Promise.all([
      this.calls.waitingCount(),
      this.calls.waiting(MOST_CALLS),
    ]);
    return { calls: { count, waiting } };
  }
}
