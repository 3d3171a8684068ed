import { In } from 'typeorm';

import type { Reader } from '../platform/database/database.js';
import { Programme } from '../programmes/programme.entity.js';
import { ProgrammeText } from '../programmes/programme-text.entity.js';
import { ProgrammeThemeText } from '../programmes/programme-theme-text.entity.js';
import { Meeting } from '../rounds/meeting.entity.js';
import { RoundLeader } from '../rounds/round-leader.entity.js';
import { RoundText } from '../rounds/round-text.entity.js';
import { Round } from '../rounds/round.entity.js';
import { Venue } from '../rounds/venue.entity.js';
import { VenueText } from '../rounds/venue-text.entity.js';
import { StaffAccount } from '../staff/staff-account.entity.js';

/** Everything that somebody with a place may know about their round; nobody else's rows. */
export interface PlaceFacts {
  readonly round: Round;
  readonly programme: Programme;
  readonly programmeTexts: readonly ProgrammeText[];
  readonly roundTexts: readonly RoundText[];
  readonly venue: Venue | null;
  readonly directions: readonly VenueText[];
  /** In order of time, cancelled ones included. */
  readonly meetings: readonly Meeting[];
  readonly themeTexts: readonly ProgrammeThemeText[];
  /** First names in the order in which the leaders are named. */
  readonly leaders: readonly string[];
}

/** Reads the facts of a round's place with a constant number of queries. */
export async function placeFacts(em: Reader, roundId: number): Promise<PlaceFacts> {
  const round = await em.findOneByOrFail(Round, { id: roundId });
  const programme = await em.findOneByOrFail(Programme, { id: round.programmeId });
  const meetings = await em.find(Meeting, {
    where: { roundId },
    order: { startsAt: 'ASC', id: 'ASC' },
  });
  const themeIds = meetings.flatMap(({ themeId }) => (themeId === null ? [] : [themeId]));
  const venueId = round.venueId ?? 0;
  return {
    round,
    programme,
    programmeTexts: await em.findBy(ProgrammeText, { programmeId: programme.id }),
    roundTexts: await em.findBy(RoundText, { roundId }),
    venue: await em.findOneBy(Venue, { id: venueId }),
    directions: await em.findBy(VenueText, { venueId }),
    meetings,
    themeTexts: await em.findBy(ProgrammeThemeText, { themeId: In(themeIds) }),
    leaders: await leaderNames(em, roundId),
  };
}

async function leaderNames(em: Reader, roundId: number): Promise<readonly string[]> {
  const leaders = await em.find(RoundLeader, { where: { roundId }, order: { sortOrder: 'ASC' } });
  const accounts = await em.findBy(StaffAccount, { id: In(leaders.map(({ staffId }) => staffId)) });
  const names = new Map(accounts.map(({ id, firstName }) => [id, firstName]));
  return leaders.flatMap(({ staffId }) => names.get(staffId) ?? []);
}
