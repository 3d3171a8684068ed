import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { civilDateAt } from '../kernel/instant.js';
import { randomToken, sha256 } from '../kernel/secret.js';
import type { Writer } from '../platform/database/database.js';
import { Meeting } from '../rounds/meeting.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { answerBy } from './answer-by.rules.js';
import { LapsedOffers } from './lapsed-offers.service.js';
import { OfferMessages } from './offer-messages.service.js';
import { queueOf } from './queue.queries.js';
import type { LockedRound } from './round-lock.writes.js';
import { matchSeats } from './seat-offer.rules.js';
import { SeatOffer } from './seat-offer.entity.js';
import { NONE_LEFT, SeatsLeft } from './seats-left.service.js';
import { seatsOfRound } from './seats.queries.js';
import { StayQuestion } from './stay-question.entity.js';
import { WorkingDays } from './working-days.service.js';

/** Offers free seats to the people who wait for them. */
@Injectable()
export class SeatOffers {
  constructor(
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly lapsed: LapsedOffers,
    private readonly messages: OfferMessages,
    private readonly left: SeatsLeft,
  ) {}

  /**
   * Offers every free seat to the next in the queue and notes the offers that have lapsed. The last step
   * of whatever gives or frees a seat; doing it again changes nothing. The caller holds the round's lock.
   */
  async offerNext(em: Writer, { round, programme }: LockedRound): Promise<void> {
    const now = this.clock.now();
    if ((await queueOf(em, round.id, now)).length === 0) return this.forgetSeats(em, round.id, 0);
    await this.lapsed.end(em, round, now);
    if (round.state !== 'published') return this.forgetSeats(em, round.id, 0);
    // After a talk nobody moves up by themselves: staff place people.
    if (programme.admission === 'talk') return;
    const queue = await queueOf(em, round.id, now);
    const { taken } = await seatsOfRound(em, round.id, now);
    const waiting = queue.flat().length;
    const free = waiting === 0 ? 0 : Math.max(0, round.capacity - taken);
    await this.forgetSeats(em, round.id, free);
    if (free === 0) return;
    const by = await this.answerBy(em, round, now);
    if (by === null) return;
    const seats = await this.freeSeats(em, round.id, free);
    const asked = await askedAbout(em, round.id, seats);
    const silent = await silentPeople(em, round.id);
    // A seat that others have let go does not come round to those who did not answer for theirs.
    const chosen = matchSeats(
      queue,
      seats,
      (person, seat) =>
        asked.has(`${person} ${seat}`) || (silent.has(person) && asked.has(String(seat))),
    );
    for (const [enrolmentId, seatNumber] of chosen)
      await this.offer(em, { roundId: round.id, enrolmentId, seatNumber, answerBy: by });
    const people = waiting - chosen.size;
    await this.left.note(em, round.id, { seats: Math.min(free - chosen.size, people), people });
  }

  private async answerBy(em: Writer, round: Round, now: Date): Promise<Date | null> {
    const meetings = await em.findBy(Meeting, { roundId: round.id });
    const isClosed = await this.workingDays.closedAround(em, civilDateAt(now));
    return answerBy(meetings, round.offersUntilMeeting, now, isClosed);
  }

  /** Seats that were refused and then given some other way are gone: at most `free` are left to pass on. */
  private async forgetSeats(em: Writer, roundId: number, free: number): Promise<void> {
    const resting = await restingSeats(em, roundId);
    const gone = resting.slice(free).map(({ id }) => id);
    if (gone.length > 0) await em.update(SeatOffer, { id: In(gone) }, { seatFree: false });
    if (free === 0) await this.left.note(em, roundId, NONE_LEFT);
  }

  /** The numbers of the seats that are free: those to be passed on, then new ones. */
  private async freeSeats(em: Writer, roundId: number, free: number): Promise<readonly number[]> {
    const resting = (await restingSeats(em, roundId)).map(({ seatNumber }) => seatNumber);
    const [last] = await em.find(SeatOffer, {
      where: { roundId },
      order: { seatNumber: 'DESC' },
      take: 1,
    });
    const next = (last?.seatNumber ?? 0) + 1;
    const fresh = Array.from({ length: free - resting.length }, (_, index) => next + index);
    return [...resting, ...fresh];
  }

  private async offer(
    em: Writer,
    offered: Pick<SeatOffer, 'roundId' | 'enrolmentId' | 'seatNumber' | 'answerBy'>,
  ): Promise<void> {
    const { roundId, seatNumber } = offered;
    await em.update(SeatOffer, { roundId, seatNumber, seatFree: true }, { seatFree: false });
    const token = randomToken();
    const offer = await em.save(
      em.create(SeatOffer, {
        ...offered,
        seatFree: false,
        tokenHash: sha256(token),
        state: 'open',
        byPhone: false,
        missed: false,
        offeredAt: this.clock.now(),
        endedAt: null,
      }),
    );
    const told = await this.messages.offer(em, offer, token);
    if (told !== 'mail') await em.update(SeatOffer, { id: offer.id }, { byPhone: true });
  }
}

function restingSeats(em: Writer, roundId: number): Promise<SeatOffer[]> {
  return em.find(SeatOffer, {
    where: { roundId, seatFree: true },
    order: { seatNumber: 'ASC' },
  });
}

/** Who has been offered which of these seats, as "enrolment seat"; and which seats anybody has, as "seat". */
async function askedAbout(
  em: Writer,
  roundId: number,
  seats: readonly number[],
): Promise<ReadonlySet<string>> {
  const offers = await em.findBy(SeatOffer, { roundId, seatNumber: In([...seats]) });
  return new Set(
    offers.flatMap(({ enrolmentId, seatNumber }) => [
      `${enrolmentId} ${seatNumber}`,
      String(seatNumber),
    ]),
  );
}

/** Who waits and has not said yet whether they want to stay. */
async function silentPeople(em: Writer, roundId: number): Promise<ReadonlySet<number>> {
  const rows = await em
    .createQueryBuilder(StayQuestion, 'question')
    .innerJoin('question.enrolment', 'e', "e.roundId = :roundId and e.state = 'waiting'", {
      roundId,
    })
    .select('question.enrolmentId', 'enrolmentId')
    .where('question.answer is null and question.askedAt >= e.queuedAt')
    .getRawMany<{ enrolmentId: number }>();
  return new Set(rows.map(({ enrolmentId }) => enrolmentId));
}
