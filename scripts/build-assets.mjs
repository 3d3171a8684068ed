/**
 * Builds `assets/` into `public/`: bundles and hashes style, script, fonts and illustrations, writes
 * brotli and gzip beside each, and `public/manifest.json` (logical name → public address).
 * Does nothing when no input has changed; keeps the files of the build before. Runs on Node ≥ 20.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { build } from 'esbuild';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SOURCE = join(ROOT, 'assets');
const TARGET = join(ROOT, 'public');
const MANIFEST = join(TARGET, 'manifest.json');
const STAMP = join(TARGET, '.inputs');

/** Where the server offers `public/`. */
const PUBLIC_PATH = '/assets';
const COMPRESSIBLE = /\.(css|js|svg)$/;

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** One hash over everything the result depends on. */
function inputsHash() {
  const hash = createHash('sha256');
  const libraries = ['@digdir/designsystemet-css', 'esbuild'].map((name) =>
    join(ROOT, 'node_modules', name, 'package.json'),
  );
  for (const file of [fileURLToPath(import.meta.url), ...libraries, ...filesIn(SOURCE)])
    hash.update(relative(ROOT, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function compress(file) {
  const content = readFileSync(file);
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}

async function bundle() {
  const entries = ['css/main.css', 'js/main.js'].map((file) => join(SOURCE, file));
  const copied = ['fonts', 'illustrations']
    .flatMap((folder) => filesIn(join(SOURCE, folder)))
    .filter((file) => /\.(woff2|svg)$/.test(file));
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [...entries, ...copied],
    outdir: TARGET,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: PUBLIC_PATH,
    loader: { '.woff2': 'copy', '.svg': 'copy' },
    logLevel: 'warning',
  });
  return metafile;
}

/** `css/main.css` is known as `main.css`; fonts and illustrations keep their folder. */
function logicalName(source) {
  const path = relative(SOURCE, join(ROOT, source)).split(sep).join('/');
  return path.replace(/^(css|js)\//, '');
}

function manifestOf(metafile) {
  return Object.fromEntries(
    Object.entries(metafile.outputs)
      .filter(([, output]) => output.entryPoint !== undefined)
      .map(([file, output]) => [
        logicalName(output.entryPoint),
        `${PUBLIC_PATH}/${relative(TARGET, join(ROOT, file)).split(sep).join('/')}`,
      ])
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

/** The files of the build before stay: a server that still runs and pages in browsers name them. */
function removeOlderThan(manifests) {
  const kept = new Set(manifests.flatMap((manifest) => Object.values(manifest).map(fileName)));
  const fixed = new Set(['manifest.json', '.inputs'].map(inTarget));
  for (const file of filesIn(TARGET)) {
    const plain = file.replace(/\.(br|gz)$/, '');
    if (!fixed.has(plain) && !kept.has(plain)) rmSync(file);
  }
}

function inTarget(name) {
  return join(TARGET, name);
}

function fileName(address) {
  return inTarget(address.slice(PUBLIC_PATH.length + 1));
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

const hash = inputsHash();
if (existsSync(MANIFEST) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash)
  process.exit(0);

mkdirSync(TARGET, { recursive: true });
const previous = readJson(MANIFEST);
const metafile = await bundle();
const manifest = manifestOf(metafile);
removeOlderThan([manifest, previous]);
for (const file of filesIn(TARGET).filter((name) => COMPRESSIBLE.test(name))) compress(file);
writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
writeFileSync(STAMP, hash);
