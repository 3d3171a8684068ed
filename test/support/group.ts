import { ChildCare } from '../../src/enrolments/child-care.entity.js';
import { EnrolmentEvent } from '../../src/enrolments/enrolment-event.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { weekdayOf, type CivilDate, type TimeOfDay } from '../../src/kernel/civil-date.js';
import { instantOf } from '../../src/kernel/instant.js';
import { randomReference } from '../../src/kernel/secret.js';
import { Participant } from '../../src/participants/participant.entity.js';
import type { Writer } from '../../src/platform/database/database.js';
import type { Role } from '../../src/platform/web/access.js';
import { ProgrammeText } from '../../src/programmes/programme-text.entity.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { Meeting, type MeetingState } from '../../src/rounds/meeting.entity.js';
import { RoundLeader } from '../../src/rounds/round-leader.entity.js';
import { RoundText } from '../../src/rounds/round-text.entity.js';
import { Round, type RoundForm } from '../../src/rounds/round.entity.js';
import { Venue } from '../../src/rounds/venue.entity.js';
import { StaffAccount } from '../../src/staff/staff-account.entity.js';
import { StaffRole } from '../../src/staff/staff-role.entity.js';

/** One meeting of a made-up group. */
export interface GroupMeeting {
  readonly date: CivilDate;
  readonly from?: TimeOfDay;
  readonly to?: TimeOfDay;
  readonly state?: MeetingState;
}

/** One person of a made-up group, with a confirmed place unless told otherwise. */
export interface GroupPerson {
  readonly firstName: string;
  readonly confirmedAt?: Date;
  readonly language?: 'sv' | 'en' | 'ar';
  /** Null: reached by telephone only. */
  readonly email?: string | null;
  readonly interpreter?: boolean;
  readonly childCare?: boolean;
}

/** What a made-up group is like. */
export interface GroupPlan {
  readonly slug: string;
  readonly meetings: readonly GroupMeeting[];
  readonly people: readonly GroupPerson[];
  readonly leaders?: readonly number[];
  readonly form?: RoundForm;
  readonly discreet?: boolean;
}

/** The ids of what was made, in the order of the plan. */
export interface Group {
  readonly roundId: number;
  readonly meetings: readonly number[];
  readonly people: readonly number[];
}

/** Long before every meeting of a test. */
const LONG_AGO = new Date('2026-09-01T08:00:00Z');

/** Adds a programme with one round, its meetings and its people. */
export async function addGroup(em: Writer, plan: GroupPlan): Promise<Group> {
  const programmeId = await addProgramme(em, plan);
  const roundId = await addRound(em, plan, programmeId);
  for (const [sortOrder, staffId] of (plan.leaders ?? []).entries())
    await em.insert(RoundLeader, { roundId, staffId, sortOrder });
  const meetings: number[] = [];
  for (const [index, meeting] of plan.meetings.entries()) {
    const { id } = await em.save(Meeting, {
      roundId,
      themeId: null,
      number: index + 1,
      state: meeting.state ?? 'planned',
      replacesMeetingId: null,
      ...timesOf(meeting),
    });
    meetings.push(id);
  }
  const people: number[] = [];
  for (const person of plan.people) people.push(await addPerson(em, roundId, person));
  return { roundId, meetings, people };
}

/** Adds somebody with a confirmed place to a round and gives the enrolment's id. */
export async function addPerson(em: Writer, roundId: number, person: GroupPerson): Promise<number> {
  const at = person.confirmedAt ?? LONG_AGO;
  const { firstName, language = 'sv', email = `${firstName.toLowerCase()}@exempel.test` } = person;
  const identity = { firstName, lastName: null, email, phone: null, language };
  const participant = await em.save(Participant, { ...identity, createdAt: at });
  const { id } = await em.save(Enrolment, {
    ...identity,
    roundId,
    participantId: participant.id,
    reference: randomReference(),
    state: 'confirmed',
    holdsUntil: null,
    queuedAt: at,
    confirmedAt: at,
    relation: null,
    sex: null,
    interpreterLanguage: person.interpreter ? 'arabiska' : null,
    interpreterSex: person.interpreter ? 'any' : null,
    interpreterWay: person.interpreter ? 'on-site' : null,
    childCareCount: person.childCare ? 1 : null,
    childCareAges: person.childCare ? '4 år' : null,
    originHash: null,
    mailboxHash: null,
    createdAt: at,
  });
  await em.insert(EnrolmentEvent, { enrolmentId: id, state: 'confirmed', actor: 'person', at });
  if (person.childCare)
    await em.insert(ChildCare, {
      ...{ enrolmentId: id, children: 1, ages: '4 år', state: 'given', queuedAt: null },
      ...{ actor: 'person', since: at },
    });
  return id;
}

/** Adds an active member of staff who cannot sign in, and gives the account's id. */
export async function addStaff(em: Writer, firstName: string, ...roles: Role[]): Promise<number> {
  const { id } = await em.save(StaffAccount, {
    email: `${firstName.toLowerCase()}@personal.test`,
    firstName,
    lastName: 'Test',
    passwordHash: 'none',
    state: 'active',
    createdAt: LONG_AGO,
  });
  await em.insert(
    StaffRole,
    roles.map((role) => ({ staffId: id, role })),
  );
  return id;
}

/** Moves a meeting, as the service that staff use will do. */
export async function moveMeeting(em: Writer, id: number, to: GroupMeeting): Promise<void> {
  await em.update(Meeting, id, timesOf(to));
}

function timesOf({ date, from = '17:30', to = '19:30' }: GroupMeeting) {
  return {
    date,
    startTime: from,
    endTime: to,
    startsAt: instantOf(date, from),
    endsAt: instantOf(date, to),
  };
}

async function addProgramme(em: Writer, plan: GroupPlan): Promise<number> {
  const { id } = await em.save(Programme, {
    slug: plan.slug,
    ageFrom: 3,
    ageTo: 9,
    admission: 'direct',
    discreet: plan.discreet ?? false,
    keepApart: false,
    state: 'published',
    sortOrder: 1,
  });
  await em.insert(ProgrammeText, {
    programmeId: id,
    language: 'sv',
    name: `Kursen ${plan.slug}`,
    summary: 'För test.',
    body: 'För test.',
    sourceVersion: 1,
    minor: false,
    reviewedAt: null,
  });
  return id;
}

async function addRound(em: Writer, plan: GroupPlan, programmeId: number): Promise<number> {
  const times = plan.meetings.map(timesOf);
  const starts = times.map(({ startsAt }) => startsAt.getTime());
  const startsAt = new Date(Math.min(...starts));
  const { form = 'on-site' } = plan;
  const { id } = await em.save(Round, {
    programmeId,
    slug: plan.slug,
    state: 'published',
    form,
    languageOfInstruction: 'sv',
    capacity: 20,
    minParticipants: 1,
    decisionDate: null,
    enrolFrom: null,
    enrolUntil: startsAt,
    venueId: form === 'online' ? null : await addVenue(em),
    showPlace: true,
    interpreterOffered: true,
    childCareFromAge: 1,
    childCarePlaces: null,
    joinKey: null,
    groupCode: 'B14',
    weekday: weekdayOf(times[0]?.date ?? '2027-01-01'),
    startTime: times[0]?.startTime ?? '17:30',
    endTime: times[0]?.endTime ?? '19:30',
    startsAt,
    endsAt: new Date(Math.max(...times.map(({ endsAt }) => endsAt.getTime()))),
  });
  await em.insert(RoundText, {
    roundId: id,
    language: 'sv',
    label: 'våren på Väven',
    practical: '',
  });
  return id;
}

async function addVenue(em: Writer): Promise<number> {
  const { id } = await em.save(Venue, {
    name: 'Väven',
    district: 'Centrum',
    address: 'Storgatan 46 A',
    room: 'Björken',
  });
  return id;
}
