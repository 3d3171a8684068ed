import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, type FindOptionsWhere } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { Database } from '../platform/database/database.js';
import { textIn } from '../platform/text/texts.js';
import { ProgrammeText } from '../programmes/programme-text.entity.js';
import { ProgrammesQueries, type ListedProgramme } from '../programmes/programmes.queries.js';
import { Round } from '../rounds/round.entity.js';
import { shownAt } from '../rounds/rounds.queries.js';
import { InterestCall } from './interest-call.entity.js';
import { Interest } from './interest.entity.js';

/** A programme as the page of its list shows it. */
export interface ProgrammeOfList {
  readonly programme: ListedProgramme;
  /** There is a round that people can still enrol in: no list is needed. */
  readonly planned: boolean;
}

/** Somebody on a list who is called. */
export interface WaitingInterestCall {
  readonly call: InterestCall;
  readonly interest: Interest;
  /** The Swedish name of the programme. */
  readonly programmeName: string;
  /** What staff call the group; null when the call is not about one. */
  readonly groupCode: string | null;
}

/** Reads the lists for pages. */
@Injectable()
export class InterestQueries {
  constructor(
    private readonly db: Database,
    private readonly programmes: ProgrammesQueries,
    private readonly clock: Clock,
  ) {}

  /** The published programme at an address, or null. Two queries. */
  async programmeAt(slug: string, language: string): Promise<ProgrammeOfList | null> {
    const programme = await this.programmes.bySlug(slug, language);
    if (programme === null) return null;
    const now = this.clock.now();
    const planned = await this.db.read.existsBy(Round, {
      programmeId: programme.id,
      state: 'published',
      enrolUntil: MoreThan(now),
      showsFrom: shownAt(now),
    });
    return { programme, planned };
  }

  /** Calls about a round end when nobody can enrol in it any more, as mails about it do. */
  private stillOfUse(): FindOptionsWhere<InterestCall>[] {
    const enrolUntil = MoreThan(this.clock.now());
    return [
      { handledAt: IsNull(), roundId: IsNull() },
      { handledAt: IsNull(), round: { state: 'published', enrolUntil } },
    ];
  }

  /** How many people on lists wait to be called. */
  waitingCount(): Promise<number> {
    return this.db.read.count(InterestCall, { where: this.stillOfUse() });
  }

  /** Those who have waited longest, at most `limit`. Two queries. */
  async waiting(limit: number): Promise<WaitingInterestCall[]> {
    const calls = await this.db.read.find(InterestCall, {
      where: this.stillOfUse(),
      relations: { interest: true, round: true },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: limit,
    });
    const programmeIds = calls.flatMap(({ interest }) => interest?.programmeId ?? []);
    const texts = await this.db.read.findBy(ProgrammeText, { programmeId: In(programmeIds) });
    const textsOf = Map.groupBy(texts, (text) => text.programmeId);
    return calls.flatMap((call) => {
      const { interest, round } = call;
      if (!interest) return [];
      const names = textsOf.get(interest.programmeId) ?? [];
      const programmeName = textIn(names, 'sv').name;
      return [{ call, interest, programmeName, groupCode: round?.groupCode ?? null }];
    });
  }
}
