import { In, type FindOptionsOrder } from 'typeorm';

import { AttendanceMark } from '../attendance/attendance-mark.entity.js';
import { EnrolmentChildAge } from '../enrolments/enrolment-child-age.entity.js';
import { EnrolmentEvent } from '../enrolments/enrolment-event.entity.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { PhoneOnly } from '../enrolments/phone-only.entity.js';
import { QueuePriority } from '../enrolments/queue-priority.entity.js';
import { SeatOffer } from '../enrolments/seat-offer.entity.js';
import { StayQuestion } from '../enrolments/stay-question.entity.js';
import { ChildCare } from '../enrolments/child-care.entity.js';
import { TogetherWish } from '../enrolments/together-wish.entity.js';
import type { Reader } from '../platform/database/database.js';
import { textIn } from '../platform/text/texts.js';
import { ProgrammeText } from '../programmes/programme-text.entity.js';
import { ComingQuestion } from '../reminders/coming-question.entity.js';
import {
  enrolmentData,
  type EnrolmentData,
  type EnrolmentRows,
} from './my-data-enrolments.rules.js';
import type { Viewer } from './my-data.rules.js';

const AS_IT_CAME = { id: 'ASC' } satisfies FindOptionsOrder<{ readonly id: number }>;

/** Everything about a person's enrolments. A constant number of queries, however many there are. */
export async function enrolmentsOf(db: Reader, viewer: Viewer): Promise<EnrolmentData[]> {
  const enrolments = await db.find(Enrolment, {
    where: { participantId: viewer.participantId },
    relations: { round: { programme: true } },
    order: AS_IT_CAME,
  });
  const programmeId = In(enrolments.map(({ round }) => round?.programmeId ?? 0));
  const texts = await db.findBy(ProgrammeText, { programmeId });
  const rowsOf = await rowsAbout(
    db,
    enrolments.map(({ id }) => id),
  );
  return enrolments.map((enrolment) => {
    const ofProgramme = texts.filter((text) => text.programmeId === enrolment.round?.programmeId);
    const course = textIn(ofProgramme, viewer.language);
    const admission = enrolment.round?.programme?.admission ?? 'direct';
    return enrolmentData(enrolment, { course, admission, ...rowsOf(enrolment.id) }, viewer);
  });
}

/** What else is kept about each of the enrolments. */
async function rowsAbout(
  db: Reader,
  ids: readonly number[],
): Promise<(enrolmentId: number) => Omit<EnrolmentRows, 'course' | 'admission'>> {
  const where = { enrolmentId: In(ids) };
  const rows = {
    ages: await db.findBy(EnrolmentChildAge, where),
    events: await db.find(EnrolmentEvent, { where, order: AS_IT_CAME }),
    offers: await db.find(SeatOffer, { where, order: AS_IT_CAME }),
    staying: await db.find(StayQuestion, { where, order: AS_IT_CAME }),
    coming: await db.find(ComingQuestion, { where, order: AS_IT_CAME }),
    priorities: await db.find(QueuePriority, { where, order: AS_IT_CAME }),
    phoneOnly: await db.findBy(PhoneOnly, where),
    wishes: await db.find(TogetherWish, { where, order: AS_IT_CAME }),
    care: await db.findBy(ChildCare, where),
    marks: await db.find(AttendanceMark, {
      where,
      relations: { meeting: true },
      order: { markedAt: 'ASC', id: 'ASC' },
    }),
  };
  return (enrolmentId) => {
    const isIts = (row: { readonly enrolmentId: number }) => row.enrolmentId === enrolmentId;
    return {
      childAges: rows.ages.filter(isIts).map(({ band }) => band),
      events: rows.events.filter(isIts),
      offers: rows.offers.filter(isIts),
      staying: rows.staying.filter(isIts),
      coming: rows.coming.filter(isIts),
      priorities: rows.priorities.filter(isIts),
      phoneOnlySince: rows.phoneOnly.find(isIts)?.since ?? null,
      wishes: rows.wishes.filter(isIts),
      care: rows.care.find(isIts) ?? null,
      marks: rows.marks
        .filter(isIts)
        .map(({ meeting, state, markedAt }) => ({ date: meeting?.date ?? '', state, markedAt })),
    };
  };
}
