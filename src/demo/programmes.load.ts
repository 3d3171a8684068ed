import type { Writer } from '../platform/database/database.js';
import { ProgrammeText } from '../programmes/programme-text.entity.js';
import { ProgrammeThemeText } from '../programmes/programme-theme-text.entity.js';
import { ProgrammeTheme } from '../programmes/programme-theme.entity.js';
import { Programme, type Admission } from '../programmes/programme.entity.js';
import { admissionFits } from '../programmes/programme.rules.js';
import { DEMO_LANGUAGES, type DemoProgramme } from './content/programmes/demo-programme.js';
import { demoProgrammes } from './content/programmes.js';

/** A programme as it was stored, with what its rounds need of it. */
export interface LoadedProgramme {
  readonly id: number;
  readonly admission: Admission;
  readonly ageFrom: number;
  readonly ageTo: number;
  /** Ids of the themes in order. */
  readonly themeIds: readonly number[];
}

/** Adds the demo's programmes, published; by slug. */
export async function loadProgrammes(
  em: Writer,
  now: Date,
): Promise<ReadonlyMap<string, LoadedProgramme>> {
  const loaded = new Map<string, LoadedProgramme>();
  for (const [index, demo] of demoProgrammes.entries()) {
    const { slug, ageFrom, ageTo, admission, discreet, keepApart } = demo;
    if (!admissionFits(demo)) throw new Error(`${slug}: keeps apart without a talk`);
    const programme = await em.save(Programme, {
      slug,
      ageFrom,
      ageTo,
      admission,
      discreet,
      keepApart,
      state: 'published',
      sortOrder: (index + 1) * 10,
    });
    await addTexts(em, programme.id, demo, now);
    const themeIds = await addThemes(em, programme.id, demo);
    loaded.set(slug, { id: programme.id, admission, ageFrom, ageTo, themeIds });
  }
  return loaded;
}

async function addTexts(em: Writer, programmeId: number, demo: DemoProgramme, now: Date) {
  await em.insert(
    ProgrammeText,
    DEMO_LANGUAGES.map((language) => {
      const { name, summary, body } = demo.texts[language];
      const meta = { sourceVersion: 1, minor: false, reviewedAt: now };
      return { programmeId, language, name, summary, body, ...meta };
    }),
  );
}

async function addThemes(em: Writer, programmeId: number, demo: DemoProgramme): Promise<number[]> {
  const numbers = demo.texts.sv.themes.map((_, index) => ({ programmeId, number: index + 1 }));
  const themes = await em.save(ProgrammeTheme, numbers);
  await em.insert(
    ProgrammeThemeText,
    DEMO_LANGUAGES.flatMap((language) =>
      themes.map((theme, index) => {
        const title = demo.texts[language].themes[index];
        if (title === undefined) throw new Error(`${demo.slug}: a theme lacks ${language}`);
        return { themeId: theme.id, language, title };
      }),
    ),
  );
  return themes.map((theme) => theme.id);
}
