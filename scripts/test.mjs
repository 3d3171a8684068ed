/**
 * `npm test`: checks, specs, stories on SQLite and MariaDB, browser tests. `npm run test:quick`: specs and
 * stories on SQLite. Nothing is skipped silently. The last line counts: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, ensureTools } from './test-tools.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const quick = process.argv.includes('--quick');

if (!quick && !ensureTools()) finish({ passed: 0, failed: 1 });

const built = run(join('scripts', 'build.mjs'));
const checked = quick || run(join('scripts', 'check.mjs'));
const { passed, failed } = built ? runJest() : { passed: 0, failed: 0 };
finish({ passed, failed: failed + (built ? 0 : 1) + (checked ? 0 : 1) });

/** Runs Jest and counts from its own report; a run that broke off has at least one failure. */
function runJest() {
  const folder = mkdtempSync(join(tmpdir(), 'familjepeppen-report-'));
  const report = join(folder, 'report.json');
  const ended = run(
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join('node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${report}`,
    ...(quick ? ['--selectProjects', 'specs', 'stories'] : []),
  );
  const counted = count(report);
  rmSync(folder, { recursive: true });
  return { ...counted, failed: ended ? counted.failed : Math.max(counted.failed, 1) };
}

function count(report) {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    return {
      passed: result.numPassedTests,
      // A file that does not load has no tests to fail.
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(...args) {
  const env = {
    ...process.env,
    ...(quick ? { TEST_DATABASES: 'sqlite' } : { CHROMIUM_PATH: chromium() ?? '' }),
  };
  // Jest's report goes to its file; what people read goes to stderr.
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', args.includes('--json') ? 'ignore' : 'inherit', 'inherit'],
  });
  return status === 0;
}

function finish({ passed, failed }) {
  process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
