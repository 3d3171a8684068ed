import { Injectable } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Database } from '../platform/database/database.js';
import { Round } from '../rounds/round.entity.js';
import { ChildCarePlaces } from './child-care-places.service.js';
import { ChildCare } from './child-care.entity.js';
import { childCareOf } from './child-care.queries.js';
import { fitsChildCare } from './child-care.rules.js';
import { Enrolment } from './enrolment.entity.js';
import { lockPlace, lockRound } from './round-lock.writes.js';

/**
 * What staff decide about the child care of a round. Every decision ends with giving what is free to the
 * list.
 */
@Injectable()
export class StaffChildCare {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: ChildCarePlaces,
  ) {}

  /**
   * More or fewer places; null: as many as are asked for.
   * @throws Refusal `care-places` (no such number), `care-taken` (fewer than are given, unless `knowingly`)
   */
  changePlaces(
    roundId: number,
    places: number | null,
    { knowingly = false }: { readonly knowingly?: boolean } = {},
  ): Promise<void> {
    return this.db.transaction(async (em) => {
      const { round } = await lockRound(em, roundId);
      if (places !== null && (!Number.isInteger(places) || places < 0))
        throw new Refusal('care-places');
      const { given } = await childCareOf(em, round);
      if (places !== null && places < given && !knowingly)
        throw new Refusal('care-taken', { given });
      await em.update(Round, { id: roundId }, { childCarePlaces: places });
      await this.places.passOn(em, Object.assign(round, { childCarePlaces: places }));
    });
  }

  /**
   * Other children than the person wrote, as told on the telephone.
   * @throws Refusal `no-care` (neither given nor on the list), `care-full` (more than there is room for)
   */
  changeChildren(
    enrolmentId: number,
    { children, ages }: { readonly children: number; readonly ages: string },
    staffId: number,
  ): Promise<void> {
    return this.db.transaction(async (em) => {
      const { round } = await lockPlace(em, enrolmentId);
      const care = await em.findOneBy(ChildCare, { enrolmentId });
      if (care === null || care.state === 'ended') throw new Refusal('no-care');
      const more = children - care.children;
      if (care.state === 'given' && more > 0 && !fitsChildCare(await childCareOf(em, round), more))
        throw new Refusal('care-full');
      const changed = { actor: `staff:${staffId}`, since: this.clock.now() } as const;
      await em.update(ChildCare, { enrolmentId }, { children, ages, ...changed });
      const wish = { childCareCount: children, childCareAges: ages };
      await em.update(Enrolment, { id: enrolmentId }, wish);
      await this.places.passOn(em, round);
    });
  }
}
