import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { HelpLines } from '../../src/library/help-lines.service.js';
import { describeOn } from '../support/databases.js';
import { useDemo } from '../support/demo.js';
import { FaultyLink } from '../support/faulty-link.js';
import { inTime } from '../support/patience.js';

/** Within three seconds a person is to see that it does not work just now. */
const PATIENCE_MS = 3_000;

describeOn('mariadb', 'A visitor while the database is gone', (database) => {
  let link: FaultyLink;
  beforeAll(async () => {
    link = new FaultyLink(new URL(database.url));
    await link.works();
  });
  const story = useDemo({
    kind: database.kind,
    get url() {
      return link.url;
    },
  });
  afterAll(() => link.refuses());

  const read = (path: string) => story.visitor().get(path);

  async function getsHelp(): Promise<void> {
    const help = await read('/sv/stod');
    expect(help.status).toBe(200);
    expect(help.$('main a[href="tel:020505050"]')).toHaveLength(1);
    expect((await story.visitor().send('/lamna')).status).toBe(303);
    expect((await read('/sv/om/farre-spar')).status).toBe(200);
  }

  async function isToldInPlainWords(): Promise<void> {
    const page = await inTime(PATIENCE_MS, read('/sv/kunskapsbank'));
    expect(page.status).toBe(503);
    expect(page.headers['retry-after']).toBeDefined();
    expect(page.$('main a[href="/sv/stod"]').length).toBeGreaterThan(0);
  }

  async function findsEverythingBack(): Promise<void> {
    await link.works();
    expect((await read('/sv/kunskapsbank')).texts('main h3')).toHaveLength(12);
  }

  it('still gets help and gets away when it refuses, and everything when it is back', async () => {
    await link.refuses();
    await isToldInPlainWords();
    await getsHelp();
    await findsEverythingBack();
  });

  it('still gets help and gets away when it hangs, and everything when it is back', async () => {
    link.hangs();
    await isToldInPlainWords();
    await getsHelp();
    await findsEverythingBack();
  });

  it('keeps the numbers when they cannot be read anew', async () => {
    await link.refuses();
    await story.app().get(HelpLines).refresh();
    await getsHelp();
    await findsEverythingBack();
  });
});
