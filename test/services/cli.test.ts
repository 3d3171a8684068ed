import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { builtScript } from '../support/built.js';
import { describeOnBothDatabases, useDatabase, type TestDatabase } from '../support/databases.js';
import { allEntities } from '../support/entities.js';
import { addGroup } from '../support/group.js';
import { runFolder } from '../support/once.js';
import { production } from '../support/production.js';
import { addDays } from '../../src/kernel/civil-date.js';
import { civilDateAt } from '../../src/kernel/instant.js';
import { markInstallation } from '../../src/platform/database/installation.js';
import { DemoMail } from '../../src/platform/mail/demo-mail.entity.js';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

const entities = await allEntities();
const PRODUCTION = production();

describeOnBothDatabases('The command line', (database) => {
  const db = useDatabase(database, entities);
  const cli = commandLine(database);
  const meetingDay = addDays(civilDateAt(new Date()), 10);
  const dayBefore = addDays(meetingDay, -1);

  beforeAll(async () => {
    await db().transaction(async (em) => {
      await markInstallation(em, 'demo');
      await addGroup(em, {
        slug: 'grupp',
        meetings: [{ date: addDays(meetingDay, -7) }, { date: meetingDay }],
        people: [{ firstName: 'Amina' }],
      });
    });
  });

  it('shows what there is', async () => {
    const { code, out } = await cli([]);
    expect(out).toContain('jobs:run --at <local time>');
    expect(code).toBe(0);
    expect((await cli(['no:such'])).code).toBe(2);
  });

  it('finds the database as it should be, and knows by itself that it is a demo', async () => {
    expect(await cli(['check'])).toMatchObject({ code: 0, errors: '' });
    expect((await cli(['migrate'])).out).toContain('up to date');
  });

  it('shows the reminders of another time in the demo mailbox, once', async () => {
    const first = await cli(['jobs:run', '--at', `${dayBefore} 18:00`]);
    expect(first.out).toContain(`Due at ${dayBefore} 18:00 and not sent: 1`);
    const again = await cli(['jobs:run', '--at', `${dayBefore} 18:00`]);
    expect(again.out).toContain(`Due at ${dayBefore} 18:00 and not sent: 0`);
    const mails = await db().read.find(DemoMail);
    expect(mails.map((mail) => mail.recipient)).toEqual(['amina@exempel.test']);
  });

  it('runs what is due', async () => {
    const { code, out } = await cli(['jobs:run']);
    expect(out).toContain('reminders: done');
    expect(code).toBe(0);
  });

  it('says in one line what was typed wrong', async () => {
    for (const args of [
      ['jobs:run', '--at', 'i morgon'],
      ['jobs:run', '--then', '09:00'],
    ]) {
      const { code, errors } = await cli(args);
      expect(code).toBe(1);
      expect(errors.trim().split('\n')).toHaveLength(1);
    }
  });

  it('leaves a database with content as it is', async () => {
    expect((await cli(['demo:load'])).out).toContain('nothing was changed');
  });
});

describe('The command line without a database', () => {
  const nowhere = commandLine({ kind: 'sqlite', url: `sqlite:${join(runFolder(), 'none.db')}` });

  it('tells every setting that is missing at once', async () => {
    const { code, errors } = await nowhere(['check']);
    expect(code).toBe(1);
    for (const setting of ['BASE_URL', 'SMTP_URL', 'SESSION_SECRET', 'DATA_KEY'])
      expect(errors).toContain(setting);
  });

  it('loads no demo outside the demo', async () => {
    const { code, errors } = await nowhere(['demo:load'], PRODUCTION);
    expect(code).toBe(1);
    expect(errors).toContain('npm start');
  });

  it('says that it is not there', async () => {
    const { code, errors } = await nowhere(['check'], PRODUCTION);
    expect(code).toBe(1);
    expect(errors).toContain('not available');
  });
});

/** Runs `src/cli/main.ts` as an operator does: in a process of its own, beside whatever else runs. */
function commandLine(database: TestDatabase) {
  return async (
    args: readonly string[],
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> => {
    const script = await builtScript('src/cli/main.ts');
    const env = { PATH: process.env['PATH'], DATABASE_URL: database.url, ...settings };
    return new Promise((resolve) => {
      execFile(process.execPath, [script, ...args], { env }, (error, out, errors) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, out, errors });
      });
    });
  };
}
