import { Injectable, NotFoundException } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import type { Decider } from '../participants/contact-choice.entity.js';
import { Database } from '../platform/database/database.js';
import { Enrolment } from './enrolment.entity.js';
import { OfferRenewals } from './offer-renewals.service.js';
import { PhoneOnly } from './phone-only.entity.js';
import { isPhoneOnly } from './phone-only.queries.js';

/** Enrolments that nobody changes but by calling. */
@Injectable()
export class PhoneOnlyEnrolments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly renewals: OfferRenewals,
  ) {}

  /**
   * From now on the enrolment is changed by telephone only. The person can say so here and take it back
   * by calling, or whoever reads the mailbox could. Links that have been mailed about it die. @throws NotFoundException when it is not theirs
   */
  set(enrolmentId: number, participantId: number, actor: Decider): Promise<void> {
    return this.db.transaction(async (em) => {
      await this.renewals.lock(em, participantId);
      if (!(await em.existsBy(Enrolment, { id: enrolmentId, participantId })))
        throw new NotFoundException();
      if (await isPhoneOnly(em, enrolmentId)) return;
      await em.insert(PhoneOnly, { enrolmentId, actor, since: this.clock.now() });
      await this.renewals.renew(em, participantId, enrolmentId);
    });
  }

  /** Staff take it back for somebody who calls. */
  async lift(enrolmentId: number): Promise<void> {
    await this.db.transaction((em) => em.delete(PhoneOnly, { enrolmentId }));
  }
}
