import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transformFile } from '@swc/core';
import { inProject } from '../../src/platform/config/paths.js';
import { once, runFolder } from './once.js';

/**
 * The path of a TypeScript file of this repository as JavaScript that plain Node runs, for tests with a
 * second process. Everything is transpiled once per test run, inside the project so that packages are found.
 */
export async function builtScript(path: string): Promise<string> {
  const built = await once('built', transpileEverything);
  return join(built, path.replace(/\.ts$/, '.js'));
}

async function transpileEverything(): Promise<string> {
  const target = inProject('var', basename(runFolder()));
  const files = globSync(['src/**/*.ts', 'migrations/*.ts', 'test/{support,children}/*.ts'], {
    exclude: ['**/*.spec.ts'],
  });
  for (const file of files) {
    const { code } = await transformFile(file);
    const output = join(target, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(output), { recursive: true });
    writeFileSync(output, code);
  }
  return target;
}
