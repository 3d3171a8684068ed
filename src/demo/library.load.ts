import { addDays, type CivilDate } from '../kernel/civil-date.js';
import { instantOf } from '../kernel/instant.js';
import { HelpLine, HelpLineText, HelpLineTopic } from '../library/help-line.entity.js';
import {
  LibraryItem,
  LibraryItemAudience,
  LibraryItemText,
} from '../library/library-item.entity.js';
import type { Writer } from '../platform/database/database.js';
import { DEMO_HELP_LINES, type DemoHelpLine } from './content/help-lines.js';
import type { DemoItem } from './content/library/demo-item.js';
import { DEMO_ITEMS } from './content/library/index.js';

const DAYS_BETWEEN_ITEMS = 9;
const DAYS_UNTIL_REVIEW = 180;

/** Adds the demo's library items, the newest published yesterday; ids by slug. */
export async function loadLibrary(
  em: Writer,
  today: CivilDate,
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  for (const [index, demo] of DEMO_ITEMS.entries()) {
    const age = 1 + (DEMO_ITEMS.length - 1 - index) * DAYS_BETWEEN_ITEMS;
    ids.set(demo.slug, await addItem(em, demo, addDays(today, -age)));
  }
  return ids;
}

async function addItem(em: Writer, demo: DemoItem, publishedOn: CivilDate): Promise<number> {
  const publishedAt = instantOf(publishedOn, '09:00');
  const { id } = await em.save(LibraryItem, {
    slug: demo.slug,
    topic: demo.topic,
    type: demo.type,
    sensitive: demo.sensitive ?? false,
    state: 'published',
    publishedAt,
    reviewDueOn: addDays(publishedOn, DAYS_UNTIL_REVIEW),
  });
  const reviewed = new Set(['sv', ...(demo.demoReviewed ?? [])]);
  await em.insert(
    LibraryItemText,
    Object.entries(demo.texts).map(([language, text]) => ({
      itemId: id,
      language,
      title: text.title,
      tabTitle: text.tabTitle ?? null,
      summary: text.summary,
      body: text.body.trim(),
      sourceVersion: 1,
      minor: false,
      reviewedAt: reviewed.has(language) ? publishedAt : null,
    })),
  );
  await em.insert(
    LibraryItemAudience,
    demo.audiences.map((audience) => ({ itemId: id, audience })),
  );
  return id;
}

/** Adds the help lines in their order. */
export async function loadHelpLines(em: Writer, now: Date): Promise<void> {
  for (const [index, demo] of DEMO_HELP_LINES.entries()) await addHelpLine(em, demo, index, now);
}

async function addHelpLine(em: Writer, demo: DemoHelpLine, index: number, now: Date) {
  const { id } = await em.save(HelpLine, {
    number: demo.number,
    telephone: demo.number.replace(/\D/g, ''),
    sortOrder: (index + 1) * 10,
    emergency: demo.emergency ?? false,
    municipal: demo.municipal ?? false,
    verifiedOn: demo.verifiedOn ?? null,
    url: demo.url ?? null,
    active: true,
  });
  await em.insert(
    HelpLineText,
    Object.entries(demo.texts).map(([language, text]) => ({
      lineId: id,
      language,
      name: text.name,
      audience: text.audience,
      hours: text.hours ?? '',
      claims: (text.claims ?? []).join('\n'),
      reviewedAt: now,
    })),
  );
  if (demo.topics.length === 0) return;
  await em.insert(
    HelpLineTopic,
    demo.topics.map((topic) => ({ lineId: id, topic })),
  );
}
