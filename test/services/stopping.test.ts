import { once } from 'node:events';
import { Agent, createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeAll, expect, it } from '@jest/globals';

import { DemoLoader } from '../../src/demo/demo-loader.service.js';
import { ContentChanges } from '../../src/platform/database/content-changes.js';
import { HelpLines } from '../../src/library/help-lines.service.js';
import { OutgoingMail } from '../../src/platform/mail/outgoing-mail.entity.js';
import { FixedClock } from '../support/clock.js';
import { describeOn, useDatabase } from '../support/databases.js';
import { allEntities } from '../support/entities.js';
import { ask } from '../support/listening.js';
import { lockAgainstWriting } from '../support/locks.js';
import { MailServer } from '../support/mail-server.js';
import { production } from '../support/production.js';
import { ServerProcess } from '../support/server-process.js';

const entities = await allEntities();
/** Once the last answer is out, nothing may keep the process: a client that stays would, for over a minute (ms). */
const SOON = 20_000;
/** As whoever told it to stop wants to see it end. */
const STOPPED = { code: 0, signal: null, errors: '' };

let server: ServerProcess | undefined;
afterEach(() => server?.kill());

describeOn('sqlite', 'A server that is told to stop', (database) => {
  const db = useDatabase(database, entities);

  beforeAll(async () => {
    const clock = new FixedClock(new Date().toISOString());
    await new DemoLoader(db(), clock, new HelpLines(db()), new ContentChanges(db())).load();
  });

  it('answers the request in hand, asks a client that keeps its connection to leave, and ends', async () => {
    server = await (await ServerProcess.start({ DEMO: '1', DATABASE_URL: database.url })).ready();
    const agent = new Agent({ keepAlive: true });
    await ask(server.port, '/sv/kurser', { agent });
    const unlock = await lockAgainstWriting(database, 'act_count');
    const asked = ask(server.port, '/logga-in', {
      method: 'POST',
      agent,
      headers: {
        origin: `http://localhost:${server.port}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'email=ledare%40demo.test&password=familjepeppen-demo',
    });
    // Whoever asks later is answered later: the request above is in hand by then.
    expect(await server.readiness()).toBe(200);
    await toldToStop(server);
    await unlock();
    const answer = await asked;
    expect(answer.status).toBe(303);
    expect(answer.headers.connection).toBe('close');
    expect(await endingOf(server)).toMatchObject(STOPPED);
    agent.destroy();
  });

  it.each([
    ['that has asked nothing yet', ''],
    ['that has begun to ask', 'GET /sv/kurser HTTP/1.1\r\nHost: '],
    ['that has been answered', 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['that has been answered from the page cache', 'GET /sv HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ])('does not wait for a connection %s', async (_what, sent) => {
    server = await (await ServerProcess.start({ DEMO: '1', DATABASE_URL: database.url })).ready();
    await ask(server.port, '/sv');
    const connection = connect(server.port, '127.0.0.1');
    await once(connection, 'connect');
    const left = once(connection.resume(), 'close');
    if (sent !== '') connection.write(sent);
    if (sent.endsWith('\r\n\r\n')) await once(connection, 'data');
    // Whoever asks later is answered later: the server knows of the connection by then.
    expect(await server.readiness()).toBe(200);
    server.terminate();
    expect(await endingOf(server)).toMatchObject(STOPPED);
    await left;
  });

  it('says in one line that its port is used', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    server = await ServerProcess.start({ DEMO: '1', DATABASE_URL: database.url }, port);
    const { code, errors } = await server.ended;
    expect(code).toBe(1);
    expect(errors).toBe(
      `Port ${port} is used by something else. Choose another: PORT=${port + 1} npm start\n`,
    );
    other.close();
  });
});

describeOn('sqlite', 'A server with a mail in hand that is told to stop', (database) => {
  const db = useDatabase(database, entities);

  it('refuses readiness, lets the mail leave, takes no other, and ends', async () => {
    const post = new MailServer();
    await post.start();
    let letGo: () => void = () => undefined;
    const inHand = new Promise<void>((taken) => {
      post.beforeAccepting = () => {
        taken();
        return new Promise((resolve) => (letGo = resolve));
      };
    });
    const settings = production({
      BASE_URL: 'http://127.0.0.1',
      DATABASE_URL: database.url,
      SMTP_URL: post.url,
    });
    server = await (await ServerProcess.start(settings)).ready();
    await db().transaction((em) => em.insert(OutgoingMail, mailTo('anna@mail.test')));
    await inHand;
    const agent = new Agent({ keepAlive: true });
    // In production a server answers to its own name only.
    const how = { agent, headers: { host: '127.0.0.1' } };
    await ask(server.port, '/sv/stod', how);
    await toldToStop(server);
    await db().transaction((em) => em.insert(OutgoingMail, mailTo('bo@mail.test')));

    expect(await server.readiness()).toBe(503);
    // From the page cache, and not.
    for (const path of ['/sv/stod', '/sv/om/kakor']) {
      const { status, headers } = await ask(server.port, path, how);
      expect([status, headers.connection]).toEqual([200, 'close']);
    }
    letGo();
    expect(await endingOf(server)).toMatchObject(STOPPED);
    const mails = await db().read.find(OutgoingMail, { order: { id: 'ASC' } });
    expect(mails.map(({ state }) => state)).toEqual(['sent', 'queued']);
    expect(post.received).toHaveLength(1);
    agent.destroy();
    await post.stop();
  });
});

/** Resolves when the server knows it. */
async function toldToStop(stopping: ServerProcess): Promise<void> {
  stopping.terminate();
  while ((await stopping.readiness()) === 200) await sleep(10);
}

function endingOf(stopped: ServerProcess): Promise<unknown> {
  return Promise.race([stopped.ended, sleep(SOON, 'still there', { ref: false })]);
}

function mailTo(recipient: string): Omit<OutgoingMail, 'id'> {
  const now = new Date();
  return {
    kind: 'plain',
    dedupeKey: recipient,
    messageId: `<${recipient}>`,
    mailboxHash: null,
    originHash: null,
    subjectId: null,
    personId: null,
    recipient,
    language: 'sv',
    subject: 'Om din anmälan',
    html: '<p>Hej</p>',
    text: 'Hej',
    attachments: [],
    secret: false,
    state: 'queued',
    dueAt: now,
    claimedBy: null,
    attempts: 0,
    possibleDuplicate: false,
    lastError: null,
    notAfter: null,
    createdAt: now,
    sentAt: null,
    purgedAt: null,
  };
}
