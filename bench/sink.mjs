/** A mail server that takes everything and keeps nothing. */
import { SMTPServer } from 'smtp-server';

import { offer } from './lib/processes.mjs';

let taken = 0;

offer({
  start: () =>
    new Promise((resolve) => {
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS', 'AUTH'],
        logger: false,
        onData(stream, _session, done) {
          stream.resume();
          stream.on('end', () => {
            taken += 1;
            done();
          });
        },
      });
      server.listen(0, '127.0.0.1', () =>
        resolve(`smtp://127.0.0.1:${server.server.address().port}`),
      );
    }),
  taken: () => taken,
});
