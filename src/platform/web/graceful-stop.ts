import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

/** Whether the process has been told to stop. From then on it finishes what it has and takes nothing new. */
@Injectable()
export class GracefulStop {
  #begun = false;

  /** True from the signal on: readiness is refused, and answers ask clients to leave. */
  get begun(): boolean {
    return this.#begun;
  }

  begin(): void {
    this.#begun = true;
  }
}

/**
 * While the app stops, answers say `connection: close`: a client that keeps its connection would
 * otherwise hold the process for over a minute.
 */
export function closeAnswersWhileStopping(fastify: FastifyInstance, stop: GracefulStop): void {
  fastify.addHook('preClose', (done) => {
    stop.begin();
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (stop.begun) void reply.header('connection', 'close');
    done();
  });
}
