import { Server, type RequestListener, type ServerOptions } from 'node:http';
import type { Socket } from 'node:net';

/**
 * An HTTP server that waits for the requests in hand once it closes, and for nothing else. Node's own also
 * waits for connections on which nothing, or half a request, has been sent: browsers open such in advance.
 */
export class PromptServer extends Server {
  /** How many requests of a connection are in hand. */
  readonly #inHand = new Map<Socket, number>();

  constructor(options: ServerOptions, listener: RequestListener) {
    super(options);
    this.on('connection', (socket: Socket) => {
      this.#inHand.set(socket, 0);
      socket.once('close', () => this.#inHand.delete(socket));
    });
    this.on('request', ({ socket }, response) => {
      this.#count(socket, 1);
      response.once('close', () => {
        this.#count(socket, -1);
        if (!this.listening && this.#inHand.get(socket) === 0) socket.destroySoon();
      });
    });
    this.on('request', listener);
  }

  /** Node asks for it when the server closes. */
  override closeIdleConnections(): void {
    for (const [socket, requests] of this.#inHand) if (requests === 0) socket.destroy();
  }

  #count(socket: Socket, more: 1 | -1): void {
    const requests = this.#inHand.get(socket);
    if (requests !== undefined) this.#inHand.set(socket, requests + more);
  }
}
