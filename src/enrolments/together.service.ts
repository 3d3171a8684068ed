import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Database, type Writer } from '../platform/database/database.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { Enrolment } from './enrolment.entity.js';
import { refusePhoneOnly } from './phone-only.queries.js';
import { lockOwnPlace, lockPlace } from './round-lock.writes.js';
import { SeatOffers } from './seat-offers.service.js';
import { mayGoTogether } from './together.rules.js';
import { endWish, giveCode, joinTwo, takeCode } from './together-wishes.writes.js';

const TRIES = [
  { act: 'together-hour', max: 5, minutes: 60 },
  { act: 'together-day', max: 15, minutes: 24 * 60 },
] as const;

/**
 * "Vi vill gå tillsammans": two who wait are offered seats at once or not at all. Neither is ever told
 * anything about the other, and going alone again is a matter of one's own: no mail to anybody.
 */
@Injectable()
export class Together {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly limits: ActLimits,
    private readonly offers: SeatOffers,
  ) {}

  /**
   * Gives the person a code to hand over.
   * @throws NotFoundException when it is not theirs; Refusal `phone-only`, `not-waiting`, `not-together`
   */
  giveCode(enrolmentId: number, participantId: number): Promise<void> {
    return this.asPerson(enrolmentId, participantId, (em, own) =>
      giveCode(em, own, this.clock.now()),
    );
  }

  /**
   * Takes the code that somebody has handed over. One that does not exist, is one's own, from another
   * round or taken by somebody else is refused in the same way, and nothing changes.
   * @throws NotFoundException when it is not theirs; Refusal `together-code`, `too-many`, `phone-only`,
   *   `not-waiting`, `not-together`
   */
  async takeCode(enrolmentId: number, participantId: number, code: string): Promise<void> {
    await this.db.transaction((em) => this.limits.spend(em, String(participantId), ...TRIES));
    await this.asPerson(enrolmentId, participantId, async (em, own) => {
      if (!(await takeCode(em, own, code, this.clock.now()))) throw new Refusal('together-code');
    });
  }

  /**
   * "Jag kan gå ensam": holds at once and tells nobody. Doing it again changes nothing.
   * @throws NotFoundException when it is not theirs; Refusal `phone-only`
   */
  async goAlone(enrolmentId: number, participantId: number): Promise<void> {
    await this.db.transaction(async (em) => {
      const locked = await lockOwnPlace(em, enrolmentId, participantId);
      await refusePhoneOnly(em, enrolmentId);
      await endWish(em, enrolmentId, this.clock.now());
      await this.offers.offerNext(em, locked);
    });
  }

  /**
   * Staff make a pair of two who wait and have both asked for it.
   * @throws Refusal `not-waiting` (also when they wait in different rounds), `not-together`
   */
  async joinByStaff(enrolmentId: number, otherId: number): Promise<void> {
    await this.db.transaction(async (em) => {
      const locked = await lockPlace(em, enrolmentId);
      if (!mayGoTogether(locked.programme) || enrolmentId === otherId)
        throw new Refusal('not-together');
      const { id: one, roundId } = locked.enrolment;
      const both = await em.findBy(Enrolment, {
        id: In([one, otherId]),
        roundId,
        state: 'waiting',
      });
      if (both.length < 2) throw new Refusal('not-waiting');
      await joinTwo(em, one, otherId, this.clock.now());
      await this.offers.offerNext(em, locked);
    });
  }

  /** Staff write down that somebody goes alone; whom they wanted to go with is told nothing. */
  async partByStaff(enrolmentId: number): Promise<void> {
    await this.db.transaction(async (em) => {
      const locked = await lockPlace(em, enrolmentId);
      await endWish(em, enrolmentId, this.clock.now());
      await this.offers.offerNext(em, locked);
    });
  }

  private async asPerson(
    enrolmentId: number,
    participantId: number,
    act: (em: Writer, own: Enrolment) => Promise<void>,
  ): Promise<void> {
    await this.db.transaction(async (em) => {
      const locked = await lockOwnPlace(em, enrolmentId, participantId);
      await refusePhoneOnly(em, enrolmentId);
      if (!mayGoTogether(locked.programme)) throw new Refusal('not-together');
      if (locked.enrolment.state !== 'waiting') throw new Refusal('not-waiting');
      await act(em, locked.enrolment);
      await this.offers.offerNext(em, locked);
    });
  }
}
