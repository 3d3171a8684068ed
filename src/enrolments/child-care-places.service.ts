import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import type { Writer } from '../platform/database/database.js';
import type { Round } from '../rounds/round.entity.js';
import { ChildCareMessages } from './child-care-messages.service.js';
import { ChildCare } from './child-care.entity.js';
import { childCareListOf, childCareOf } from './child-care.queries.js';
import { fitsChildCare, nextInChildCare } from './child-care.rules.js';
import type { Actor } from './enrolment-event.entity.js';
import { Enrolment } from './enrolment.entity.js';

/**
 * The places in the child care of a round, a small capacity of its own: a seat never waits for one. Callers
 * hold the round's lock.
 */
@Injectable()
export class ChildCarePlaces {
  constructor(
    private readonly clock: Clock,
    private readonly messages: ChildCareMessages,
  ) {}

  /**
   * Child care for somebody whose seat has become theirs, if they have asked for it: given, or a place on
   * the list. Before the mail about the seat, which tells it.
   */
  async give(em: Writer, round: Round, enrolmentId: number): Promise<void> {
    const enrolment = await em.findOneByOrFail(Enrolment, { id: enrolmentId });
    const { childCareCount: children, childCareAges: ages } = enrolment;
    if (children === null || round.childCareFromAge === null) return;
    const since = this.clock.now();
    const fits = fitsChildCare(await childCareOf(em, round), children);
    const care = {
      ...{ enrolmentId, children, ages: ages ?? '', since },
      actor: 'person',
      state: fits ? 'given' : 'waiting',
      queuedAt: fits ? null : since,
    } as const;
    await em.upsert(ChildCare, care, ['enrolmentId']);
  }

  /** Gives what is free to the list, in order, and tells those who get it. Doing it again does nothing. */
  async passOn(em: Writer, round: Round, actor: Actor = 'time'): Promise<void> {
    const now = this.clock.now();
    if (round.state !== 'published' || now >= round.endsAt) return;
    const list = await childCareListOf(em, round.id);
    if (list.length === 0) return;
    const next = nextInChildCare(await childCareOf(em, round), list);
    for (const { id, enrolmentId } of next) {
      await em.update(ChildCare, { id }, { state: 'given', actor, since: now });
      await this.messages.given(em, enrolmentId);
    }
  }
}
