import { Table, TableCheck, type QueryRunner, type TableColumnOptions } from 'typeorm';

/** What may be said about any column besides its type. */
export interface ColumnOptions {
  /** True when the column may hold NULL. Columns are NOT NULL unless told otherwise. */
  readonly nullable?: boolean;
  /** A constant default. Only for columns added to tables that already hold rows. */
  readonly default?: number | string;
}

/** What the database does with the row that refers when the row referred to is deleted. */
export type OnDelete = 'NO ACTION' | 'CASCADE' | 'SET NULL';

/** A reference from one column to the `id` of another table. */
export interface Reference {
  readonly column: string;
  readonly table: string;
  readonly onDelete: OnDelete;
}

/** A table with everything that belongs to it; the names of its constraints follow from it. */
export interface TablePlan {
  readonly columns: readonly TableColumnOptions[];
  readonly references?: readonly Reference[];
  /** Each entry is the list of columns that together occur once. */
  readonly uniques?: readonly (readonly string[])[];
  /** Each entry is the list of columns of one index, in order. */
  readonly indexes?: readonly (readonly string[])[];
  /** Short name → SQL condition that both databases understand: `{ ages: 'age_from <= age_to' }`. */
  readonly checks?: Readonly<Record<string, string>>;
  /** Column → greatest number of characters, for `long` columns. Short texts carry their own. */
  readonly longest?: Readonly<Record<string, number>>;
}

type Column = (name: string, options?: ColumnOptions) => TableColumnOptions;
type SizedColumn = (name: string, length: number, options?: ColumnOptions) => TableColumnOptions;

/** The column types of this database; what each means in an entity is told in `README.md`. */
export interface Columns {
  /** The primary key `id`, counted up by the database. */
  readonly id: () => TableColumnOptions;
  readonly number: Column;
  readonly flag: Column;
  /** Text for people, compared as Swedes compare: å ≠ a, A = a. */
  readonly text: SizedColumn;
  /** Text for machines (slugs, e-mail addresses, hashes, tokens), compared byte by byte. */
  readonly key: SizedColumn;
  /** A state of a TypeScript union; 20 characters, compared byte by byte. */
  readonly state: Column;
  /** Running text without a practical limit of its own; at most 65 535 bytes on MariaDB. */
  readonly long: Column;
  /** A point in time, UTC, with milliseconds. */
  readonly instant: Column;
  /** A civil date, `YYYY-MM-DD`. */
  readonly date: Column;
  /** A time of day, `HH:MM`. */
  readonly time: Column;
}

const SWEDISH = { charset: 'utf8mb4', collation: 'utf8mb4_swedish_ci' } as const;
// Not ascii_bin: MariaDB answers a comparison with anything outside ASCII, such as an address that somebody
// mistyped, with an error instead of finding nothing.
const BYTES = { charset: 'utf8mb4', collation: 'utf8mb4_bin' } as const;

/** True when the migration runs on SQLite, false on MariaDB. */
function isSqlite(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'better-sqlite3';
}

/** The column types for the database that `runner` is connected to. */
export function columns(runner: QueryRunner): Columns {
  const sqlite = isSqlite(runner);
  const integer = sqlite ? 'integer' : 'int';
  // SQLite compares text byte by byte already, and knows neither character sets nor MariaDB's collations.
  const collated = (kind: typeof SWEDISH | typeof BYTES) => (sqlite ? {} : kind);
  const column = (
    name: string,
    type: Partial<TableColumnOptions>,
    options: ColumnOptions = {},
  ) => ({
    name,
    type: 'varchar',
    ...type,
    isNullable: options.nullable ?? false,
    ...(options.default === undefined ? {} : { default: literal(options.default) }),
  });
  const key: SizedColumn = (name, length, options) =>
    column(name, { length: String(length), ...collated(BYTES) }, options);
  return {
    id: () => ({
      name: 'id',
      type: integer,
      isPrimary: true,
      isGenerated: true,
      generationStrategy: 'increment',
    }),
    number: (name, options) => column(name, { type: integer }, options),
    flag: (name, options) => column(name, { type: sqlite ? 'boolean' : 'tinyint' }, options),
    text: (name, length, options) =>
      column(name, { length: String(length), ...collated(SWEDISH) }, options),
    key,
    state: (name, options) => key(name, 20, options),
    long: (name, options) => column(name, { type: 'text', ...collated(SWEDISH) }, options),
    instant: (name, options) => column(name, { type: 'datetime', precision: 3 }, options),
    date: (name, options) => key(name, 10, options),
    time: (name, options) => key(name, 5, options),
  };
}

/** A reference from `column` to `table.id`. Deleting what is referred to is refused unless told otherwise. */
export function references(
  column: string,
  table: string,
  onDelete: OnDelete = 'NO ACTION',
): Reference {
  return { column, table, onDelete };
}

/**
 * Creates a table with named constraints: `fk_<table>_<column>`, `uq_<table>_<columns>`,
 * `ix_<table>_<columns>`, `ck_<table>_<name>`; every text column gets a check on its length.
 */
export async function createTable(
  runner: QueryRunner,
  name: string,
  plan: TablePlan,
): Promise<void> {
  const checks = {
    ...lengthChecks(plan, isSqlite(runner) ? 'length' : 'char_length'),
    ...plan.checks,
  };
  const table = new Table({
    name,
    columns: [...plan.columns],
    uniques: (plan.uniques ?? []).map((columnNames) => ({
      name: `uq_${name}_${columnNames.join('_')}`,
      columnNames: [...columnNames],
    })),
    indices: (plan.indexes ?? []).map((columnNames) => ({
      name: `ix_${name}_${columnNames.join('_')}`,
      columnNames: [...columnNames],
    })),
    foreignKeys: (plan.references ?? []).map((reference) => ({
      name: `fk_${name}_${reference.column}`,
      columnNames: [reference.column],
      referencedTableName: reference.table,
      referencedColumnNames: ['id'],
      onDelete: reference.onDelete,
      onUpdate: 'NO ACTION',
    })),
  });
  if (isSqlite(runner)) {
    table.checks = Object.entries(checks).map(
      ([check, expression]) => new TableCheck({ name: `ck_${name}_${check}`, expression }),
    );
  }
  await runner.createTable(table);
  if (isSqlite(runner)) return;
  // TypeORM writes no checks for this family of databases.
  for (const [check, expression] of Object.entries(checks)) {
    await runner.query(
      `ALTER TABLE \`${name}\` ADD CONSTRAINT \`ck_${name}_${check}\` CHECK (${expression})`,
    );
  }
}

/**
 * Adds a `key` column that may be empty to a table with rows, with the check on its length. In place:
 * TypeORM would rebuild the table on SQLite.
 */
export async function addKey(
  runner: QueryRunner,
  table: string,
  name: string,
  length: number,
): Promise<void> {
  const check = `ck_${table}_${name}_length`;
  if (isSqlite(runner)) {
    await runner.query(
      `ALTER TABLE "${table}" ADD COLUMN "${name}" varchar(${String(length)})` +
        ` CONSTRAINT "${check}" CHECK (${name} is null or length(${name}) <= ${String(length)})`,
    );
    return;
  }
  const { charset, collation } = BYTES;
  await runner.query(
    `ALTER TABLE \`${table}\` ADD COLUMN \`${name}\` varchar(${String(length)})` +
      ` CHARACTER SET ${charset} COLLATE ${collation} NULL,` +
      ` ADD CONSTRAINT \`${check}\` CHECK (${name} is null or char_length(${name}) <= ${String(length)})`,
  );
}

/** Adds a check to a table with rows, all of which must fulfil it. Rebuilds the table on SQLite. */
export async function addCheck(
  runner: QueryRunner,
  table: string,
  name: string,
  expression: string,
): Promise<void> {
  const check = `ck_${table}_${name}`;
  if (isSqlite(runner))
    await runner.createCheckConstraint(table, new TableCheck({ name: check, expression }));
  else
    await runner.query(
      `ALTER TABLE \`${table}\` ADD CONSTRAINT \`${check}\` CHECK (${expression})`,
    );
}

/** Takes a check away again. Rebuilds the table on SQLite. */
export async function dropCheck(runner: QueryRunner, table: string, name: string): Promise<void> {
  const check = `ck_${table}_${name}`;
  if (isSqlite(runner)) await runner.dropCheckConstraint(table, check);
  else await runner.query(`ALTER TABLE \`${table}\` DROP CONSTRAINT \`${check}\``);
}

/** `countCharacters`: MariaDB's `length` counts bytes, SQLite has no `char_length`. */
function lengthChecks(plan: TablePlan, countCharacters: string): Record<string, string> {
  const short = plan.columns.flatMap((column) =>
    column.length === undefined ? [] : [[column.name, Number(column.length)] as const],
  );
  return Object.fromEntries(
    [...short, ...Object.entries(plan.longest ?? {})].map(([name, length]) => [
      `${name}_length`,
      `${name} is null or ${countCharacters}(${name}) <= ${String(length)}`,
    ]),
  );
}

function literal(value: number | string): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
