import { afterAll, beforeAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/create-app.js';
import { Config } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { Browser, type BrowserOptions } from './browser.js';
import { FixedClock } from './clock.js';
import type { TestDatabase } from './databases.js';

/** What a story may decide about the app that it runs against. */
export interface AppOptions {
  /** The time on the clock when each test file starts; ISO 8601 with a zone. A Monday morning otherwise. */
  readonly now?: string;
  /** Settings beyond those of the demo, as in the environment. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Runs once, after the app has started: loads what the story is about. */
  readonly before?: (app: NestFastifyApplication, clock: FixedClock) => Promise<void>;
}

/** The running app as a story sees it. Everything but the clock is there only while tests run. */
export interface RunningApp {
  readonly clock: FixedClock;
  readonly app: () => NestFastifyApplication;
  readonly db: () => Database;
  /** A new browser without cookies: somebody who comes for the first time. */
  readonly visitor: (options?: BrowserOptions) => Browser;
}

/** A Monday in January, 09:00 in Stockholm. */
const MONDAY_MORNING = '2027-01-11T08:00:00Z';

/**
 * Starts the whole app in demo mode on a test database, before the tests of the block it is called in, and
 * stops it after them. Nothing listens: requests go in through `inject`, past every hook and guard.
 */
export function useApp(database: TestDatabase, options: AppOptions = {}): RunningApp {
  const clock = new FixedClock(options.now ?? MONDAY_MORNING);
  let running: NestFastifyApplication | undefined;
  beforeAll(async () => {
    const config = Config.read({
      DEMO: '1',
      DATABASE_URL: database.url,
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      ...options.settings,
    });
    running = await createApp(config, clock);
    await options.before?.(running, clock);
  });
  afterAll(() => running?.close());
  const app = () => {
    if (running === undefined) throw new Error('The app runs only while tests run.');
    return running;
  };
  return {
    clock,
    app,
    db: () => app().get(Database),
    visitor: (browser) => new Browser(app(), browser),
  };
}

/** Help lines are read again every few seconds, whatever else happens. */
const BY_ITSELF = /`?help_line/;

/** The SQL of every statement while `work` runs, for tests that a page's number of queries stands still. */
export async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const stop = db.observe((sql) => {
    if (!BY_ITSELF.test(sql)) statements.push(sql);
  });
  try {
    await work();
  } finally {
    stop();
  }
  return statements;
}
