import 'reflect-metadata';
import { databaseSources } from '../../src/platform/database/connect.js';
import { Database } from '../../src/platform/database/database.js';
import { GuardedDataSource } from '../../src/platform/database/guarded-source.js';
import { sourceOptions } from '../../src/platform/database/sources.js';
import { Room, Seat } from '../support/seats.js';

/**
 * A process of its own that reads and then writes, over and over:
 * `take-seats <url> <room> <name> <times>`. Ends with an error as soon as one transaction fails.
 */
const [url = '', room = '', name = '', times = ''] = process.argv.slice(2);
const write = new GuardedDataSource(sourceOptions(url, 'write', [Room, Seat]));
const db = await Database.open(databaseSources(write, url));

for (let turn = 0; turn < Number(times); turn += 1) {
  await db.transaction(async (em) => {
    const taken = await em.countBy(Seat, { roomId: Number(room) });
    await em.insert(Seat, { roomId: Number(room), name: `${name}-${String(taken)}` });
  });
}

await db.onApplicationShutdown();
await write.destroy();
