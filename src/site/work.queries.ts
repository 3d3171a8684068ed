import { Injectable } from '@nestjs/common';

import { AttendanceQueries } from '../attendance/attendance.queries.js';
import { CallRequestsQueries, type WaitingCall } from '../enrolments/call-requests.queries.js';
import { CallTasksQueries, type WaitingTask } from '../enrolments/call-tasks.queries.js';
import { RushQueries } from '../enrolments/rush.queries.js';
import { InterestQueries, type WaitingInterestCall } from '../interest/interest.queries.js';
import { addDays, type CivilDate } from '../kernel/civil-date.js';
import { Clock } from '../kernel/clock.js';
import { civilDateAt, instantOf } from '../kernel/instant.js';
import { MailResume } from '../platform/mail/mail-resume.service.js';
import type { SignedInStaff } from '../platform/web/access.js';
import { ProgrammesQueries } from '../programmes/programmes.queries.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { CatalogueQueries, type OfferedRound } from './catalogue.queries.js';

/** The longest lists that are shown at once. */
const MOST_CALLS = 100;
const MOST_ROUNDS = 30;
/** After so many days a register that was never filled in is not asked for any more. */
const REGISTERS_ASKED_FOR_DAYS = 30;

/** What waits for a coordinator. */
export interface CoordinatorWork {
  readonly calls: { readonly count: number; readonly waiting: readonly WaitingCall[] };
  /** Whom to call in place of a mail. */
  readonly tasks: { readonly count: number; readonly waiting: readonly WaitingTask[] };
  /** People on interest lists who have no mailbox. */
  readonly interestCalls: {
    readonly count: number;
    readonly waiting: readonly WaitingInterestCall[];
  };
  /** Meetings that were held and have no marks, the oldest first. */
  readonly emptyRegisters: readonly number[];
  /** Enrolments within a day from one mailbox or network, when they are unusually many; else 0. */
  readonly burst: number;
  /** Mails with codes that leave later, because there is a rush of them. */
  readonly delayedCodes: number;
  /** The next rounds to begin. */
  readonly rounds: readonly OfferedRound[];
}

/** What waits, by role; null for what is not the person's to do. */
export interface WorkFacts {
  readonly today: CivilDate;
  readonly coordinator: CoordinatorWork | null;
  /** Mails that were given up. */
  readonly deadMails: number | null;
}

/** Reads what there is to do. */
@Injectable()
export class WorkQueries {
  constructor(
    private readonly calls: CallRequestsQueries,
    private readonly tasks: CallTasksQueries,
    private readonly interest: InterestQueries,
    private readonly attendance: AttendanceQueries,
    private readonly programmes: ProgrammesQueries,
    private readonly rounds: RoundsQueries,
    private readonly catalogue: CatalogueQueries,
    private readonly rush: RushQueries,
    private readonly mail: MailResume,
    private readonly clock: Clock,
  ) {}

  /** Only what the person's own roles are for. */
  async factsFor({ roles }: SignedInStaff): Promise<WorkFacts> {
    const now = this.clock.now();
    const [coordinator, mail] = await Promise.all([
      roles.includes('coordinator') ? this.coordinatorWork(now) : null,
      roles.includes('administrator') ? this.mail.state() : null,
    ]);
    return { today: civilDateAt(now), coordinator, deadMails: mail?.dead ?? null };
  }

  private async coordinatorWork(now: Date): Promise<CoordinatorWork> {
    const since = instantOf(addDays(civilDateAt(now), -REGISTERS_ASKED_FOR_DAYS), '00:00');
    const [count, waiting, taskCount, tasks, emptyRegisters, rounds] = await Promise.all([
      this.calls.waitingCount(),
      this.calls.waiting(MOST_CALLS),
      this.tasks.waitingCount(),
      this.tasks.waiting(MOST_CALLS),
      this.attendance.emptyRegisters(since, now),
      this.comingRounds(now),
    ]);
    const interestCalls = {
      count: await this.interest.waitingCount(),
      waiting: await this.interest.waiting(MOST_CALLS),
    };
    return {
      calls: { count, waiting },
      tasks: { count: taskCount, waiting: tasks },
      interestCalls,
      emptyRegisters,
      burst: await this.rush.burst(now),
      delayedCodes: await this.rush.delayedCodes(),
      rounds,
    };
  }

  private async comingRounds(now: Date): Promise<readonly OfferedRound[]> {
    const programmes = await this.programmes.published('sv');
    const programmeIds = programmes.map((programme) => programme.id);
    const everything = { programmeIds, languages: [], forms: [], weekdays: [], unshown: true };
    const range = { offset: 0, limit: MOST_ROUNDS };
    return this.catalogue.dressed(
      await this.rounds.coming(everything, now, range),
      programmes,
      'sv',
    );
  }
}
