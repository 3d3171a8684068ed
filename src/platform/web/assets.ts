import { readFileSync } from 'node:fs';
import type { Language } from '../config/settings.js';

/** Logical name (`main.css`, `illustrations/family.svg`) to the public address with its hash. */
export type AssetManifest = Readonly<Record<string, string>>;

/** The addresses that a layout prints. */
export interface LayoutAssets {
  readonly css: string;
  readonly js: string;
  /** Fonts that the page's language needs at once. */
  readonly fonts: readonly string[];
  readonly logo: string;
}

const FONTS: Record<Language, readonly string[]> = {
  sv: ['fonts/source-sans-3-latin.woff2', 'fonts/bricolage-grotesque-latin.woff2'],
  en: ['fonts/source-sans-3-latin.woff2', 'fonts/bricolage-grotesque-latin.woff2'],
  ar: ['fonts/noto-sans-arabic.woff2'],
};

/** Reads the manifest that `scripts/build-assets.mjs` writes. Throws when the assets are not built. */
export function readManifest(file: string): AssetManifest {
  return Object.freeze(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
}

/** The public address of an asset. Throws on a name that no build has made. */
function assetHref(manifest: AssetManifest, name: string): string {
  const href = manifest[name];
  if (href === undefined) throw new Error(`No asset named ${name}`);
  return href;
}

/** Style, script, logo and the fonts that a page in this language needs at once. */
export function layoutAssets(manifest: AssetManifest, language: Language): LayoutAssets {
  return {
    css: assetHref(manifest, 'main.css'),
    js: assetHref(manifest, 'main.js'),
    fonts: FONTS[language].map((font) => assetHref(manifest, font)),
    logo: assetHref(manifest, 'illustrations/logo.svg'),
  };
}
