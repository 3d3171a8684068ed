import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

type State = 'works' | 'hangs' | 'refuses';

/**
 * A link to a server that can be cut or hang, for tests of what happens then. It listens on a free port of
 * loopback and passes everything on.
 */
export class FaultyLink {
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #state: State = 'works';
  #port = 0;

  /** @param target where to pass things on: a database URL, with a port or a unix socket. */
  constructor(private readonly target: URL) {}

  /** The target's URL by way of this link. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(this.#port);
    url.searchParams.delete('socket');
    return url.href;
  }

  /** Passes on, in both directions. */
  async works(): Promise<void> {
    this.#state = 'works';
    for (const socket of this.#sockets) socket.resume();
    await this.#listen();
  }

  /** Takes what comes and answers nothing, as a machine that has stopped. */
  hangs(): void {
    this.#state = 'hangs';
    for (const socket of this.#sockets) socket.pause();
  }

  /** Breaks every connection and refuses new ones, as a server that is not there. */
  async refuses(): Promise<void> {
    this.#state = 'refuses';
    const server = this.#server;
    this.#server = null;
    const closed = new Promise<void>((resolve) => {
      if (server === null) resolve();
      else server.close(() => resolve());
    });
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async #listen(): Promise<void> {
    if (this.#server !== null) return;
    const server = createServer((socket) => {
      this.#pass(socket);
    });
    this.#server = server;
    await new Promise<void>((resolve) => {
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    this.#port = port;
  }

  #pass(near: Socket): void {
    const socketPath = this.target.searchParams.get('socket');
    const far =
      socketPath === null
        ? connect(Number(this.target.port === '' ? 3306 : this.target.port), this.target.hostname)
        : connect(socketPath);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (data) => to.write(data));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      if (this.#state === 'hangs') from.pause();
    }
  }
}
