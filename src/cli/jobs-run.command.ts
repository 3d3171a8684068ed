import { parseArgs } from 'node:util';

import { Clock, SystemClock } from '../kernel/clock.js';
import { faultLine } from '../kernel/fault.js';
import { civilDateAt, timeOfDayAt } from '../kernel/instant.js';
import type { Config } from '../platform/config/config.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { MailWorker } from '../platform/mail/mail-worker.service.js';
import type { DueReminder } from '../reminders/reminders.queries.js';
import { RemindersQueries } from '../reminders/reminders.queries.js';
import { RemindersService } from '../reminders/reminders.service.js';
import { cliConfig } from './cli-config.js';
import { say, UsageError, withApp, type Command } from './command.js';
import { momentOf } from './moment.js';

/** `jobs:run`: does everything that is due, once. `--at` shows a demo's reminders of another time. */
export const command: Command = {
  async run(args) {
    const { at } = parseArgs({ args: [...args], options: { at: { type: 'string' } } }).values;
    const config = await cliConfig();
    if (at === undefined) return runDue(config);
    if (!config.demo) throw new UsageError('--at is for the demo only.');
    const moment = momentOf(at, new SystemClock().now());
    if (moment === null) throw new UsageError('--at takes a local time: --at "2027-01-19 09:00"');
    return showAt(config, moment);
  },
};

function runDue(config: Config): Promise<number> {
  return withApp(config, async (app) => {
    const outcomes = await app.get(Jobs).runDue(app.get(Clock).now());
    for (const { name, error } of outcomes)
      say(`${name}: ${error === null ? 'done' : faultLine(error)}`);
    return outcomes.some(({ error }) => error !== null) ? 1 : 0;
  });
}

/** Only reminders are shown: other jobs would change what has not happened yet. */
function showAt(config: Config, moment: Date): Promise<number> {
  return withApp(
    config,
    async (app) => {
      const due = await app.get(RemindersQueries).due(moment);
      say(`Due at ${localTime(moment)} and not sent: ${due.length}`);
      for (const reminder of due) say(`  ${lineOf(reminder)}`);
      await app.get(RemindersService).queueDue(moment);
      await app.get(MailWorker).sendDue();
      say(`Read them, and those sent before, in the demo mailbox: ${config.baseUrl}/demo/brevlada`);
      return 0;
    },
    new StoppedClock(moment),
  );
}

function lineOf({ due, enrolmentId }: DueReminder): string {
  const { meeting, round, rule } = due;
  const when = `${meeting.date} ${meeting.startTime}`;
  return `meeting ${when}, group ${round.groupCode}, enrolment ${enrolmentId}, rule ${rule.code}`;
}

function localTime(at: Date): string {
  return `${civilDateAt(at)} ${timeOfDayAt(at)}`;
}

class StoppedClock extends Clock {
  constructor(private readonly at: Date) {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }
}
