import { Injectable } from '@nestjs/common';
import { LibraryQueries, type ListedItem } from '../library/library.queries.js';
import { ProgrammesQueries, type ListedProgramme } from '../programmes/programmes.queries.js';
import type { FoundMeasure } from './action-plan.queries.js';

/** What of the site serves the measures of a page, by id. Drafts are left out. */
export interface Serving {
  readonly programmes: ReadonlyMap<number, ListedProgramme>;
  readonly items: ReadonlyMap<number, ListedItem>;
}

/** Reads the programmes and items that measures point at. */
@Injectable()
export class ServingQueries {
  constructor(
    private readonly programmes: ProgrammesQueries,
    private readonly library: LibraryQueries,
  ) {}

  /** Everything public that serves one of the measures. Three queries. */
  async of(measures: readonly FoundMeasure[], language: string): Promise<Serving> {
    const [programmes, items] = await Promise.all([
      this.programmes.published(language),
      this.library.published(measures.flatMap(({ itemIds }) => itemIds)),
    ]);
    return { programmes: new Map(programmes.map((one) => [one.id, one])), items };
  }
}
