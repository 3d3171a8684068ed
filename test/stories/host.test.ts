import { expect, it } from '@jest/globals';

import { PageCache } from '../../src/platform/web/page-cache.js';
import { describeOn } from '../support/databases.js';
import { useListeningApp } from '../support/listening.js';
import { production } from '../support/production.js';

const OWN = 'familjepeppen.example.se';
const OTHER = 'somewhere.example.com';

describeOn('sqlite', 'The name that production answers to', (database) => {
  const server = useListeningApp(database, {
    settings: production({ DEMO: '0', BASE_URL: `https://${OWN}`, TRUST_PROXY: '1' }),
  });

  const ask = (path: string, host: string, more: Readonly<Record<string, string>> = {}) =>
    server.get(path, { headers: { host, ...more } });

  it('is its own; others get a page of ours, health is told to whoever asks', async () => {
    expect((await ask('/sv/stod', OWN)).status).toBe(200);
    const other = await ask('/sv/om/kakor', OTHER);
    expect(other.status).toBe(421);
    expect(other.headers['content-type']).toContain('text/html');
    expect((await ask('/health/ready', '10.0.0.7')).status).toBe(200);
  });

  it('is its own for pages that are kept too, whether the browser or a proxy says it', async () => {
    const cache = server.app().get(PageCache);
    const said = (host: string, forwarded: string) =>
      ask('/sv/stod', host, { 'x-forwarded-host': forwarded });
    await ask('/sv/stod', OWN);
    const { hits } = cache;
    expect((await ask('/sv/stod', OWN)).status).toBe(200);
    expect((await said(OWN, OWN)).status).toBe(200);
    expect(cache.hits).toBe(hits + 2);
    expect((await ask('/sv/stod', OTHER)).status).toBe(421);
    expect((await said(OWN, OTHER)).status).toBe(421);
    expect((await said('127.0.0.1', OWN)).status).toBe(200);
    expect(cache.hits).toBe(hits + 2);
  });

  it('is told to browsers as the only one for a year', async () => {
    const page = await ask('/sv/stod', OWN);
    expect(page.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });
});
