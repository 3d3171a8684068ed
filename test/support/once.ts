import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The folder of this test run, shared by its workers. */
export function runFolder(): string {
  const folder = process.env['TEST_RUN_FOLDER'];
  if (folder === undefined) throw new Error('Tests with a database are run by Jest.');
  return folder;
}

/**
 * Makes something once per test run, whichever worker comes first; the others wait for it.
 * `make` is given a new folder of its own, and gets to say where things are by returning a text.
 */
export async function once(
  name: string,
  make: (folder: string) => Promise<string>,
): Promise<string> {
  const folder = join(runFolder(), name);
  const done = join(runFolder(), `${name}.done`);
  const failed = join(runFolder(), `${name}.failed`);
  if (isFirst(folder)) {
    try {
      writeFileSync(done, await make(folder));
    } catch (error) {
      writeFileSync(failed, String(error));
      throw error;
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failed)) throw new Error(readFileSync(failed, 'utf8'));
    await sleep(50);
  }
  return readFileSync(done, 'utf8');
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
