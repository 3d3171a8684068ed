/** What the app is measured against: the least that could do the same work. */
import { createServer } from 'node:http';

import { createTransport } from 'nodemailer';

import { Translations } from '../dist/src/platform/web/translations.js';
import { Views } from '../dist/src/platform/web/views.js';
import { offer } from './lib/processes.mjs';
import { openSql } from './lib/sql.mjs';

const servers = [];

function listen(answer) {
  return new Promise((resolve) => {
    const server = createServer(answer).listen(0, '127.0.0.1', () =>
      resolve(server.address().port),
    );
    servers.push(server);
  });
}

/** Headers of a recorded answer, without those that Node writes by itself. */
function headersOf(lines, without = []) {
  const own = ['date', 'connection', 'keep-alive', ...without];
  return lines
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
    .filter(([name]) => !own.includes(name.toLowerCase()))
    .flat();
}

function plain(param) {
  if (typeof param === 'boolean') return Number(param);
  return param ?? null;
}

offer({
  /** The same bytes and headers from bare `node:http`. */
  fixed({ status, headers, body }) {
    const all = headersOf(headers);
    const bytes = Buffer.from(body);
    return listen((_request, response) => response.writeHead(status, all).end(bytes));
  },

  /** Driver, the page's own statements, the same compiled templates, `node:http`. */
  async page({ url, statements, renders, headers }) {
    const sql = openSql(url, { connections: 10 });
    const asked = statements.map((one) => ({ sql: one.sql, params: one.params.map(plain) }));
    const views = new Views();
    const translations = new Translations();
    const [body, layout] = renders.map((one) => ({
      ...one,
      locale: translations.locale(one.language),
    }));
    const all = headersOf(headers, ['content-length']);
    const render = () => {
      const inner = views.render(body.name, body.model, body.locale);
      return views.render(layout.name, { ...layout.model, body: inner }, layout.locale);
    };
    return listen(async (_request, response) => {
      for (const one of asked) {
        if (sql.kind === 'sqlite') sql.now(one.sql, one.params);
        else await sql.query(one.sql, one.params);
      }
      const html = Buffer.from(render());
      response.writeHead(200, [...all, 'content-length', String(html.length)]).end(html);
    });
  },

  /** Recorded statements in a bare loop, one sequence after the other on each connection. Seconds. */
  async replay({ url, sequences, connections }) {
    const sql = openSql(url, { connections });
    const waiting = sequences.map((one) =>
      one.map((statement) => ({ ...statement, params: statement.params.map(plain) })),
    );
    const began = performance.now();
    const lane = () =>
      sql.onOneConnection(async (connection) => {
        for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
          for (const statement of one) await connection.query(statement.sql, statement.params);
      });
    await Promise.all(Array.from({ length: connections }, lane));
    const seconds = (performance.now() - began) / 1_000;
    await sql.close();
    return seconds;
  },

  /** Mails through nodemailer's own pool. Seconds. */
  async mails({ smtpUrl, mails, connections }) {
    const transport = createTransport({
      url: smtpUrl,
      pool: true,
      maxConnections: connections,
      maxMessages: Infinity,
    });
    const began = performance.now();
    await Promise.all(mails.map((mail) => transport.sendMail(mail)));
    const seconds = (performance.now() - began) / 1_000;
    transport.close();
    return seconds;
  },
});
