import { Injectable } from '@nestjs/common';
import { closedBecause } from '../enrolments/enrolment-window.rules.js';
import { SeatsQueries } from '../enrolments/seats.queries.js';
import { Clock } from '../kernel/clock.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import { ProgrammesQueries, type ListedProgramme } from '../programmes/programmes.queries.js';
import { overlaps } from '../rounds/round-words.rules.js';
import type { Round, RoundForm } from '../rounds/round.entity.js';
import { RoundsQueries, type RoundFilter, type WordedRound } from '../rounds/rounds.queries.js';
import type { CatalogueFilters, FormChoice } from './catalogue.form.js';
import { matches } from '../platform/text/search.js';
import { seatState, type Seats } from './seat-state.rules.js';

/** Rounds on one page of the catalogue. */
export const PAGE_SIZE = 12;

const FORMS: Readonly<Record<FormChoice, readonly RoundForm[]>> = {
  'pa-plats': ['on-site', 'hybrid'],
  digitalt: ['online', 'hybrid'],
};

/** A round as a list shows it. */
export interface OfferedRound extends WordedRound {
  readonly programme: ListedProgramme;
  /** Absent when nobody has asked for a seat yet. */
  readonly seats: Seats | undefined;
}

/** One page of the catalogue. */
export interface CatalogueRows {
  readonly rounds: readonly OfferedRound[];
  /** On all pages together. */
  readonly count: number;
  /** Programmes that fit the search and the ages but have no coming round. */
  readonly without: readonly ListedProgramme[];
  /** Languages that coming rounds are held in, whatever is chosen. */
  readonly languages: readonly string[];
}

/** Reads what the start page and the catalogue list. The number of queries does not grow with the rows. */
@Injectable()
export class CatalogueQueries {
  constructor(
    private readonly programmes: ProgrammesQueries,
    private readonly rounds: RoundsQueries,
    private readonly seats: SeatsQueries,
    private readonly clock: Clock,
  ) {}

  /** One page of the rounds that fit the filters, soonest first. */
  async page(filters: CatalogueFilters, language: string): Promise<CatalogueRows> {
    const now = this.clock.now();
    const published = await this.programmes.published(language);
    const wanted = published.filter((programme) => isWanted(programme, filters));
    const filter = roundFilter(filters, wanted);
    const [{ rounds, count }, offered] = await Promise.all([
      this.chosen(filters, filter, wanted, now),
      this.rounds.offered(now),
    ]);
    const coming = new Set(offered.map((row) => row.programmeId));
    return {
      rounds: await this.dressed(rounds, published, language),
      count,
      without: wanted.filter((programme) => !coming.has(programme.id)),
      languages: [...new Set(offered.map((row) => row.language))],
    };
  }

  /** The next rounds that people can enrol in, one a programme, none of them discreet. */
  async startingSoon(count: number, language: string): Promise<readonly OfferedRound[]> {
    const now = this.clock.now();
    const published = await this.programmes.published(language);
    const open = published.filter((programme) => !hidesDetails(programme));
    const filter = roundFilter(undefined, open);
    const coming = await this.rounds.coming(filter, now, { offset: 0, limit: 6 * count });
    const enrolling = coming.filter((round) => closedBecause(round, now) === null);
    const firsts = new Map<number, Round>();
    for (const round of enrolling)
      if (!firsts.has(round.programmeId)) firsts.set(round.programmeId, round);
    return this.dressed([...firsts.values()].slice(0, count), published, language);
  }

  /** The same rounds with their programme, words and seats. Two queries. */
  async dressed(
    rounds: readonly Round[],
    programmes: readonly ListedProgramme[],
    language: string,
  ): Promise<readonly OfferedRound[]> {
    const [worded, seats] = await Promise.all([
      this.rounds.worded(rounds, language),
      this.seats.seatsOf(rounds.map((round) => round.id)),
    ]);
    const byId = new Map(programmes.map((programme) => [programme.id, programme]));
    return worded.flatMap((row) => {
      const programme = byId.get(row.round.programmeId);
      return programme === undefined ? [] : { ...row, programme, seats: seats.get(row.round.id) };
    });
  }

  private async chosen(
    filters: CatalogueFilters,
    filter: RoundFilter,
    programmes: readonly ListedProgramme[],
    now: Date,
  ) {
    const offset = (filters.sida - 1) * PAGE_SIZE;
    if (!filters.lediga) {
      const [rounds, count] = await Promise.all([
        this.rounds.coming(filter, now, { offset, limit: PAGE_SIZE }),
        this.rounds.countComing(filter, now),
      ]);
      return { rounds, count };
    }
    const coming = await this.rounds.coming(filter, now);
    const seats = await this.seats.seatsOf(coming.map((round) => round.id));
    const byId = new Map(programmes.map((programme) => [programme.id, programme]));
    // After a talk there are no words for the seats: such a round is left out, however many are free.
    const free = coming.filter((round) => {
      const programme = byId.get(round.programmeId);
      if (programme === undefined) return false;
      const state = seatState({ round, programme, seats: seats.get(round.id) }, now);
      return ['free', 'few'].includes(state);
    });
    return { rounds: free.slice(offset, offset + PAGE_SIZE), count: free.length };
  }
}

function isWanted(programme: ListedProgramme, { alder, q }: CatalogueFilters): boolean {
  const { name, summary } = programme.text;
  const ofAge = alder.length === 0 || alder.some((band) => overlaps(programme, band));
  return ofAge && matches(q, name, summary);
}

function roundFilter(
  filters: CatalogueFilters | undefined,
  programmes: readonly ListedProgramme[],
): RoundFilter {
  return {
    programmeIds: programmes.map((programme) => programme.id),
    languages: filters?.sprak ?? [],
    forms: [...new Set(filters?.form.flatMap((choice) => FORMS[choice]))],
    weekdays: filters?.dag ?? [],
    unshown: false,
  };
}
