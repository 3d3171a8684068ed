import { ContentRevision } from './content-revision.entity.js';
import { Installation, type InstallationMode } from './installation.entity.js';
import type { Reader, Writer } from './writer.js';

const SINGLE_ROW = 1;

/** What this database is for, or null while nobody has said so (a database that was just migrated). */
export async function installationMode(from: Reader): Promise<InstallationMode | null> {
  return (await from.findOneBy(Installation, { id: SINGLE_ROW }))?.mode ?? null;
}

/** Says once what this database is for; what has been said before stands. */
export async function markInstallation(em: Writer, mode: InstallationMode): Promise<void> {
  if ((await installationMode(em)) !== null) return;
  await em.insert(Installation, { id: SINGLE_ROW, mode });
}

/** How many times editorial content has changed. Pages rendered under another number are stale. */
export async function contentRevision(from: Reader): Promise<number> {
  return (await from.findOneBy(ContentRevision, { id: SINGLE_ROW }))?.revision ?? 0;
}

/** To be called in every transaction that changes editorial content. */
export async function contentChanged(em: Writer): Promise<void> {
  await em.increment(ContentRevision, { id: SINGLE_ROW }, 'revision', 1);
}
