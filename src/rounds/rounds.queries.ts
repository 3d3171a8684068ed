import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan, Or, type FindOptionsWhere } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { findUnique } from '../platform/database/find-unique.js';
import { byOwner, ORIGINAL_LANGUAGE, textIn } from '../platform/text/texts.js';
import { Meeting } from './meeting.entity.js';
import { RoundLeader } from './round-leader.entity.js';
import { RoundText } from './round-text.entity.js';
import { Round, type RoundForm } from './round.entity.js';
import { VenueText } from './venue-text.entity.js';

/** Which coming rounds are wanted. */
export interface RoundFilter {
  /** Of these programmes; none gives no rounds. */
  readonly programmeIds: readonly number[];
  /** Of the following an empty list means any. */
  readonly languages: readonly string[];
  readonly forms: readonly RoundForm[];
  /** 1 (Monday) to 7. */
  readonly weekdays: readonly number[];
  /** Staff also see what is published but not shown to everybody yet. */
  readonly unshown: boolean;
}

/** Which part of a list, in rows. */
export interface Range {
  readonly offset: number;
  readonly limit: number;
}

/** A programme that has coming rounds in a language. */
export interface Offered {
  readonly programmeId: number;
  readonly language: string;
}

/** A round with its words in the reader's language or in Swedish. Its venue is loaded. */
export interface WordedRound {
  readonly round: Round;
  readonly text: { readonly language: string; readonly label: string; readonly practical: string };
}

/** Reads rounds for public pages. */
@Injectable()
export class RoundsQueries {
  constructor(private readonly db: Database) {}

  /** Published rounds that are shown and have not begun, soonest first, without words. One query. */
  coming(filter: RoundFilter, now: Date, range?: Range): Promise<Round[]> {
    const rounds = this.db.read
      .createQueryBuilder(Round, 'round')
      .leftJoinAndSelect('round.venue', 'venue')
      .where(comingWhere(filter, now))
      .orderBy('round.startsAt', 'ASC')
      .addOrderBy('round.id', 'ASC');
    // A round has one venue, so rows are rounds; `skip` and `take` would ask twice to be sure of that.
    if (range !== undefined) rounds.offset(range.offset).limit(range.limit);
    return rounds.getMany();
  }

  /** How many there are of them. One query. */
  countComing(filter: RoundFilter, now: Date): Promise<number> {
    return this.db.read.count(Round, { where: comingWhere(filter, now) });
  }

  /** Which programmes have coming rounds, and in which languages. One query. */
  async offered(now: Date): Promise<Offered[]> {
    return this.db.read
      .createQueryBuilder(Round, 'round')
      .select('round.programmeId', 'programmeId')
      .addSelect('round.languageOfInstruction', 'language')
      .distinct(true)
      .where({ state: 'published', startsAt: MoreThan(now), showsFrom: shownAt(now) })
      .getRawMany<Offered>();
  }

  /** The rounds of a programme that lists show and that are not over, cancelled ones too, soonest first. One query. */
  ofProgramme(programmeId: number, now: Date): Promise<Round[]> {
    return this.db.read.find(Round, {
      where: {
        programmeId,
        state: In(['published', 'cancelled']),
        startsAt: MoreThan(now),
        showsFrom: shownAt(now),
      },
      relations: { venue: true },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  /** The public round at an address, also when it is over or cancelled; null when there is none. One query. */
  bySlug(programmeId: number, slug: string): Promise<Round | null> {
    return findUnique(this.db.read, Round, {
      where: { programmeId, slug, state: In(['published', 'cancelled']) },
      relations: { venue: true },
    });
  }

  /** The same rounds with their words. One query, none when there are no rounds. */
  async worded(rounds: readonly Round[], language: string): Promise<WordedRound[]> {
    if (rounds.length === 0) return [];
    const texts = byOwner(
      await this.db.read.findBy(RoundText, {
        roundId: In(rounds.map((round) => round.id)),
        language: In([language, ORIGINAL_LANGUAGE]),
      }),
      (text) => text.roundId,
    );
    return rounds.map((round) => ({ round, text: textIn(texts.get(round.id) ?? [], language) }));
  }

  /** The meetings of a round in the order they are held, cancelled ones too. One query. */
  meetings(roundId: number): Promise<Meeting[]> {
    return this.db.read.find(Meeting, {
      where: { roundId },
      order: { startsAt: 'ASC', id: 'ASC' },
    });
  }

  /** First names of the leaders of a round, as they are named in public. One query. */
  async leaderNames(roundId: number): Promise<string[]> {
    const leaders = await this.db.read.find(RoundLeader, {
      select: { id: true, sortOrder: true, staff: { id: true, firstName: true } },
      where: { roundId },
      relations: { staff: true },
      order: { sortOrder: 'ASC', id: 'ASC' },
    });
    return leaders.flatMap((leader) => leader.staff?.firstName ?? []);
  }

  /** How to find a venue, in the reader's language or in Swedish; null without directions. One query. */
  async directions(venueId: number, language: string): Promise<VenueText | null> {
    const texts = await this.db.read.findBy(VenueText, {
      venueId,
      language: In([language, ORIGINAL_LANGUAGE]),
    });
    return texts.length === 0 ? null : textIn(texts, language);
  }
}

/** What `showsFrom` is of rounds that lists show to everybody at that instant. */
export function shownAt(now: Date) {
  return Or(IsNull(), LessThanOrEqual(now));
}

function comingWhere(filter: RoundFilter, now: Date): FindOptionsWhere<Round> {
  return {
    state: 'published',
    startsAt: MoreThan(now),
    programmeId: In([...filter.programmeIds]),
    ...(!filter.unshown && { showsFrom: shownAt(now) }),
    ...(filter.languages.length > 0 && { languageOfInstruction: In([...filter.languages]) }),
    ...(filter.forms.length > 0 && { form: In([...filter.forms]) }),
    ...(filter.weekdays.length > 0 && { weekday: In([...filter.weekdays]) }),
  };
}
