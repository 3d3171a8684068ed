import { setTimeout as sleep } from 'node:timers/promises';

import { CookieJar } from './cookies.js';
import { ask, type RawAnswer } from './listening.js';

const BUSY_MS = 100;

/** Somebody with a browser, a network of their own and one or more processes of the app to talk to. */
export class HttpPerson {
  readonly #cookies = new CookieJar();
  #turn: number;

  constructor(
    private readonly ports: readonly number[],
    private readonly number: number,
  ) {
    this.#turn = number;
  }

  get firstName(): string {
    return `Person${String(this.number)}`;
  }

  get email(): string {
    return `person${String(this.number)}@exempel.test`;
  }

  get(path: string): Promise<RawAnswer> {
    return this.#ask(path, { method: 'GET', headers: {} });
  }

  /** Sends a form; whoever is told that the database is busy sends it again, as the page says. */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<RawAnswer> {
    for (;;) {
      const answer = await this.#ask(path, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        },
        body: new URLSearchParams(fields).toString(),
      });
      if (answer.status !== 503) return answer;
      await sleep(BUSY_MS);
    }
  }

  /** The enrolment form, as somebody sends it who is content with the waiting list. */
  enrol(slug: string): Promise<RawAnswer> {
    const { firstName, email } = this;
    const fields = { firstName, email, childAges: '3-6', queue: 'yes' };
    return this.post(`/sv/kurser/${slug}/${slug}/anmalan`, fields);
  }

  /** Each request goes to the next process, as behind a proxy that shares them out. */
  async #ask(path: string, how: { method: string; headers: object; body?: string }) {
    this.#turn += 1;
    const port = this.ports[this.#turn % this.ports.length] ?? 0;
    const cookie = this.#cookies.header(path);
    const from = `10.${String(this.number >> 8)}.${String(this.number & 255)}.1`;
    const answer = await ask(port, path, {
      ...how,
      headers: {
        ...how.headers,
        'x-forwarded-for': from,
        ...(cookie === undefined ? {} : { cookie }),
      },
    });
    this.#cookies.take(answer.headers['set-cookie']);
    return answer;
  }
}
