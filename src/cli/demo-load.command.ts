import { DemoLoader } from '../demo/demo-loader.service.js';
import { cliConfig } from './cli-config.js';
import { say, UsageError, withApp, type Command } from './command.js';

/** `demo:load`: fills an empty database with the demo; one with content is left as it is. */
export const command: Command = {
  async run() {
    const config = await cliConfig();
    if (!config.demo) throw new UsageError('The demo is loaded with DEMO=1 only: npm start does.');
    const loaded = await withApp(config, (app) => app.get(DemoLoader).load());
    say(loaded ? 'The demo is loaded.' : 'There is content already: nothing was changed.');
    return 0;
  },
};
