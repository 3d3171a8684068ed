import { randomToken } from '../../src/kernel/secret.js';

/** What an app outside the demo needs, on this machine. Its secrets are random, since known ones are refused. */
export function production(
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return {
    BASE_URL: 'http://localhost:3000',
    SMTP_URL: 'smtp://127.0.0.1:1',
    SESSION_SECRET: randomToken(),
    DATA_KEY: randomToken(),
    ...more,
  };
}
