import type { CivilDate } from '../kernel/civil-date.js';
import { weekdayOf } from '../kernel/civil-date.js';
import type { Writer } from '../platform/database/database.js';
import { Meeting } from '../rounds/meeting.entity.js';
import { RoundLeader } from '../rounds/round-leader.entity.js';
import { RoundText } from '../rounds/round-text.entity.js';
import { Round } from '../rounds/round.entity.js';
import { VenueText } from '../rounds/venue-text.entity.js';
import { Venue } from '../rounds/venue.entity.js';
import { DEMO_LANGUAGES, type DemoLanguage } from './content/programmes/demo-programme.js';
import type { DemoRound } from './content/rounds/demo-round.js';
import { demoRounds } from './content/rounds.js';
import { demoVenues, type DemoVenueKey } from './content/venues.js';
import { termOf, type Term } from './demo-dates.rules.js';
import type { LoadedProgramme } from './programmes.load.js';
import { planRound, type RoundPlan } from './round-plan.rules.js';
import type { StaffIds } from './staff.load.js';

const TERMS: Readonly<Record<Term, Readonly<Record<DemoLanguage, string>>>> = {
  spring: { sv: 'våren', en: 'spring', ar: 'فصل الربيع' },
  autumn: { sv: 'hösten', en: 'autumn', ar: 'فصل الخريف' },
};

/** A round as it was stored, with what its people and their marks need of it. */
export interface LoadedRound {
  readonly id: number;
  readonly demo: DemoRound;
  readonly programme: LoadedProgramme;
  readonly plan: RoundPlan;
  readonly leaderId: number;
  /** Ids of the meetings, in the order of the plan. */
  readonly meetingIds: readonly number[];
}

/** Adds the demo's venues and rounds, on dates around `today`. */
export async function loadRounds(
  em: Writer,
  programmes: ReadonlyMap<string, LoadedProgramme>,
  staff: StaffIds,
  today: CivilDate,
): Promise<LoadedRound[]> {
  const venues = await loadVenues(em);
  const loaded: LoadedRound[] = [];
  for (const demo of demoRounds) {
    const programme = known(programmes, demo.programme);
    const plan = planRound(demo, programme.themeIds.length, today);
    const venueId = demo.venue === null ? null : known(venues, demo.venue);
    const id = await addRound(em, demo, plan, programme.id, venueId);
    const meetingIds = await addMeetings(em, id, demo, plan, programme.themeIds);
    const leaderIds = demo.leaders.map((key) => known(staff, key));
    await em.insert(
      RoundLeader,
      leaderIds.map((staffId, sortOrder) => ({ roundId: id, staffId, sortOrder })),
    );
    const [leaderId] = leaderIds;
    if (leaderId === undefined) throw new Error(`${demo.slug}: no leader`);
    loaded.push({ id, demo, programme, plan, leaderId, meetingIds });
  }
  return loaded;
}

async function loadVenues(em: Writer): Promise<Map<DemoVenueKey, number>> {
  const ids = new Map<DemoVenueKey, number>();
  for (const key of Object.keys(demoVenues) as DemoVenueKey[]) {
    const { directions, ...facts } = demoVenues[key];
    const venue = await em.save(Venue, { ...facts });
    await em.insert(
      VenueText,
      DEMO_LANGUAGES.map((language) => ({
        venueId: venue.id,
        language,
        directions: directions[language],
      })),
    );
    ids.set(key, venue.id);
  }
  return ids;
}

async function addRound(
  em: Writer,
  demo: DemoRound,
  plan: RoundPlan,
  programmeId: number,
  venueId: number | null,
): Promise<number> {
  const { id } = await em.save(Round, {
    programmeId,
    venueId,
    slug: demo.slug,
    state: demo.state,
    form: demo.form,
    languageOfInstruction: demo.language,
    capacity: demo.capacity,
    minParticipants: demo.minParticipants,
    decisionDate: plan.decisionDate,
    enrolFrom: null,
    enrolUntil: plan.enrolUntil,
    showPlace: demo.showPlace,
    interpreterOffered: demo.interpreterOffered,
    childCareFromAge: demo.childCareFromAge,
    childCarePlaces: demo.childCarePlaces ?? null,
    joinKey: demo.joinKey ?? null,
    groupCode: demo.groupCode,
    weekday: weekdayOf(plan.firstDate),
    startTime: demo.startTime,
    endTime: demo.endTime,
    ...{ startsAt: plan.startsAt, endsAt: plan.endsAt },
  });
  await em.insert(
    RoundText,
    DEMO_LANGUAGES.map((language) => {
      const { label, practical } = demo.texts[language];
      const term = TERMS[termOf(plan.firstDate)][language];
      return { roundId: id, language, label: label.replace('{term}', term), practical };
    }),
  );
  return id;
}

async function addMeetings(
  em: Writer,
  roundId: number,
  demo: DemoRound,
  plan: RoundPlan,
  themeIds: readonly number[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const { number, date, startsAt, endsAt, state, replaces } of plan.meetings) {
    const meeting = await em.save(Meeting, {
      roundId,
      number,
      themeId: themeIds[number - 1] ?? null,
      date,
      startTime: demo.startTime,
      endTime: demo.endTime,
      startsAt,
      endsAt,
      state,
      replacesMeetingId: replaces ? (ids.at(-1) ?? null) : null,
    });
    ids.push(meeting.id);
  }
  return ids;
}

function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo does not know ${String(key)}`);
  return value;
}
