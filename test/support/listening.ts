import { request, type Agent, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

import { afterAll, beforeAll } from '@jest/globals';

import { useApp, type AppOptions, type RunningApp } from './app.js';
import type { TestDatabase } from './databases.js';

/** An answer as it came over the wire, nothing unpacked. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How a request is sent. */
export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly agent?: Agent;
  readonly signal?: AbortSignal;
}

/** One request over a real connection; redirects are not followed. */
export function ask(
  port: number,
  path: string,
  { body, ...options }: RawRequest = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      buffer(response).then(
        (text) =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        reject,
      );
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** The same app as a story's, but with a port: what stands before Fastify is seen only there. */
export function useListeningApp(
  database: TestDatabase,
  options: AppOptions = {},
): RunningApp & { readonly get: (path: string, how?: RawRequest) => Promise<RawAnswer> } {
  const running = useApp(database, options);
  let port = 0;
  beforeAll(async () => {
    await running.app().listen(0, '127.0.0.1');
    port = Number(new URL(await running.app().getUrl()).port);
  });
  afterAll(() => running.app().getHttpServer().closeAllConnections());
  return { ...running, get: (path, how) => ask(port, path, how) };
}
