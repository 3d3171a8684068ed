import { AttendanceMark } from '../attendance/attendance-mark.entity.js';
import type { AttendanceState } from '../attendance/attendance.rules.js';
import { ChildCare } from '../enrolments/child-care.entity.js';
import { EnrolmentChildAge } from '../enrolments/enrolment-child-age.entity.js';
import { EnrolmentEvent } from '../enrolments/enrolment-event.entity.js';
import type { ChildAge } from '../enrolments/enrolment-words.rules.js';
import { Enrolment } from '../enrolments/enrolment.entity.js';
import { TogetherWish } from '../enrolments/together-wish.entity.js';
import { plusHours, plusMinutes } from '../kernel/instant.js';
import { randomReference, randomToken } from '../kernel/secret.js';
import { Participant } from '../participants/participant.entity.js';
import type { Writer } from '../platform/database/database.js';
import { AGE_BANDS, overlaps } from '../rounds/round-words.rules.js';
import { demoPerson } from './content/people.js';
import type { LoadedRound } from './rounds.load.js';

/** Two people in the demo are reached by telephone only. */
const WITHOUT_EMAIL: ReadonlySet<number> = new Set([7, 31]);

const LONG_QUEUE = 4;

/** Adds the people of each round with their places, and marks for the meetings that have been. */
export async function loadPeople(
  em: Writer,
  rounds: readonly LoadedRound[],
  now: Date,
): Promise<void> {
  let number = 0;
  for (const round of rounds) {
    const { confirmed, waiting } = round.demo;
    const seated: number[] = [];
    const queued: number[] = [];
    for (let place = 0; place < confirmed + waiting; place += 1, number += 1) {
      const id = await addPerson(em, round, number, place, now);
      (place < confirmed ? seated : queued).push(id);
    }
    await addPair(em, queued, now);
    await addMarks(em, round, seated, now);
  }
}

async function addPerson(
  em: Writer,
  round: LoadedRound,
  number: number,
  place: number,
  now: Date,
): Promise<number> {
  const person = identity(round, number);
  const asked = askedAt(round, place, now);
  const state = place < round.demo.confirmed ? 'confirmed' : 'waiting';
  const participant = await em.save(Participant, { ...person, createdAt: asked });
  const { id: enrolmentId } = await em.save(Enrolment, {
    ...person,
    roundId: round.id,
    participantId: participant.id,
    reference: randomReference(),
    state,
    holdsUntil: null,
    queuedAt: asked,
    confirmedAt: state === 'confirmed' ? plusMinutes(asked, 4) : null,
    relation: number % 6 === 4 ? 'step-parent' : 'parent',
    sex: number % 5 === 0 ? null : demoPerson(number).sex,
    ...wishes(round, place),
    originHash: null,
    mailboxHash: null,
    createdAt: asked,
  });
  await em.insert(EnrolmentEvent, [
    { enrolmentId, state: 'pending', actor: 'person', at: asked },
    { enrolmentId, state, actor: 'person', at: plusMinutes(asked, 4) },
  ]);
  await addChildCare(em, round, enrolmentId, place, asked);
  const ages = childAges(round, place).map((band) => ({ enrolmentId, band }));
  await em.insert(EnrolmentChildAge, ages);
  return enrolmentId;
}

/** The last two of a longer queue go together. */
async function addPair(em: Writer, queued: readonly number[], now: Date): Promise<void> {
  if (queued.length < LONG_QUEUE) return;
  const wishes = queued.slice(-2).map((enrolmentId, index) => ({
    enrolmentId,
    code: '7K29QX',
    part: index === 0 ? ('gave' as const) : ('took' as const),
    wishedAt: now,
    endedAt: null,
  }));
  await em.insert(TogetherWish, wishes);
}

function identity(round: LoadedRound, number: number) {
  const { firstName, lastName, email } = demoPerson(number);
  const reached = WITHOUT_EMAIL.has(number)
    ? { email: null, phone: '0701740605' }
    : { email, phone: null };
  const language = ['en', 'ar'].includes(round.demo.language) ? round.demo.language : 'sv';
  return { firstName, lastName: number % 4 === 1 ? null : lastName, ...reached, language };
}

/** The first in a round asked some weeks before it began, or before today; each later one a while after. */
function askedAt(round: LoadedRound, place: number, now: Date): Date {
  const before = round.plan.startsAt < now ? round.plan.startsAt : now;
  return plusHours(before, -24 * 21 + place * 17);
}

function wishes(round: LoadedRound, place: number) {
  const interpreter = round.demo.interpreterOffered && place % 6 === 3;
  const childCare = round.demo.childCareFromAge !== null && place % 3 === 1;
  return {
    interpreterLanguage: interpreter ? 'arabiska' : null,
    interpreterSex: interpreter ? ('any' as const) : null,
    interpreterWay: interpreter ? ('on-site' as const) : null,
    childCareCount: childCare ? 1 : null,
    childCareAges: childCare ? '4 år' : null,
  };
}

/**
 * Everybody with a seat who has asked for it has it, as long as there are places; then they are on the
 * list.
 */
async function addChildCare(
  em: Writer,
  round: LoadedRound,
  enrolmentId: number,
  place: number,
  asked: Date,
): Promise<void> {
  const { childCareCount: children, childCareAges: ages } = wishes(round, place);
  if (children === null || place >= round.demo.confirmed) return;
  const before = Array.from({ length: place }, (_, index) => wishes(round, index).childCareCount);
  const given = before.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const fits = given + children <= (round.demo.childCarePlaces ?? Infinity);
  const since = plusMinutes(asked, 4);
  await em.insert(ChildCare, {
    ...{ enrolmentId, children, ages: ages ?? '', actor: 'person', since },
    ...(fits ? { state: 'given', queuedAt: null } : { state: 'waiting', queuedAt: since }),
  });
}

function childAges(round: LoadedRound, place: number): ChildAge[] {
  const bands = AGE_BANDS.filter((band) => overlaps(round.programme, band));
  const [own] = bands.slice(place % bands.length);
  return own === undefined ? [] : [own];
}

async function addMarks(
  em: Writer,
  round: LoadedRound,
  enrolmentIds: readonly number[],
  now: Date,
): Promise<void> {
  for (const [index, meetingId] of round.meetingIds.entries()) {
    const meeting = round.plan.meetings[index];
    if (meeting?.state !== 'planned' || meeting.endsAt >= now) continue;
    const at = plusMinutes(meeting.startsAt, 10);
    await em.insert(
      AttendanceMark,
      enrolmentIds.map((enrolmentId, place) => ({
        meetingId,
        enrolmentId,
        state: markOf(round, place, meeting.number),
        markedBy: round.leaderId,
        markedAt: at,
        recordedAt: at,
        nonce: randomToken(),
      })),
    );
  }
}

function markOf(round: LoadedRound, place: number, number: number): AttendanceState {
  const turn = (place * 5 + number * 3) % 17;
  if (turn === 0) return 'absent';
  if (turn === 1) return 'excused';
  return round.demo.form !== 'on-site' && turn % 3 === 0 ? 'online' : 'here';
}
