/** The app as a process of the bench: the built server, without its loops, and a look inside. */
import 'reflect-metadata';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner.js';

import { createApp } from '../dist/src/create-app.js';
import { DemoLoader } from '../dist/src/demo/demo-loader.service.js';
import { SystemClock } from '../dist/src/kernel/clock.js';
import { HelpLines } from '../dist/src/library/help-lines.service.js';
import { Config } from '../dist/src/platform/config/config.js';
import { migrate } from '../dist/src/platform/database/migrate.js';
import { MailWorker } from '../dist/src/platform/mail/mail-worker.service.js';
import { PageCache } from '../dist/src/platform/web/page-cache.js';
import { Views } from '../dist/src/platform/web/views.js';
import { RemindersService } from '../dist/src/reminders/reminders.service.js';
import { offer } from './lib/processes.mjs';

let app;
let statements = null;
let renders = null;

for (const { prototype } of [BetterSqlite3QueryRunner, MysqlQueryRunner]) {
  const { query } = prototype;
  prototype.query = function recorded(sql, params, ...rest) {
    statements?.push({ sql, params: params ?? [] });
    return query.call(this, sql, params, ...rest);
  };
}

async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { ms: performance.now() - began, result };
}

offer({
  /** Serves a database on a free port; with `fill` one that is empty is migrated and given the demo. */
  async start(settings, { fill = false } = {}) {
    if (fill) await migrate(settings.DATABASE_URL);
    const config = Config.read({ DEMO: '1', LOG_LEVEL: 'error', TRUST_PROXY: '1', ...settings });
    app = await createApp(config, new SystemClock());
    if (fill) {
      await app.get(DemoLoader).load();
      await app.get(HelpLines).refresh();
    }
    const views = app.get(Views);
    const { render } = views;
    views.render = (name, model, locale) => {
      renders?.push({ name, model, language: locale.language });
      return render.call(views, name, model, locale);
    };
    await app.listen(0, '127.0.0.1');
    return Number(new URL(await app.getUrl()).port);
  },
  /** From now on every page is rendered for whoever asks. */
  keepNoPages() {
    const cache = app.get(PageCache);
    cache.answer = () => false;
    cache.awaited = async () => null;
  },
  record() {
    statements = [];
    renders = [];
  },
  /** What has been asked of the database and rendered since; goes on recording. */
  recorded() {
    const seen = { statements, renders };
    statements = [];
    renders = [];
    return seen;
  },
  recordNoMore() {
    statements = null;
    renders = null;
  },
  queueReminders: (at) => timed(() => app.get(RemindersService).queueDue(at)),
  sendDue: () => timed(() => app.get(MailWorker).sendDue()),
});
