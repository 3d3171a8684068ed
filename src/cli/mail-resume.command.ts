import { MailResume } from '../platform/mail/mail-resume.service.js';
import { MailWorker } from '../platform/mail/mail-worker.service.js';
import { cliConfig } from './cli-config.js';
import { say, withApp, type Command } from './command.js';

/** `mail:resume`: tries all waiting mail again at once, for instance after a mail server came back. */
export const command: Command = {
  async run() {
    return withApp(await cliConfig(), async (app) => {
      const mail = app.get(MailResume);
      await mail.hurry();
      await app.get(MailWorker).sendDue();
      const { waiting, dead } = await mail.state();
      say(`${waiting} mails are still waiting, ${dead} were given up.`);
      return waiting === 0 ? 0 : 1;
    });
  },
};
