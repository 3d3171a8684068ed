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
