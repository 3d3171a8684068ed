import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { builtScript } from './built.js';
import { ask } from './listening.js';

const START_LIMIT_MS = 120_000;

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it wrote about its troubles. */
  readonly errors: string;
  /** All that it wrote. */
  readonly log: string;
}

/** The server as an operator runs it: a process of its own, started by `src/main.ts`. */
export class ServerProcess {
  readonly ended: Promise<Ending>;

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    let errors = '';
    let log = '';
    child.stdout?.on('data', (text: Buffer) => (log += text.toString()));
    child.stderr?.on('data', (text: Buffer) => {
      errors += text.toString();
      log += text.toString();
    });
    this.ended = once(child, 'close').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      errors,
      log,
    }));
  }

  /** Starts it on a port, a free one unless told otherwise, without waiting for it to serve. */
  static async start(
    settings: Readonly<Record<string, string>>,
    port?: number,
  ): Promise<ServerProcess> {
    const used = port ?? (await freePort());
    const child = spawn(process.execPath, [await builtScript('src/main.ts')], {
      env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', ...settings, PORT: String(used) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServerProcess(child, used);
  }

  /** Resolves when it serves. @throws Error when it does not within two minutes */
  async ready(): Promise<this> {
    const deadline = Date.now() + START_LIMIT_MS;
    while ((await this.readiness()) !== 200) {
      if (Date.now() > deadline) throw new Error('The server did not start.');
      await sleep(50);
    }
    return this;
  }

  /** The status of `/health/ready`, or null when nobody answers. */
  async readiness(): Promise<number | null> {
    try {
      return (await ask(this.port, '/health/ready')).status;
    } catch {
      return null;
    }
  }

  /** Tells it to stop, as an operator or a container does. */
  terminate(): void {
    this.child.kill('SIGTERM');
  }

  /** Ends it at once if it still runs. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
