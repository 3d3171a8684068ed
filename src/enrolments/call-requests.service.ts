import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { Database } from '../platform/database/database.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { Round } from '../rounds/round.entity.js';
import { CallRequest } from './call-request.entity.js';

const PER_PHONE = { act: 'call-me', max: 3, minutes: 60 };

/** What somebody leaves who wants to be called. */
export type NewCallRequest = Pick<
  CallRequest,
  'name' | 'phone' | 'whenToCall' | 'hideCaller' | 'language' | 'roundId' | 'programmeId'
>;

/** People who want to be called instead of mailed. */
@Injectable()
export class CallRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: ActLimits,
  ) {}

  /**
   * Puts the request on the staff's list; no mail is sent to anybody. A second press of the button
   * finds the same row; anything said differently is a row of its own, since nobody has proved whose
   * number it is. @throws Refusal `too-many`
   */
  add(request: NewCallRequest): Promise<void> {
    return this.db.transaction(async (em) => {
      const { roundId, programmeId, ...said } = request;
      // The two requests of a double click must see each other; staff can live with two rows elsewhere.
      if (roundId !== null) await em.lockRow(Round, roundId);
      const about = { roundId: roundId ?? IsNull(), programmeId: programmeId ?? IsNull() };
      const same = { ...said, ...about, handledAt: IsNull() };
      if (await em.existsBy(CallRequest, same)) return;
      await this.limits.spend(em, request.phone, PER_PHONE);
      await em.insert(CallRequest, { ...request, createdAt: this.clock.now(), handledAt: null });
    });
  }
}
