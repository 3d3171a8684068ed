/** The programs that tests need besides Node: a MariaDB server, unless one is given, and Chromium. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps servers where ordinary users do not look. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];

const TOOLS = [
  {
    name: 'MariaDB (mariadbd and mariadb-install-db)',
    packages: ['mariadb-server-core', 'mariadb-client-core'],
    present: () =>
      (process.env.TEST_DATABASE_URL ?? '') !== '' ||
      (onPath('mariadbd') !== null && onPath('mariadb-install-db') !== null),
    otherwise: 'or set TEST_DATABASE_URL to a server where databases may be made and dropped',
  },
  {
    name: 'Chromium',
    packages: ['chromium'],
    present: () => chromium() !== null,
    otherwise: 'or set CHROMIUM_PATH to the executable of a Chromium or Chrome',
  },
];

/** The path of the browser that the tests use, or null. */
export function chromium() {
  const given = process.env.CHROMIUM_PATH ?? '';
  if (given !== '') return existsSync(given) ? given : null;
  return onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome');
}

/**
 * Sees to it that everything is there: installs it when this is root on Debian, and says what is missing
 * otherwise. Gives false when something is missing.
 */
export function ensureTools() {
  const missing = TOOLS.filter(({ present }) => !present());
  if (missing.length === 0) return true;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    install(missing.flatMap(({ packages }) => packages));
  }
  const still = missing.filter(({ present }) => !present());
  for (const { name, packages, otherwise } of still) {
    process.stderr.write(
      `The tests need ${name}. On Debian: apt-get install ${packages.join(' ')}; ${otherwise}.\n`,
    );
  }
  return still.length === 0;
}

function install(packages) {
  process.stdout.write(`Installing ${packages.join(', ')} …\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status, stdout, stderr } = spawnSync('apt-get', ['-q', ...args], { env });
    if (status === 0) continue;
    process.stderr.write(`${String(stdout).slice(-2_000)}${String(stderr)}`);
    return;
  }
}

function onPath(program) {
  for (const folder of FOLDERS) {
    const path = join(folder, program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here.
    }
  }
  return null;
}
