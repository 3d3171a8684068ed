import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { Enrolment } from '../enrolments/enrolment.entity.js';
import { Clock } from '../kernel/clock.js';
import { Refusal } from '../kernel/refusal.js';
import { Database, type Writer } from '../platform/database/database.js';
import { Meeting } from '../rounds/meeting.entity.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { newMarks, type NewMark, type SubmittedRegister } from './attendance.rules.js';

/** Keeps the registers of meetings. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds what was changed on a submitted page, and says how many marks that were. Sending the same
   * page again adds nothing. Whether the member of staff may mark this meeting is the caller's to
   * know.
   * @throws Refusal `meeting-cancelled`, `not-in-round` when a row is of somebody in another round,
   * `not-online` when a round that meets in a room has nobody on line
   */
  saveRegister(meetingId: number, staffId: number, page: SubmittedRegister): Promise<number> {
    return this.db.transaction(async (em) => {
      // Two pages at once, each giving the rest a mark, must see each other.
      await em.lockRow(Meeting, meetingId);
      const meeting = await em.findOneOrFail(Meeting, {
        where: { id: meetingId },
        relations: { round: true },
      });
      if (meeting.state === 'cancelled') throw new Refusal('meeting-cancelled');
      await refuseStrangers(em, meeting.roundId, page);
      const known = await em.find(AttendanceMark, { where: { meetingId } });
      const now = this.clock.now();
      const marked = new Set(known.map((mark) => mark.enrolmentId));
      const stored = new Set(known.map(decision));
      const added = newMarks(page, marked, now).filter((mark) => !stored.has(decision(mark)));
      if (meeting.round?.form === 'on-site' && added.some((mark) => mark.state === 'online'))
        throw new Refusal('not-online');
      if (added.length > 0) {
        await em.insert(
          AttendanceMark,
          added.map((mark) => ({ ...mark, meetingId, markedBy: staffId, recordedAt: now })),
        );
      }
      return added.length;
    });
  }
}

/** What a page that is sent twice has in common with itself. */
function decision(mark: Pick<NewMark, 'enrolmentId' | 'nonce' | 'state'>): string {
  return `${mark.enrolmentId} ${mark.nonce} ${mark.state}`;
}

async function refuseStrangers(
  em: Writer,
  roundId: number,
  page: SubmittedRegister,
): Promise<void> {
  const ids = [...new Set(page.rows.map((row) => row.enrolmentId))];
  if ((await em.countBy(Enrolment, { id: In(ids), roundId })) !== ids.length)
    throw new Refusal('not-in-round');
}
