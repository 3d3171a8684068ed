import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';

import { Database } from '../platform/database/database.js';
import { textIn } from '../platform/text/texts.js';
import { ProgrammeText } from '../programmes/programme-text.entity.js';
import { CallRequest } from './call-request.entity.js';

/** Somebody who waits to be called. */
export interface WaitingCall {
  readonly request: CallRequest;
  /** The Swedish name of the programme the person was looking at; null when there was none. */
  readonly programmeName: string | null;
  /** What staff call the group; null like the programme. */
  readonly groupCode: string | null;
}

/** Reads who wants to be called. */
@Injectable()
export class CallRequestsQueries {
  constructor(private readonly db: Database) {}

  /** How many wait. */
  waitingCount(): Promise<number> {
    return this.db.read.countBy(CallRequest, { handledAt: IsNull() });
  }

  /** Those who have waited longest, at most `limit`. */
  async waiting(limit: number): Promise<WaitingCall[]> {
    const requests = await this.db.read.find(CallRequest, {
      where: { handledAt: IsNull() },
      relations: { round: true },
      order: { createdAt: 'ASC', id: 'ASC' },
      take: limit,
    });
    const programmeIds = requests.flatMap((request) => programmeOf(request) ?? []);
    const texts = await this.db.read.findBy(ProgrammeText, { programmeId: In(programmeIds) });
    const textsOf = Map.groupBy(texts, (text) => text.programmeId);
    return requests.map((request) => {
      const { round } = request;
      const names = textsOf.get(programmeOf(request) ?? 0);
      return {
        request,
        programmeName: names ? textIn(names, 'sv').name : null,
        groupCode: round?.groupCode ?? null,
      };
    });
  }
}

function programmeOf({ round, programmeId }: CallRequest): number | null {
  return round?.programmeId ?? programmeId;
}
