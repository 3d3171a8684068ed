import { jest } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/database/database.js';
import { TransactionManager, TransactionScope } from '../../src/platform/database/writer.js';
import type { RunningApp } from './app.js';
import type { TestDatabase } from './databases.js';

/**
 * MariaDB: the round's row is not locked any more. SQLite: there the transaction is the lock, so the same
 * statements run without one. Gives the way back.
 */
export function takeTheLockAway({ kind }: TestDatabase, story: RunningApp): () => void {
  if (kind === 'mariadb') {
    const lock = jest.spyOn(TransactionManager.prototype, 'lockRow').mockResolvedValue(undefined);
    return () => lock.mockRestore();
  }
  const source = story.app().get<DataSource>(getDataSourceToken());
  const transaction = jest
    .spyOn(story.app().get(Database), 'transaction')
    .mockImplementation((work) =>
      work(new TransactionManager(source, source.createQueryRunner(), new TransactionScope())),
    );
  return () => transaction.mockRestore();
}
