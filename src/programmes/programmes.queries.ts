import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { byOwner, ORIGINAL_LANGUAGE, textIn } from '../platform/text/texts.js';
import { ProgrammeText } from './programme-text.entity.js';
import { ProgrammeThemeText } from './programme-theme-text.entity.js';
import type { Admission } from './programme.entity.js';

/** A published programme as lists show it, in the reader's language or in Swedish. */
export interface ListedProgramme {
  readonly id: number;
  readonly slug: string;
  readonly ageFrom: number;
  readonly ageTo: number;
  readonly admission: Admission;
  readonly discreet: boolean;
  readonly keepApart: boolean;
  readonly text: {
    readonly language: string;
    readonly name: string;
    readonly summary: string;
  };
}

/** A published programme as its own page shows it. */
export interface WholeProgramme extends ListedProgramme {
  /** Markdown, in the language of its text. */
  readonly body: string;
}

/** The title of a theme, in the reader's language or in Swedish. */
export interface ThemeTitle {
  readonly themeId: number;
  readonly number: number;
  readonly language: string;
  readonly title: string;
}

const programmeColumns = {
  id: true,
  slug: true,
  ageFrom: true,
  ageTo: true,
  admission: true,
  discreet: true,
  keepApart: true,
} as const;

/** Reads programmes for public pages: published ones only. */
@Injectable()
export class ProgrammesQueries {
  constructor(private readonly db: Database) {}

  /** All published programmes in the order of the catalogue. One query. */
  async published(language: string): Promise<ListedProgramme[]> {
    const rows = await this.db.read.find(ProgrammeText, {
      select: {
        programmeId: true,
        language: true,
        name: true,
        summary: true,
        programme: { ...programmeColumns, sortOrder: true },
      },
      where: { programme: { state: 'published' }, language: inOrOriginal(language) },
      relations: { programme: true },
      order: { programme: { sortOrder: 'ASC', id: 'ASC' } },
    });
    return [...byOwner(rows, (row) => row.programmeId).values()].map((texts) =>
      listed(texts, language),
    );
  }

  /** The published programme at an address, with its whole text; null when there is none. One query. */
  async bySlug(slug: string, language: string): Promise<WholeProgramme | null> {
    const texts = await this.db.read.find(ProgrammeText, {
      where: { programme: { slug, state: 'published' }, language: inOrOriginal(language) },
      relations: { programme: true },
    });
    if (texts.length === 0) return null;
    return { ...listed(texts, language), body: textIn(texts, language).body };
  }

  /** The themes of a programme in order. One query. */
  async themes(programmeId: number, language: string): Promise<ThemeTitle[]> {
    const rows = await this.db.read.find(ProgrammeThemeText, {
      where: { theme: { programmeId }, language: inOrOriginal(language) },
      relations: { theme: true },
      order: { theme: { number: 'ASC' } },
    });
    return [...byOwner(rows, (row) => row.themeId)].map(([themeId, texts]) => {
      const text = textIn(texts, language);
      const { number } = loaded(text.theme);
      return { themeId, number, language: text.language, title: text.title };
    });
  }
}

function inOrOriginal(language: string) {
  return In([language, ORIGINAL_LANGUAGE]);
}

function listed(texts: readonly ProgrammeText[], language: string): ListedProgramme {
  const text = textIn(texts, language);
  const { id, slug, ageFrom, ageTo, admission, discreet, keepApart } = loaded(text.programme);
  return {
    id,
    slug,
    ageFrom,
    ageTo,
    admission,
    discreet,
    keepApart,
    text: { language: text.language, name: text.name, summary: text.summary },
  };
}

function loaded<T>(relation: T | null | undefined): T {
  if (relation == null) throw new Error('A relation was not loaded');
  return relation;
}
