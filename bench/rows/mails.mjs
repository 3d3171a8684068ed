import { randomBytes } from 'node:crypto';

import { inTurns, KINDS, measured, QUICK, shareRow } from '../lib/compare.mjs';
import { startChild } from '../lib/processes.mjs';
import { instant, withSql } from '../lib/seed.mjs';
import { openSite } from '../lib/site.mjs';
import { addDueReminders } from './reminders.mjs';

const MAILS = QUICK ? 200 : 1_000;
/** As many as the app's mailer keeps open. */
const CONNECTIONS = 5;
const FROM = 'kurser@bench.test';

/** Queued reminders out to a mail server, against nodemailer's pool with the same mails and the same server. */
export async function mails(databases) {
  const rows = [];
  for (const kind of KINDS) {
    const sink = startChild('sink.mjs');
    const smtpUrl = await sink.start();
    const { app, url } = await openSending(databases, kind, smtpUrl);
    const queued = await withSql(url, (sql) =>
      sql.query('SELECT message_id, recipient, subject, html, text FROM outgoing_mail'),
    );
    const floor = startChild('floor.mjs');
    const same = queued.map(({ message_id: messageId, recipient: to, ...mail }) => ({
      from: FROM,
      messageId,
      to,
      ...mail,
    }));
    const sent = async () => {
      const before = await sink.taken();
      const { ms } = await app.sendDue();
      if ((await sink.taken()) - before !== queued.length) throw new Error('Not every mail left.');
      return { units: queued.length, seconds: ms / 1_000 };
    };
    const pooled = async () => ({
      units: queued.length,
      seconds: await floor.mails({ smtpUrl, mails: same, connections: CONNECTIONS }),
    });
    const compared = await inTurns(
      async () => {
        await withSql(url, queueAgain);
        return measured(app, sent);
      },
      () => measured(floor, pooled),
    );
    rows.push(shareRow(`${MAILS} mails out`, kind, compared, 0.4, 0.7));
    await Promise.all([app.stop(), floor.stop(), sink.stop()]);
  }
  return rows;
}

/** The app outside demo mode, with reminders in the outbox. */
async function openSending(databases, kind, smtpUrl) {
  const demo = await openSite(databases, kind);
  const { url } = demo;
  const due = await withSql(url, (sql) => addDueReminders(sql, MAILS));
  await demo.app.queueReminders(due);
  await demo.app.stop();
  await withSql(url, (sql) => sql.query("UPDATE installation SET mode = 'production'"));
  const app = startChild('app.mjs');
  await app.start({
    DEMO: '0',
    DATABASE_URL: url,
    SMTP_URL: smtpUrl,
    MAIL_FROM: FROM,
    BASE_URL: 'http://127.0.0.1',
    SESSION_SECRET: randomBytes(32).toString('base64'),
    DATA_KEY: randomBytes(32).toString('base64'),
  });
  return { app, url };
}

async function queueAgain(sql) {
  await sql.query(
    "UPDATE outgoing_mail SET state = 'queued', sent_at = NULL, claimed_by = NULL, due_at = ?",
    [instant(Date.now() - 1_000)],
  );
}
