import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getMetadataArgsStorage } from 'typeorm';

/** Every class of an `*.entity.ts` file under `src`. */
export async function allEntities(): Promise<(new () => object)[]> {
  for (const file of globSync('src/**/*.entity.ts')) {
    await import(pathToFileURL(resolve(file)).href);
  }
  return getMetadataArgsStorage().tables.flatMap(({ target }) => (isClass(target) ? [target] : []));
}

function isClass(target: unknown): target is new () => object {
  return typeof target === 'function';
}
