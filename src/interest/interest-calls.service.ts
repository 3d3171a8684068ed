import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { Database } from '../platform/database/database.js';
import { InterestCall } from './interest-call.entity.js';

/** Calls to people on the lists who have no mailbox. */
@Injectable()
export class InterestCalls {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes that staff have called. Doing it again changes nothing. */
  handle(callId: number): Promise<void> {
    return this.db.transaction(async (em) => {
      const handledAt = this.clock.now();
      await em.update(InterestCall, { id: callId, handledAt: IsNull() }, { handledAt });
    });
  }
}
