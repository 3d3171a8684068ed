import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { faultLine } from '../../kernel/fault.js';
import { Log } from '../log.js';
import { DatabaseMisuse, DatabaseUnavailable, givenUp, isWorthARestart } from './errors.js';
import { FIRST_ANSWER, type GuardedDataSource, type StatementListener } from './guarded-source.js';
import { POOL_SIZE, type DatabaseKind } from './sources.js';
import { WriteQueue, type QueueLimits } from './write-queue.js';
import { TransactionManager, TransactionScope, type Reader, type Writer } from './writer.js';

export type { Reader, Writer } from './writer.js';

const RESTARTS_ON_MARIADB = 5;
/** How long a SQLite transaction keeps trying while another process writes (ms). */
const PATIENCE_ON_SQLITE = 5_000;
const RECONNECT_AFTER = 1_000;
/** Nobody stands in line for longer to write (ms). */
const LONGEST_LINE = 10_000;
/** Who writes on MariaDB gets a connection at once: the line is here, and not in the pool. */
const LINES: Readonly<Record<DatabaseKind, QueueLimits>> = {
  sqlite: { atOnce: 1, standstill: PATIENCE_ON_SQLITE + 1_000, longest: LONGEST_LINE },
  mariadb: { atOnce: POOL_SIZE, standstill: FIRST_ANSWER, longest: LONGEST_LINE },
};

/** The two data sources behind `Database`; `connect` starts both and checks the migrations. */
export interface Sources {
  readonly kind: DatabaseKind;
  readonly write: GuardedDataSource;
  /** Starts what is not started. @throws DatabaseUnavailable, DatabaseNotCurrent */
  connect(): Promise<GuardedDataSource>;
}

/** The only door to the data: `read` for pages, `transaction` for everything that writes. */
export class Database implements OnApplicationShutdown {
  readonly kind: DatabaseKind;
  readonly #log = new Log(Database.name);
  readonly #scope = new AsyncLocalStorage<TransactionScope>();
  readonly #queue: WriteQueue;
  #reading: GuardedDataSource | null = null;
  /** Waiting for a database that was gone at the start; aborted by the shutdown. */
  readonly #stopWaiting = new AbortController();
  #waiting: Promise<void> = Promise.resolve();

  private constructor(private readonly sources: Sources) {
    this.kind = sources.kind;
    this.#queue = new WriteQueue(LINES[this.kind]);
  }

  /**
   * Connects. A database that is gone is waited for in the background, so that the app starts; until then
   * everything is refused with `DatabaseUnavailable`.
   * @throws DatabaseNotCurrent when the database must not be served.
   */
  static async open(sources: Sources): Promise<Database> {
    const database = new Database(sources);
    try {
      await database.#connect();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable) || sources.kind === 'sqlite') throw error;
      database.#log.warn(faultLine(error));
      database.#waiting = database.#waitForIt();
    }
    return database;
  }

  /**
   * Finds committed rows. @throws DatabaseMisuse inside a transaction: read through its `em` there.
   * @throws DatabaseUnavailable
   */
  get read(): Reader {
    if (this.#scope.getStore()?.open === true) {
      throw new DatabaseMisuse('db.read inside a transaction: read through its em.');
    }
    if (this.#reading === null) throw new DatabaseUnavailable('not connected yet');
    return this.#reading.manager;
  }

  /**
   * Runs `work` in one transaction and gives what it gives; it commits when the promise is fulfilled and
   * rolls back when it is rejected. `work` is run again from its beginning after a deadlock or while
   * another process writes, so it changes nothing but rows.
   * @throws DatabaseMisuse inside a transaction. @throws DatabaseUnavailable
   */
  async transaction<T>(work: (em: Writer) => Promise<T>): Promise<T> {
    if (this.#scope.getStore()?.open === true) {
      throw new DatabaseMisuse('A transaction inside a transaction: pass its em on instead.');
    }
    if (this.#reading === null) throw new DatabaseUnavailable('not connected yet');
    const { result, afterCommit } = await this.#queue.run(() =>
      this.kind === 'sqlite' ? this.#patiently(work) : this.#persistently(work),
    );
    for (const act of afterCommit) {
      try {
        await act();
      } catch (error) {
        this.#log.error('What was to happen after a commit failed', error);
      }
    }
    return result;
  }

  /** Tells `listener` the SQL of every statement, until the function returned is called. For tests and bench. */
  observe(listener: StatementListener): () => void {
    const stop = [this.sources.write.observe(listener), this.#reading?.observe(listener)];
    return () => {
      for (const each of stop) each?.();
    };
  }

  /** Closes the reading connections; the writing ones are closed by the module that made them. */
  async onApplicationShutdown(): Promise<void> {
    this.#stopWaiting.abort();
    await this.#waiting;
    if (this.#reading?.isInitialized !== true) return;
    await this.#reading.destroy().catch((error: unknown) => {
      this.#log.warn('The reading connections were not closed properly', error);
    });
  }

  async #connect(): Promise<void> {
    this.#reading = await this.sources.connect();
  }

  async #waitForIt(): Promise<void> {
    const { signal } = this.#stopWaiting;
    for (;;) {
      const stopped = await sleep(RECONNECT_AFTER, false, { signal, ref: false }).catch(() => true);
      if (stopped) return;
      try {
        await this.#connect();
        this.#log.info('The database is back.');
        return;
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable))
          this.#log.error('The database is not waited for', error);
      }
    }
  }

  /** SQLite: one transaction at a time in this process, and patience with the others. */
  async #patiently<T>(work: (em: Writer) => Promise<T>): Promise<Committed<T>> {
    const deadline = performance.now() + PATIENCE_ON_SQLITE;
    for (;;) {
      try {
        return await this.#attempt(work);
      } catch (error) {
        if (!isWorthARestart(error) || performance.now() > deadline) throw givenUp(error);
        await sleep(5 + Math.random() * 20);
      }
    }
  }

  /** MariaDB: deadlocks are broken by starting one of the transactions over. */
  async #persistently<T>(work: (em: Writer) => Promise<T>): Promise<Committed<T>> {
    for (let restarts = 0; ; restarts += 1) {
      try {
        return await this.#attempt(work);
      } catch (error) {
        if (!isWorthARestart(error) || restarts === RESTARTS_ON_MARIADB) throw givenUp(error);
        await sleep(Math.random() * 20 * 2 ** restarts);
      }
    }
  }

  async #attempt<T>(work: (em: Writer) => Promise<T>): Promise<Committed<T>> {
    const source: DataSource = this.sources.write;
    const scope = new TransactionScope();
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      const em = new TransactionManager(source, runner, scope);
      const result = await this.#scope.run(scope, () => work(em));
      scope.open = false;
      await runner.commitTransaction();
      return { result, afterCommit: scope.afterCommit };
    } catch (error) {
      scope.open = false;
      // A lost connection rolls back by itself; asking for it would be one more wait.
      const lost = this.kind === 'mariadb' && error instanceof DatabaseUnavailable;
      if (!lost) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

interface Committed<T> {
  readonly result: T;
  readonly afterCommit: TransactionScope['afterCommit'];
}
