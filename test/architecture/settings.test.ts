import { globSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { randomToken } from '../../src/kernel/secret.js';
import { Config } from '../../src/platform/config/config.js';
import { environment } from '../../src/platform/config/settings.js';
import { production } from '../support/production.js';

const SECRET = randomToken();

describe('.env.example', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));

  it('has every setting but the one that only npm start may set', () => {
    const settings = Object.keys(environment.shape).filter((name) => name !== 'DEMO');
    expect(Object.keys(example).sort()).toEqual(settings.sort());
  });

  it('shows what a setting is when it is not given', () => {
    const defaults = environment.parse({});
    const shown = environment.parse({ ...example, SESSION_SECRET: SECRET, DATA_KEY: SECRET });
    for (const [name, value] of Object.entries(defaults))
      expect([name, shown[name as keyof typeof shown]]).toEqual([name, value]);
  });

  it('lacks nothing in production but the secrets', () => {
    expect(() => Config.read(example)).toThrow(
      /^Settings are wrong:\n {2}SESSION_SECRET: .*\n {2}DATA_KEY: .*$/,
    );
    expect(() =>
      Config.read({ ...example, SESSION_SECRET: SECRET, DATA_KEY: SECRET }),
    ).not.toThrow();
  });
});

describe('A secret that stands in the repository', () => {
  /** Values of at least 32 characters that a file gives to one of the secrets. */
  const secretsIn = (text: string) =>
    [...text.matchAll(/(?:SESSION_SECRET|DATA_KEY)['"]?\s*[:=]\s*['"`]?([\w+/=-]{32,})/g)].map(
      ([, secret]) => secret ?? '',
    );

  it('is good for nothing in production', () => {
    const secret = 'known-to-everybody-who-reads-this-file';
    expect(secretsIn(`{ SESSION_SECRET: '${secret}', }`)).toEqual([secret]);
    expect(secretsIn(`DATA_KEY=${secret}\n`)).toEqual([secret]);
    const files = globSync([
      '{src,test,bench,scripts,docs,.ci}/**/*.{ts,mjs,js,md,yml,sh,service}',
      '*.md',
      '.env.example',
    ]);
    const standing = files.flatMap((file) => secretsIn(readFileSync(file, 'utf8')));
    expect(files.length).toBeGreaterThan(500);
    for (const one of standing)
      expect(() => Config.read(production({ SESSION_SECRET: one }))).toThrow('SESSION_SECRET');
  });
});

describe('The environment', () => {
  it('is read in one place', () => {
    const readers = globSync('src/**/*.ts').filter(
      (file) => !file.endsWith('.spec.ts') && readFileSync(file, 'utf8').includes('process.env'),
    );
    expect(readers.sort()).toEqual(['src/cli/cli-config.ts', 'src/serve.ts']);
  });
});
