import { setImmediate as letOthersIn } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan, Not } from 'typeorm';

import { Enrolment } from '../enrolments/enrolment.entity.js';
import { allRefusersOfMail } from '../participants/contact-choices.service.js';
import { Database, type Reader } from '../platform/database/database.js';
import { OutgoingMail } from '../platform/mail/outgoing-mail.entity.js';
import { Meeting } from '../rounds/meeting.entity.js';
import { RoundLeader } from '../rounds/round-leader.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { ReminderRule } from './reminder-rule.entity.js';
import { earliestStart, isDue, meetingDatesDue, reminderKey } from './reminders.rules.js';

/** A meeting that a rule reminds of just now. */
export interface DueMeeting {
  readonly rule: ReminderRule;
  readonly meeting: Meeting;
  /** With its programme and venue. */
  readonly round: Round;
  /** First names, in the order of the round. */
  readonly leaders: readonly string[];
}

/** A reminder that is due and has not been queued. */
export interface DueReminder {
  readonly key: string;
  readonly enrolmentId: number;
  readonly due: DueMeeting;
}

/** Keys looked up, and rounds read, in one go: SQLite answers while everything else stands still. */
const KEYS_AT_ONCE = 500;
const ROUNDS_AT_ONCE = 10;

/** Finds out which reminders are due: a question asked anew each time, not a plan kept in rows. */
@Injectable()
export class RemindersQueries {
  constructor(private readonly db: Database) {}

  /** Every reminder that is due at `now` less those that the outbox holds. */
  async due(now: Date): Promise<DueReminder[]> {
    const rules = await this.db.read.find(ReminderRule, { order: { id: 'ASC' } });
    const meetings: DueMeeting[] = [];
    for (const rule of rules) meetings.push(...(await this.dueMeetings(rule, now)));
    if (meetings.length === 0) return [];
    const reminders = await this.remindersOf(meetings, now);
    const queued = await this.queuedAmong(reminders.map((reminder) => reminder.key));
    return reminders.filter((reminder) => !queued.has(reminder.key));
  }

  private async dueMeetings(rule: ReminderRule, now: Date): Promise<DueMeeting[]> {
    const dates = meetingDatesDue(rule, now);
    if (dates.length === 0) return [];
    const meetings = await this.db.read.find(Meeting, {
      where: {
        date: In(dates),
        state: 'planned',
        startsAt: MoreThan(earliestStart(now)),
        round: { state: 'published' },
      },
      relations: { round: { programme: true, venue: true } },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    const roundIds = meetings.map((meeting) => meeting.roundId);
    const [firsts, leaders] = await Promise.all([
      this.firstMeetings(roundIds),
      this.leaderNames(roundIds),
    ]);
    return meetings.flatMap((meeting) => {
      const applies = firsts.has(meeting.id) === (rule.appliesTo === 'first');
      if (!applies || !meeting.round) return [];
      const named = leaders.get(meeting.roundId) ?? [];
      return [{ rule, meeting, round: meeting.round, leaders: named }];
    });
  }

  /** The ids of the earliest planned meeting of each of these rounds. */
  private async firstMeetings(roundIds: readonly number[]): Promise<ReadonlySet<number>> {
    const planned = await this.db.read.find(Meeting, {
      select: { id: true, roundId: true },
      where: { roundId: In(roundIds), state: 'planned' },
      order: { startsAt: 'DESC', id: 'DESC' },
    });
    return new Set(new Map(planned.map((meeting) => [meeting.roundId, meeting.id])).values());
  }

  private async leaderNames(roundIds: readonly number[]): Promise<Map<number, string[]>> {
    const leaders = await this.db.read.find(RoundLeader, {
      where: { roundId: In(roundIds) },
      relations: { staff: true },
      order: { sortOrder: 'ASC', id: 'ASC' },
    });
    const names = new Map<number, string[]>();
    for (const { roundId, staff } of leaders)
      if (staff) names.set(roundId, [...(names.get(roundId) ?? []), staff.firstName]);
    return names;
  }

  private async remindersOf(meetings: readonly DueMeeting[], now: Date): Promise<DueReminder[]> {
    const dueIn = Map.groupBy(meetings, ({ round }) => round.id);
    const reminders: DueReminder[] = [];
    const refusers = await allRefusersOfMail(this.db.read);
    for (const roundIds of inChunks([...dueIn.keys()], ROUNDS_AT_ONCE)) {
      for (const place of await this.places(roundIds, now)) {
        const { id: enrolmentId, roundId, participantId, confirmedAt } = place;
        if (confirmedAt === null || refusers.has(participantId ?? 0)) continue;
        for (const due of dueIn.get(roundId) ?? [])
          if (isDue(due.rule, due.meeting, confirmedAt, now)) {
            const key = reminderKey(due.meeting, enrolmentId, due.rule.code);
            reminders.push({ key, enrolmentId, due });
          }
      }
      await letOthersIn();
    }
    return reminders;
  }

  /** Who has had a place in these rounds until now and has an address. */
  private places(roundIds: readonly number[], now: Date): Promise<Enrolment[]> {
    return this.db.read.find(Enrolment, {
      select: { id: true, roundId: true, participantId: true, confirmedAt: true },
      where: {
        roundId: In(roundIds),
        state: 'confirmed',
        confirmedAt: LessThan(now),
        participant: { email: Not(IsNull()) },
      },
      order: { id: 'ASC' },
    });
  }

  private async queuedAmong(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const queued = new Set<string>();
    for (const some of inChunks(keys, KEYS_AT_ONCE)) {
      const found = await this.db.read.find(OutgoingMail, {
        select: { id: true, dedupeKey: true },
        where: { dedupeKey: In(some) },
      });
      for (const mail of found) queued.add(mail.dedupeKey);
      await letOthersIn();
    }
    return queued;
  }
}

function* inChunks<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/**
 * Whether a queued reminder is still right: the place stands, its mailbox is the one written to,
 * and the meeting is planned at the time that the reminder tells.
 */
export async function reminderStillApplies(
  db: Reader,
  mail: { readonly recipient: string },
  reminder: { readonly meetingId: number; readonly startsAt: Date; readonly enrolmentId: number },
): Promise<boolean> {
  const { meetingId, startsAt, enrolmentId } = reminder;
  const meeting = await db.findOneBy(Meeting, {
    id: meetingId,
    state: 'planned',
    startsAt,
    round: { state: 'published' },
  });
  if (meeting === null) return false;
  return db.existsBy(Enrolment, {
    id: enrolmentId,
    roundId: meeting.roundId,
    state: 'confirmed',
    participant: { email: mail.recipient },
  });
}
