import { QueryFailedError } from 'typeorm';

/**
 * The database cannot be reached, does not answer in time, or has been busy for too long. Nothing was
 * written. The web layer answers 503; whoever polls tries again later.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';

  constructor(reason: string) {
    super(`The database is not available: ${reason}`);
  }
}

/** The database lacks migrations of this version, or has some of a newer one. It must not be served. */
export class DatabaseNotCurrent extends Error {
  override readonly name = 'DatabaseNotCurrent';

  constructor(readonly state: 'behind' | 'unknown-newer') {
    super(
      state === 'behind'
        ? 'The database lacks migrations: run `npm run cli -- migrate`.'
        : 'The database has been migrated by a newer version of Familjepeppen.',
    );
  }
}

/** A demo database under production settings, or the other way round. It must not be served. */
export class DatabaseOfOtherMode extends Error {
  override readonly name = 'DatabaseOfOtherMode';

  constructor(mode: 'demo' | 'production') {
    super(
      mode === 'demo'
        ? 'This database holds the demo: give production one of its own (DATABASE_URL).'
        : 'This is a production database: the demo needs one of its own (DATABASE_URL).',
    );
  }
}

/** `Database` was used in a way that would lose or mix up somebody's rows. Always a mistake in the code. */
export class DatabaseMisuse extends Error {
  override readonly name = 'DatabaseMisuse';
}

const RESTART_ON_MARIADB = new Set([
  1020, // the row changed since it was read
  1205, // waited too long for a lock
  1213, // deadlock
]);

const GONE_ON_SQLITE = /^SQLITE_(BUSY|CANTOPEN|IOERR|FULL)/;
const GONE_ON_MARIADB = new Set([
  1040, // too many connections
  1044, // refused for this database
  1045, // refused
  1053, // shutting down
  1927, // connection was killed
  1969, // a statement took longer than allowed
  3024, // the same, in MySQL's words
]);
const GONE_ON_THE_WAY = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_DESTROY',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
]);

/** True when the same transaction may succeed if it is run once more from its beginning. */
export function isWorthARestart(error: unknown): boolean {
  const { code, errno } = driverError(error);
  return code.startsWith('SQLITE_BUSY') || RESTART_ON_MARIADB.has(errno);
}

/** The error as the rest of the app knows it: `DatabaseUnavailable` when the database is to blame. */
export function translated(error: unknown): unknown {
  if (isWorthARestart(error)) return error;
  const { code, errno } = driverError(error);
  const gone = GONE_ON_SQLITE.test(code) || GONE_ON_MARIADB.has(errno) || GONE_ON_THE_WAY.has(code);
  return gone ? new DatabaseUnavailable(code || `error ${String(errno)}`) : error;
}

/** The error at the end of all restarts: still busy or locked means not available. */
export function givenUp(error: unknown): unknown {
  return isWorthARestart(error) ? new DatabaseUnavailable('busy for too long') : error;
}

/**
 * The name of the unique key (`uq_<table>_<columns>`) that refused a row, or null for every other error.
 * MariaDB's own message would hold the value, an address for instance: do not log it.
 */
export function violatedUnique(error: unknown): string | null {
  const { code, errno, message } = driverError(error);
  if (errno === 1062) return /for key '(?:[^'.]+\.)?([^']+)'/.exec(message)?.[1] ?? '';
  if (code !== 'SQLITE_CONSTRAINT_UNIQUE') return null;
  const columns = message.replace(/^.*: /, '').split(', ');
  const table = columns[0]?.split('.')[0] ?? '';
  return ['uq', table, ...columns.map((column) => column.split('.')[1] ?? '')].join('_');
}

interface DriverFault {
  readonly code: string;
  readonly errno: number;
  readonly message: string;
}

function driverError(error: unknown): DriverFault {
  const fault: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const about = typeof fault === 'object' && fault !== null ? fault : {};
  const code = 'code' in about && typeof about.code === 'string' ? about.code : '';
  const errno = 'errno' in about && typeof about.errno === 'number' ? about.errno : 0;
  const message = 'message' in about && typeof about.message === 'string' ? about.message : '';
  return { code, errno, message };
}
