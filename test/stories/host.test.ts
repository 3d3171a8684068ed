import { expect, it } from '@jest/globals';

import { describeOn } from '../support/databases.js';
import { useApp } from '../support/app.js';

describeOn('sqlite', 'The name that production answers to', (database) => {
  const secret = 'x'.repeat(32);
  const story = useApp(database, {
    settings: {
      DEMO: '0',
      BASE_URL: 'https://familjepeppen.example.se',
      TRUST_PROXY: '1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      SESSION_SECRET: secret,
      DATA_KEY: secret,
    },
  });

  const ask = (url: string, host: string) =>
    story.app().inject({ method: 'GET', url, headers: { host } });

  it('is its own; others get a page of ours, health is told to whoever asks', async () => {
    expect((await ask('/sv/stod', 'familjepeppen.example.se')).statusCode).toBe(200);
    const other = await ask('/sv/stod', 'somewhere.example.com');
    expect(other.statusCode).toBe(421);
    expect(other.headers['content-type']).toContain('text/html');
    expect((await ask('/health/ready', '10.0.0.7')).statusCode).toBe(200);
  });

  it('is told to browsers as the only one for a year', async () => {
    const page = await ask('/sv/stod', 'familjepeppen.example.se');
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });
});
