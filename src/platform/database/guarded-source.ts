import { DataSource, type QueryRunner, type ReplicationMode } from 'typeorm';
import { DatabaseUnavailable, translated } from './errors.js';

/** Called with the SQL text of each statement, without its parameters. */
export type StatementListener = (sql: string) => void;

/** A statement, and getting a connection for it, may take this long before it is given up (ms). */
export const FIRST_ANSWER = 2_500;
/** Later statements of a transaction may wait for a lock: a little longer than the server lets them (ms). */
const LATER_ANSWER = 6_000;

/**
 * A TypeORM data source whose statements end in time and whose errors say whether the database is gone.
 * SQLite runs in this process and needs no time limit.
 */
export class GuardedDataSource extends DataSource {
  readonly #guarded = new WeakSet<QueryRunner>();
  readonly #listeners = new Set<StatementListener>();

  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const runner = super.createQueryRunner(mode);
    // SQLite has one runner for all.
    if (!this.#guarded.has(runner)) {
      this.#guarded.add(runner);
      this.#guard(runner);
    }
    return runner;
  }

  /** Tells `listener` about every statement until the function returned is called. */
  observe(listener: StatementListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #guard(runner: QueryRunner): void {
    const query = runner.query.bind(runner);
    const limited = this.options.type !== 'better-sqlite3';
    let statements = 0;
    const guarded = async (...statement: Parameters<typeof query>): Promise<unknown> => {
      for (const listener of this.#listeners) listener(statement[0]);
      statements += 1;
      try {
        if (!limited) return await query(...statement);
        return await withinTime(
          query(...statement),
          statements === 1 ? FIRST_ANSWER : LATER_ANSWER,
        );
      } catch (thrown) {
        const error = translated(thrown);
        if (limited && error instanceof DatabaseUnavailable) abandon(runner);
        throw error;
      }
    };
    Object.defineProperty(runner, 'query', { value: guarded, configurable: true, writable: true });
  }
}

async function withinTime<T>(answer: Promise<T>, limit: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DatabaseUnavailable(`no answer within ${String(limit)} ms`));
    }, limit);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Closes the runner's connection instead of giving it back: somebody else would wait behind its statement,
 * or go on in its transaction.
 */
function abandon(runner: QueryRunner): void {
  const connection: Promise<unknown> = runner.connect();
  connection.then(
    (pooled) => {
      if (isDestroyable(pooled)) pooled.destroy();
    },
    () => undefined,
  );
}

function isDestroyable(connection: unknown): connection is { destroy(): void } {
  return typeof connection === 'object' && connection !== null && 'destroy' in connection;
}
