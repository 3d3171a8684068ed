import { Injectable } from '@nestjs/common';

import type { CivilDate } from '../kernel/civil-date.js';
import type { IsClosed } from '../kernel/working-time.js';
import type { Reader } from '../platform/database/database.js';
import { ClosedDay } from './closed-day.entity.js';
import { redDays } from './red-days.js';

/** Days on which nobody is expected to answer: red days, and the municipality's own closed days. */
@Injectable()
export class WorkingDays {
  /** Knows the years of `around` and of the ones beside it. One query. */
  async closedAround(em: Reader, around: CivilDate): Promise<IsClosed> {
    const year = Number(around.slice(0, 4));
    const red = await Promise.all([year - 1, year, year + 1].map(redDays));
    const own = await em.find(ClosedDay, { select: { id: true, date: true } });
    const closed = new Set([...red.flatMap((days) => [...days]), ...own.map(({ date }) => date)]);
    return (date) => closed.has(date);
  }
}
