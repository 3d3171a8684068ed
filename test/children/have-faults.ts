import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { createApp } from '../../src/create-app.js';
import { SystemClock } from '../../src/kernel/clock.js';
import { Participant } from '../../src/participants/participant.entity.js';
import { Config } from '../../src/platform/config/config.js';
import { Database, type Writer } from '../../src/platform/database/database.js';
import { Jobs } from '../../src/platform/jobs/jobs.service.js';
import { MailKinds } from '../../src/platform/mail/mail-kinds.js';
import { MailWorker } from '../../src/platform/mail/mail-worker.service.js';
import { Outbox } from '../../src/platform/mail/outbox.service.js';
import { endAtUncaughtFaults } from '../../src/platform/log.js';
import { StaffAccount } from '../../src/staff/staff-account.entity.js';
import { emailOf, hire, PASSWORD } from '../support/staff.js';

/**
 * A process of its own in which all that can log an error meets a real one of the database, whose message
 * and parameters hold `<name>`: `have-faults <name> <exception | rejection>`, which is how it ends.
 */
const [name = '', ending = ''] = process.argv.slice(2);
const address = emailOf(name);

endAtUncaughtFaults();
const config = Config.read(process.env);
const app = await createApp(config, new SystemClock());
const db = app.get(Database);
await hire(app, name, 'coordinator');

/** MariaDB repeats the value in its message; both databases have it among the parameters. */
async function breakUnique(em: Writer): Promise<void> {
  const row = { email: address, firstName: name, lastName: name, passwordHash: name };
  await em.insert(StaffAccount, { ...row, state: 'active', createdAt: new Date(0) });
}

async function without(table: string, work: () => Promise<unknown>): Promise<void> {
  const rename = (from: string, to: string) =>
    db.transaction((em) => em.query(`ALTER TABLE ${from} RENAME TO ${to}`));
  await rename(table, `${table}_gone`);
  await work();
  await rename(`${table}_gone`, table);
}

async function fault(): Promise<Error> {
  try {
    await db.transaction(breakUnique);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('There was no fault');
}

function begin(what: string): void {
  for (const stream of [process.stdout, process.stderr]) stream.write(`\n== ${what}\n`);
}

/** One mail of a kind that looks its reader up before, and fails to hear of it afterwards. */
async function send(key: string): Promise<void> {
  const mail = {
    kind: 'test',
    dedupeKey: `${key}:${ending}`,
    to: address,
    language: 'sv',
    subject: 'Skriv din kod',
    template: 'facts',
    model: { facts: [{ label: 'Kod', value: 'CODE-4711' }] },
    footer: { fewer: name, phone: name },
  } as const;
  await db.transaction((em) => app.get(Outbox).queue(em, mail));
  await app.get(MailWorker).sendDue();
}

app.get(MailKinds).register('test', {
  stillApplies: async (reader, { recipient }) =>
    !(await reader.existsBy(Participant, { email: recipient })),
  accepted: breakUnique,
});
begin('worker before sending');
await without('participant', () => send('before'));
begin('worker after sending');
await send('after');
if (config.demo) {
  begin('worker keeping the mail');
  await without('demo_mail', () => send('keeping'));
}

begin('job');
app.get(Jobs).register('test', () => db.transaction(breakUnique));
await app.get(Jobs).runDue(new Date());

begin('after commit');
await db.transaction((em) => {
  em.afterCommit(() => db.transaction(breakUnique));
  return Promise.resolve();
});

begin('page');
const fastify = app.getHttpAdapter().getInstance();
await without('programme', () => fastify.inject(`/sv/kurser/${name}/${name}?q=${address}`));

/** A session that can be ended but not kept: it fails when the answer is about to leave. */
async function withoutNewSessions(work: () => Promise<unknown>): Promise<void> {
  const fails =
    db.kind === 'sqlite'
      ? `BEGIN SELECT RAISE(ABORT, '${name}'); END`
      : `FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = '${name}'`;
  const run = (sql: string) => db.transaction((em) => em.query(sql));
  await run(`CREATE TRIGGER no_sessions BEFORE INSERT ON browser_session ${fails}`);
  await work();
  await run('DROP TRIGGER no_sessions');
}

begin('session');
await withoutNewSessions(async () => {
  const answer = await fastify.inject({
    method: 'POST',
    url: '/logga-in',
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ email: address, password: PASSWORD }).toString(),
  });
  const { 'content-type': type } = answer.headers;
  process.stdout.write(`answer ${answer.statusCode} ${String(type)}\n`);
});

begin('nest');
const error = await fault();
new Logger('Nest').error(error, error.stack);
begin('fastify and the end');
fastify.log.error({ err: error }, error.message);
fastify.log.error(error);
fastify.log.warn(`Reply was already sent in "/sv/${name}"`);

if (ending === 'rejection') void Promise.reject(error);
else
  setImmediate(() => {
    throw error;
  });
