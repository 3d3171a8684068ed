import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { addDays, type CivilDate } from '../kernel/civil-date.js';
import { civilDateAt, instantOf } from '../kernel/instant.js';
import { Database } from '../platform/database/database.js';
import { textIn } from '../platform/text/texts.js';
import type { SignedInStaff } from '../platform/web/access.js';
import { ProgrammeText } from '../programmes/programme-text.entity.js';
import { Meeting } from '../rounds/meeting.entity.js';
import { RoundLeader } from '../rounds/round-leader.entity.js';
import { Round } from '../rounds/round.entity.js';
import { AttendanceQueries } from './attendance.queries.js';

/** A round stays on its leaders' page for so long after its last meeting, for late corrections. */
const SHOWN_AFTER_DAYS = 30;

/** A round with its meetings in order, as its leaders see it. */
export interface LedRound {
  readonly round: Round;
  readonly programmeName: string;
  readonly meetings: readonly Meeting[];
  /** The first planned meeting that is today or later; null when all have been. */
  readonly next: Meeting | null;
}

/** What the leaders' page shows. */
export interface LedRounds {
  readonly today: CivilDate;
  /** Those with the nearest meeting first, those that are over last. */
  readonly rounds: readonly LedRound[];
  /** Meetings with at least one mark. */
  readonly kept: ReadonlySet<number>;
}

/** Reads the rounds that a member of staff leads. */
@Injectable()
export class LeaderRoundsQueries {
  constructor(
    private readonly db: Database,
    private readonly attendance: AttendanceQueries,
    private readonly clock: Clock,
  ) {}

  /** A leader's own published rounds; all of them for a coordinator. */
  async roundsOf(staff: SignedInStaff): Promise<LedRounds> {
    const today = civilDateAt(this.clock.now());
    const rounds = await this.rounds(staff, today);
    const [texts, meetings] = await Promise.all([
      this.db.read.findBy(ProgrammeText, {
        programmeId: In(rounds.map((round) => round.programmeId)),
      }),
      this.db.read.find(Meeting, {
        where: { roundId: In(rounds.map((round) => round.id)) },
        order: { startsAt: 'ASC', id: 'ASC' },
      }),
    ]);
    const namesOf = Map.groupBy(texts, (text) => text.programmeId);
    const meetingsOf = Map.groupBy(meetings, (meeting) => meeting.roundId);
    const led = rounds.map((round) => {
      const own = meetingsOf.get(round.id) ?? [];
      return {
        round,
        programmeName: textIn(namesOf.get(round.programmeId) ?? [], 'sv').name,
        meetings: own,
        next: own.find((one) => one.state === 'planned' && one.date >= today) ?? null,
      };
    });
    const kept = await this.attendance.kept(
      meetings.filter((meeting) => meeting.date <= today).map((meeting) => meeting.id),
    );
    return { today, rounds: led.sort(nearestFirst), kept };
  }

  private async rounds(staff: SignedInStaff, today: CivilDate): Promise<Round[]> {
    const all = staff.roles.includes('coordinator');
    const own = all
      ? []
      : await this.db.read.find(RoundLeader, {
          select: { id: true, roundId: true },
          where: { staffId: staff.id },
        });
    return this.db.read.find(Round, {
      where: {
        ...(all ? {} : { id: In(own.map((leader) => leader.roundId)) }),
        state: 'published',
        endsAt: MoreThan(instantOf(addDays(today, -SHOWN_AFTER_DAYS), '00:00')),
      },
      relations: { venue: true },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }
}

function nearestFirst(a: LedRound, b: LedRound): number {
  const soon = (led: LedRound) => led.next?.startsAt.getTime() ?? Number.MAX_SAFE_INTEGER;
  return soon(a) - soon(b) || b.round.endsAt.getTime() - a.round.endsAt.getTime();
}
