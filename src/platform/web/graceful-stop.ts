import type { FastifyInstance } from 'fastify';

/**
 * While the app stops, answers say `connection: close`: a client that keeps its connection would
 * otherwise hold the process for over a minute.
 */
export function closeAnswersWhileStopping(fastify: FastifyInstance): void {
  let stopping = false;
  fastify.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) void reply.header('connection', 'close');
    done();
  });
}
