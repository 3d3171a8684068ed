import { execFile } from 'node:child_process';

import { afterEach, expect, it } from '@jest/globals';

import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { builtScript } from '../support/built.js';
import { describeOnBothDatabases, useDatabase } from '../support/databases.js';
import { allEntities } from '../support/entities.js';
import { message, useMail } from '../support/mail-process.js';
import { production } from '../support/production.js';
import { ServerProcess } from '../support/server-process.js';

const entities = await allEntities();
const NAME = 'Hemligast';
/** A line of a stack trace. */
const PLACE = /\n {4}at \S+/;
const PRODUCTION = production();

let server: ServerProcess | undefined;
afterEach(() => server?.kill());

describeOnBothDatabases('What is logged when the database fails', (database) => {
  const db = useDatabase(database, entities);

  it.each(['exception', 'rejection'])(
    'never holds a value, whoever logs it: %s',
    async (ending) => {
      const name = `${NAME}${ending}`;
      const settings = { DEMO: '1', DATABASE_URL: database.url, LOG_LEVEL: 'info' };
      const { code, log } = await run('test/children/have-faults.ts', [name, ending], settings);
      expect(code).toBe(1);
      const parts = new Map<string, string>();
      for (const part of log.split('\n== ')) {
        const what = part.split('\n', 1)[0] ?? '';
        parts.set(what, (parts.get(what) ?? '') + part);
      }
      expect([...parts.keys()].slice(1)).toEqual([
        'worker before sending',
        'worker after sending',
        'worker keeping the mail',
        'job',
        'after commit',
        'page',
        'session',
        'nest',
        'fastify and the end',
      ]);
      const failed = database.kind === 'sqlite' ? /SQLITE_\w+/ : /ER_\w+/;
      for (const [what, part] of [...parts].slice(1)) {
        expect(`${what}: ${part}`).toMatch(failed);
        expect(`${what}: ${part}`).toMatch(PLACE);
      }
      expect(log.match(/"level":50,.*(SQLITE|ER)_\w+/g)).toHaveLength(2);
      expect(parts.get('session')).toContain('answer 500 text/html');
      for (const secret of [name, name.toLowerCase(), '4711', 'parameters', 'INSERT'])
        expect(log).not.toContain(secret);
    },
  );

  it('never holds a value when a command or a start ends by it', async () => {
    const rename = (from: string, to: string) =>
      db().transaction((em) => em.query(`ALTER TABLE ${from} RENAME TO ${to}`));
    await rename('installation', 'installation_gone');
    await rename('outgoing_mail', 'outgoing_mail_gone');
    const settings = { ...PRODUCTION, DATABASE_URL: database.url, SMTP_URL: 'smtp://localhost:1' };
    server = await ServerProcess.start(settings);
    const start = await server.ended;
    const check = await run('src/cli/main.ts', ['check'], settings);
    const jobs = await run('src/cli/main.ts', ['jobs:run'], { ...settings, DEMO: '1' });
    await rename('installation_gone', 'installation');
    await rename('outgoing_mail_gone', 'outgoing_mail');
    for (const { code, log } of [start, check, jobs]) {
      expect(code).toBe(1);
      expect(log).toMatch(/QueryFailedError (SQLITE|ER)_\w+/);
      expect(log).toMatch(PLACE);
      expect(log).not.toMatch(/parameters|driverError|SELECT|INSERT/);
    }
  });
});

describeOnBothDatabases('What is logged when the mail server refuses', (database) => {
  const { worker, server: mailServer } = useMail(database);

  it('is its codes, and so it is in the outbox', async () => {
    mailServer.answerRecipient = () => 550;
    mailServer.words = (address) => `5.1.1 <${address}> no such user`;
    worker.clock.set(new Date());
    await worker.queue(message(NAME));
    const settings = { ...PRODUCTION, DATABASE_URL: database.url, SMTP_URL: mailServer.url };
    const { code, log } = await run('src/cli/main.ts', ['jobs:run'], settings);
    expect(code).toBe(0);
    expect(log).not.toContain(NAME);
    const mail = await worker.db.read.findOneByOrFail(OutgoingMail, { dedupeKey: NAME });
    expect(mail).toMatchObject({ state: 'dead', lastError: '550 5.1.1 at RCPT TO' });
  });
});

async function run(
  script: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly code: unknown; readonly log: string }> {
  const built = await builtScript(script);
  const env = { PATH: process.env['PATH'], ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, [built, ...args], { env }, (error, out, errors) => {
      resolve({ code: error === null ? 0 : error.code, log: out + errors });
    });
  });
}
