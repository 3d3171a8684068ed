import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Check, DataSource } from 'typeorm';
import { sourceOptions } from '../../src/platform/database/sources.js';
import { describeOnBothDatabases, type TestDatabase } from '../support/databases.js';
import { allEntities } from '../support/entities.js';

describeOnBothDatabases('The tables', (database) => {
  const source = useSource(database);

  it('are what the entities say', async () => {
    const { upQueries } = await source().driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('all have an entity', async () => {
    const known = source().entityMetadatas.map(({ tableName }) => tableName);
    const tables = await query(source(), tablesSql(database));
    expect(tables.filter(({ name }) => !known.includes(String(name)))).toEqual([]);
  });

  it('have an index that starts with each foreign key', () => {
    const missing = source().entityMetadatas.flatMap((entity) => {
      const starts = [...entity.uniques, ...entity.indices, { columns: entity.primaryColumns }].map(
        ({ columns }) => columns[0]?.databaseName,
      );
      return entity.foreignKeys
        .filter(({ columnNames }) => !starts.includes(columnNames[0]))
        .map(({ columnNames }) => `${entity.tableName}.${String(columnNames[0])}`);
    });
    expect(missing).toEqual([]);
  });

  if (database.kind === 'mariadb') {
    it('compare text as Swedes do, and keys byte by byte', async () => {
      const others = await query(
        source(),
        `SELECT table_name AS name, column_name AS col, collation_name AS collation
           FROM information_schema.columns
          WHERE table_schema = DATABASE() AND table_name <> 'migrations'
            AND collation_name NOT IN ('utf8mb4_swedish_ci', 'utf8mb4_bin')`,
      );
      expect(others).toEqual([]);
    });

    it('limit the length of every text', async () => {
      const unlimited = await query(
        source(),
        `SELECT table_name AS name, column_name AS col FROM information_schema.columns AS c
          WHERE table_schema = DATABASE() AND data_type = 'varchar' AND table_name <> 'migrations'
            AND NOT EXISTS (
              SELECT * FROM information_schema.check_constraints AS k
               WHERE k.constraint_schema = c.table_schema AND k.table_name = c.table_name
                 AND k.constraint_name = CONCAT('ck_', c.table_name, '_', c.column_name, '_length'))`,
      );
      expect(unlimited).toEqual([]);
    });
  } else {
    it('limit the length of every text', async () => {
      const tables = await query(
        source(),
        "SELECT name, sql FROM sqlite_master WHERE type = 'table'",
      );
      const unlimited = tables.flatMap(({ name, sql }) =>
        [...String(sql).matchAll(/"(\w+)" varchar\(\d+\)/g)]
          .map(([, column]) => `${String(column)}_length`)
          .filter((check) => !String(sql).includes(`"ck_${String(name)}_${check}"`))
          .map((check) => `${String(name)}.${check}`),
      );
      expect(unlimited).toEqual([]);
    });
  }
});

describe('The drift test', () => {
  it('finds entities at all', async () => {
    expect((await allEntities()).length).toBeGreaterThan(10);
  });
});

function useSource(database: TestDatabase): () => DataSource {
  let source: DataSource | undefined;
  beforeAll(async () => {
    await addChecksOfTables(database);
    source = await connect(database);
  });
  afterAll(() => source?.destroy());
  return () => {
    if (source === undefined) throw new Error('Connected only while tests run.');
    return source;
  };
}

async function connect(database: TestDatabase): Promise<DataSource> {
  const source = new DataSource(sourceOptions(database.url, 'migrate', await allEntities()));
  return source.initialize();
}

/** Checks belong to the migrations alone: the entities are made to agree with what the tables have. */
async function addChecksOfTables(database: TestDatabase): Promise<void> {
  const source = await connect(database);
  const runner = source.createQueryRunner();
  for (const { target, tableName } of source.entityMetadatas) {
    if (typeof target === 'string') continue;
    const table = await runner.getTable(tableName);
    for (const { name, expression } of table?.checks ?? []) {
      if (name !== undefined && expression !== undefined) Check(name, expression)(target);
    }
  }
  await runner.release();
  await source.destroy();
}

function tablesSql(database: TestDatabase): string {
  return database.kind === 'sqlite'
    ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('migrations', 'sqlite_sequence')"
    : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> 'migrations'";
}

function query(source: DataSource, sql: string): Promise<Record<string, unknown>[]> {
  return source.query<Record<string, unknown>[]>(sql);
}
