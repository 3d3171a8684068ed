import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, LessThanOrEqual } from 'typeorm';

import { civilDateAt } from '../kernel/instant.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { Round, type RoundState } from '../rounds/round.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { lockRound } from './round-lock.writes.js';
import { SeatOffer } from './seat-offer.entity.js';
import { SeatOffers } from './seat-offers.service.js';
import { countSeats } from './seats.queries.js';
import { WorkingDays } from './working-days.service.js';

/** Sees to it that seats which time alone has freed are offered on. */
@Injectable()
export class SeatWatch implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly offers: SeatOffers,
    private readonly workingDays: WorkingDays,
  ) {}

  onModuleInit(): void {
    this.jobs.register('seats:move-on', (now) => this.moveOn(now));
  }

  /** Offers what is free in every round where somebody waits; one transaction a round. */
  async moveOn(now: Date): Promise<void> {
    const roundIds = await this.roundsToSee(now);
    // Not for the first time inside a transaction: reading the calendar takes a moment.
    if (roundIds.length > 0) await this.workingDays.closedAround(this.db.read, civilDateAt(now));
    for (const roundId of roundIds)
      await this.db.transaction(async (em) => {
        await this.offers.offerNext(em, await lockRound(em, roundId));
      });
  }

  /** Rounds with an offer whose time is over, or with a free seat while somebody waits. */
  private async roundsToSee(now: Date): Promise<readonly number[]> {
    const db = this.db.read;
    // One that is planned again does not exist for now.
    const round = { state: In<RoundState>(['published', 'cancelled']) };
    const over = await db.find(SeatOffer, {
      select: { id: true, roundId: true },
      where: { state: 'open', answerBy: LessThanOrEqual(now), round },
    });
    const waited = await db
      .createQueryBuilder(Enrolment, 'e')
      .innerJoin('e.round', 'round', "round.state = 'published' and round.endsAt > :now", { now })
      .select('e.roundId', 'roundId')
      .distinct(true)
      .where("e.state = 'waiting'")
      .getRawMany<{ roundId: number }>();
    const waitedFor = waited.map(({ roundId }) => roundId);
    const seats = await countSeats(db, waitedFor, now);
    const rounds = await db.find(Round, {
      select: { id: true, capacity: true },
      where: { id: In(waitedFor) },
    });
    const free = rounds.filter(({ id, capacity }) => (seats.get(id)?.taken ?? 0) < capacity);
    const all = new Set([...over.map(({ roundId }) => roundId), ...free.map(({ id }) => id)]);
    return [...all].sort((a, b) => a - b);
  }
}
