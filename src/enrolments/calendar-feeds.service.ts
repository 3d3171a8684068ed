import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusHours } from '../kernel/instant.js';
import { randomToken, sha256 } from '../kernel/secret.js';
import { Database, type Writer } from '../platform/database/database.js';
import { Meeting } from '../rounds/meeting.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { Enrolment } from './enrolment.entity.js';

/** How long a meeting that is over stays in a calendar. */
const KEPT_HOURS = 60 * 24;

/** One meeting of a feed. */
export interface FeedMeeting {
  readonly meeting: Meeting;
  /** With its programme and venue. */
  readonly round: Round;
}

/** Private calendars: an address of 256 random bits each, which the person can take away. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Makes a new address, which the one before gives way to, and says its token: this once. */
  async create(participantId: number): Promise<string> {
    const token = randomToken();
    const feed = { participantId, tokenHash: sha256(token), createdAt: this.clock.now() };
    await this.db.transaction((em) => em.upsert(CalendarFeed, feed, ['participantId']));
    return token;
  }

  /** The address opens nothing from now on. */
  revoke(participantId: number): Promise<void> {
    return this.db.transaction((em) => this.forget(em, participantId));
  }

  /** The same in the caller's transaction. */
  async forget(em: Writer, participantId: number): Promise<void> {
    await em.delete(CalendarFeed, { participantId });
  }

  /** The person's feed, or null. */
  of(participantId: number): Promise<CalendarFeed | null> {
    return this.db.read.findOneBy(CalendarFeed, { participantId });
  }

  /** The planned meetings of who has the feed, in order of time; null when the address opens nothing. */
  async meetingsBehind(token: string): Promise<readonly FeedMeeting[] | null> {
    const db = this.db.read;
    const feed = await db.findOneBy(CalendarFeed, { tokenHash: sha256(token) });
    if (!feed) return null;
    const places = await db.find(Enrolment, {
      where: {
        participantId: feed.participantId,
        state: 'confirmed',
        round: { state: 'published' },
      },
      relations: { round: { programme: true, venue: true } },
    });
    const rounds = new Map(places.flatMap(({ round }) => (round ? [[round.id, round]] : [])));
    const meetings = await db.find(Meeting, {
      where: {
        roundId: In([...rounds.keys()]),
        state: 'planned',
        endsAt: MoreThan(plusHours(this.clock.now(), -KEPT_HOURS)),
      },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
    return meetings.flatMap((meeting) => {
      const round = rounds.get(meeting.roundId);
      return round ? [{ meeting, round }] : [];
    });
  }
}
