import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { Database } from '../platform/database/database.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { LimitKeys } from '../platform/web/session/limit-keys.js';
import { Round } from '../rounds/round.entity.js';
import { CallRequest } from './call-request.entity.js';

/** Wishes to be called at one number, from one network and from all. */
const PER_NETWORK = { act: 'call-me', max: 3, minutes: 60 };
const PER_PHONE = { act: 'call-me-all', max: 10, minutes: 60 };

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
    private readonly keys: LimitKeys,
  ) {}

  /**
   * Puts the request on the staff's list; no mail is sent to anybody. A second press of the button
   * finds the same row; anything said differently is a row of its own, since nobody has proved whose
   * number it is. Over the limits nothing is written down: there is plenty about that number already, and
   * nobody may be told so. `from` is the IP address of the request.
   */
  add(request: NewCallRequest, from: string): Promise<void> {
    return this.db.transaction(async (em) => {
      const { roundId, programmeId, ...said } = request;
      // The two requests of a double click must see each other; staff can live with two rows elsewhere.
      if (roundId !== null) await em.lockRow(Round, roundId);
      const about = { roundId: roundId ?? IsNull(), programmeId: programmeId ?? IsNull() };
      const same = { ...said, ...about, handledAt: IsNull() };
      if (await em.existsBy(CallRequest, same)) return;
      const who = request.phone;
      const network = `${who} ${this.keys.network(from)}`;
      const counted = [
        { ...PER_NETWORK, who: network },
        { ...PER_PHONE, who },
      ];
      if (!(await this.limits.allows(em, counted))) {
        // The number is called for what is there: then at least nobody else who answers may learn from where.
        const waiting = { phone: who, handledAt: IsNull() };
        if (request.hideCaller) await em.update(CallRequest, waiting, { hideCaller: true });
        return;
      }
      await em.insert(CallRequest, { ...request, createdAt: this.clock.now(), handledAt: null });
    });
  }
}
