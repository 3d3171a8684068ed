import {
  EntityManager,
  type DataSource,
  type EntityTarget,
  type ObjectLiteral,
  type QueryRunner,
} from 'typeorm';
import { DatabaseMisuse } from './errors.js';

type Finding =
  | 'find'
  | 'findBy'
  | 'findOne'
  | 'findOneBy'
  | 'findOneOrFail'
  | 'findOneByOrFail'
  | 'findAndCount'
  | 'findAndCountBy'
  | 'count'
  | 'countBy'
  | 'exists'
  | 'existsBy';

/**
 * What pages read through: find, count, exists and select builders. It sees committed rows only. Its
 * connections refuse to write.
 */
export type Reader = Pick<EntityManager, Finding | 'createQueryBuilder'>;

/** What to do once the transaction is committed, outside of it: wake a worker, empty a cache. */
export type AfterCommit = () => void | Promise<void>;

/** An entity manager inside a transaction. It is of no use after the transaction has ended. */
export interface Writer extends Pick<
  EntityManager,
  | Finding
  | 'createQueryBuilder'
  | 'create'
  | 'save'
  | 'insert'
  | 'update'
  | 'delete'
  | 'remove'
  | 'upsert'
  | 'increment'
  | 'decrement'
  | 'query'
> {
  /**
   * Waits until no other transaction holds the row and keeps it until this one ends. On SQLite there is
   * nothing to do: only one transaction writes at a time. Lock several rows by rising id.
   */
  lockRow(entity: EntityTarget<ObjectLiteral>, id: number): Promise<void>;
  /** Runs `act` after the commit, never after a roll-back. A failure is logged and changes nothing. */
  afterCommit(act: AfterCommit): void;
}

/** One run of one transaction, from BEGIN until it has ended. */
export class TransactionScope {
  open = true;
  readonly afterCommit: AfterCommit[] = [];
}

/** The manager behind `Writer`. */
export class TransactionManager extends EntityManager implements Writer {
  readonly #scope: TransactionScope;

  constructor(source: DataSource, runner: QueryRunner, scope: TransactionScope) {
    super(source, withinScope(runner, scope));
    this.#scope = scope;
  }

  async lockRow(entity: EntityTarget<ObjectLiteral>, id: number): Promise<void> {
    if (this.dataSource.options.type === 'better-sqlite3') return;
    const table = this.dataSource.getMetadata(entity).tableName;
    await this.query(`SELECT id FROM \`${table}\` WHERE id = ? FOR UPDATE`, [id]);
  }

  afterCommit(act: AfterCommit): void {
    this.#scope.afterCommit.push(act);
  }
}

/**
 * The runner, but refusing statements once the transaction has ended. SQLite has a single connection for
 * writing: a statement that comes late (a promise nobody awaited) would land in somebody else's transaction.
 */
function withinScope(runner: QueryRunner, scope: TransactionScope): QueryRunner {
  const query = runner.query.bind(runner);
  const scoped = (...statement: Parameters<QueryRunner['query']>): Promise<unknown> => {
    if (scope.open) return query(...statement);
    return Promise.reject(new DatabaseMisuse('A statement came after its transaction had ended.'));
  };
  return new Proxy(runner, {
    get: (target, property, receiver): unknown =>
      property === 'query' ? scoped : Reflect.get(target, property, receiver),
  });
}
