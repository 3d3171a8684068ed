import { Injectable } from '@nestjs/common';
import { ActionPlanQueries, type NamedMeasure } from '../action-plan/action-plan.queries.js';
import { SeatsQueries } from '../enrolments/seats.queries.js';
import { Clock } from '../kernel/clock.js';
import { hidesDetails } from '../programmes/programme.rules.js';
import {
  ProgrammesQueries,
  type ThemeTitle,
  type WholeProgramme,
} from '../programmes/programmes.queries.js';
import type { Meeting } from '../rounds/meeting.entity.js';
import type { Round } from '../rounds/round.entity.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import type { VenueText } from '../rounds/venue-text.entity.js';
import { CatalogueQueries, type OfferedRound } from './catalogue.queries.js';

/** What the page of a programme is made from. */
export interface ProgrammeRows {
  readonly programme: WholeProgramme;
  readonly themes: readonly ThemeTitle[];
  /** Coming ones, cancelled ones too. */
  readonly rounds: readonly OfferedRound[];
  readonly measures: readonly NamedMeasure[];
}

/** What the page of a round is made from; of a discreet round the details are not even read. */
export interface RoundRows {
  readonly programme: WholeProgramme;
  readonly offered: OfferedRound;
  readonly practical: string;
  readonly themes: readonly ThemeTitle[];
  readonly meetings: readonly Meeting[];
  readonly leaders: readonly string[];
  readonly directions: VenueText | null;
}

/** Reads the pages of one programme and one round, each with a fixed number of queries. */
@Injectable()
export class RoundPageQueries {
  constructor(
    private readonly programmes: ProgrammesQueries,
    private readonly rounds: RoundsQueries,
    private readonly seats: SeatsQueries,
    private readonly catalogue: CatalogueQueries,
    private readonly plan: ActionPlanQueries,
    private readonly clock: Clock,
  ) {}

  /** The published programme at an address, or null. */
  async programme(slug: string, language: string): Promise<ProgrammeRows | null> {
    const programme = await this.programmes.bySlug(slug, language);
    if (programme === null) return null;
    const [themes, rounds, measures] = await Promise.all([
      hidesDetails(programme) ? [] : this.programmes.themes(programme.id, language),
      this.rounds.ofProgramme(programme.id, this.clock.now()),
      this.plan.measuresForProgramme(programme.id),
    ]);
    const offered = await this.catalogue.dressed(rounds, [programme], language);
    return { programme, themes, rounds: offered, measures };
  }

  /** The public round at an address, or null. */
  async round(programmeSlug: string, slug: string, language: string): Promise<RoundRows | null> {
    const programme = await this.programmes.bySlug(programmeSlug, language);
    const round = programme && (await this.rounds.bySlug(programme.id, slug));
    if (programme === null || round === null) return null;
    const [worded, seats, details] = await Promise.all([
      this.rounds.worded([round], language),
      this.seats.seatsOf([round.id]),
      hidesDetails(programme) ? NO_DETAILS : this.details(round, language),
    ]);
    const [row] = worded;
    if (row === undefined) return null;
    const offered = { ...row, programme, seats: seats.get(round.id) };
    return { programme, offered, practical: row.text.practical, ...details };
  }

  private async details(round: Round, language: string) {
    const [themes, meetings, leaders, directions] = await Promise.all([
      this.programmes.themes(round.programmeId, language),
      this.rounds.meetings(round.id),
      this.rounds.leaderNames(round.id),
      round.venueId === null || !round.showPlace
        ? null
        : this.rounds.directions(round.venueId, language),
    ]);
    return { themes, meetings, leaders, directions };
  }
}

const NO_DETAILS = { themes: [], meetings: [], leaders: [], directions: null };
