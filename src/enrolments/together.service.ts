import { Injectable, NotFoundException } from '@nestjs/common';

import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Database, type Writer } from '../platform/database/database.js';
import { ActLimits } from '../platform/web/session/act-limits.js';
import { Enrolment } from './enrolment.entity.js';
import { refusePhoneOnly } from './phone-only.queries.js';
import { lockRound, type LockedRound } from './round-lock.js';
import { SeatOffers } from './seat-offers.service.js';
import { mayGoTogether } from './together.rules.js';
import { endWish, giveCode, joinTwo, takeCode } from './together-wishes.js';

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
    await this.ownRound(enrolmentId, participantId);
    await this.db.transaction(async (em) => {
      await this.limits.spend(em, String(participantId), ...TRIES);
    });
    await this.asPerson(enrolmentId, participantId, async (em, own) => {
      if (!(await takeCode(em, own, code, this.clock.now()))) throw new Refusal('together-code');
    });
  }

  /**
   * "Jag kan gå ensam": holds at once and tells nobody. Doing it again changes nothing.
   * @throws NotFoundException when it is not theirs; Refusal `phone-only`
   */
  async goAlone(enrolmentId: number, participantId: number): Promise<void> {
    const roundId = await this.ownRound(enrolmentId, participantId);
    await this.inRound(roundId, async (em) => {
      await refusePhoneOnly(em, enrolmentId);
      await endWish(em, enrolmentId, this.clock.now());
    });
  }

  /**
   * Staff make a pair of two who wait and have both asked for it.
   * @throws Refusal `not-waiting` (also when they wait in different rounds), `not-together`
   */
  async joinByStaff(enrolmentId: number, otherId: number): Promise<void> {
    const { roundId } = await this.db.read.findOneByOrFail(Enrolment, { id: enrolmentId });
    await this.inRound(roundId, async (em, { programme }) => {
      if (!mayGoTogether(programme) || enrolmentId === otherId) throw new Refusal('not-together');
      const one = await waitingIn(em, roundId, enrolmentId);
      const other = await waitingIn(em, roundId, otherId);
      await joinTwo(em, one, other, this.clock.now());
    });
  }

  /** Staff write down that somebody goes alone; whom they wanted to go with is told nothing. */
  async partByStaff(enrolmentId: number): Promise<void> {
    const { roundId } = await this.db.read.findOneByOrFail(Enrolment, { id: enrolmentId });
    await this.inRound(roundId, (em) => endWish(em, enrolmentId, this.clock.now()));
  }

  private async asPerson(
    enrolmentId: number,
    participantId: number,
    act: (em: Writer, own: Enrolment) => Promise<void>,
  ): Promise<void> {
    const roundId = await this.ownRound(enrolmentId, participantId);
    await this.inRound(roundId, async (em, { programme }) => {
      await refusePhoneOnly(em, enrolmentId);
      if (!mayGoTogether(programme)) throw new Refusal('not-together');
      await act(em, await waitingIn(em, roundId, enrolmentId));
    });
  }

  /** A wish changes who is asked next: what is free is offered anew. */
  private inRound(
    roundId: number,
    work: (em: Writer, locked: LockedRound) => Promise<void>,
  ): Promise<void> {
    return this.db.transaction(async (em) => {
      const locked = await lockRound(em, roundId);
      await work(em, locked);
      await this.offers.offerNext(em, locked);
    });
  }

  /** @throws NotFoundException */
  private async ownRound(enrolmentId: number, participantId: number): Promise<number> {
    const own = await this.db.read.findOneBy(Enrolment, { id: enrolmentId, participantId });
    if (!own) throw new NotFoundException();
    return own.roundId;
  }
}

/** @throws Refusal `not-waiting` */
async function waitingIn(em: Writer, roundId: number, id: number): Promise<Enrolment> {
  const found = await em.findOneBy(Enrolment, { id, roundId, state: 'waiting' });
  if (!found) throw new Refusal('not-waiting');
  return found;
}
