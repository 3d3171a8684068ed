import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MoreThan } from 'typeorm';
import { CallRequest } from '../../src/enrolments/call-request.entity.js';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { enrolFully, fillIn, formOf, openRound } from '../support/enrolling.js';
import type { SeenPage } from '../support/seen-page.js';

const FORM = formOf('tisdagar');
const OWN = { 'sec-fetch-site': 'same-origin' };
const TYPE = 'application/x-www-form-urlencoded';

describeOnBothDatabases('A request that no page of ours sends', (database) => {
  const story = useApp(database);
  let fields: [string, string][];

  beforeAll(async () => {
    await story.db().transaction((em) => openRound(em, { slug: 'tisdagar' }));
    const form = fillIn(await story.visitor().get(FORM), { firstName: 'amina' });
    fields = form.fields();
  });
  beforeEach(() => story.db().transaction((em) => em.delete(Enrolment, { id: MoreThan(0) })));

  const post = (headers: Record<string, string>, path = FORM) =>
    story.visitor().send(path, { method: 'POST', fields, headers });
  const raw = async (
    payload: string,
    contentType = TYPE,
    headers: Record<string, string> = OWN,
  ) => {
    const response = await story.app().inject({
      method: 'POST',
      url: FORM,
      headers: { host: 'localhost:3000', 'content-type': contentType, ...headers },
      payload,
    });
    return { status: response.statusCode, body: response.body, headers: response.headers };
  };
  const nothingChanged = async () => {
    expect(await story.db().read.count(Enrolment)).toBe(0);
    expect(await story.db().read.count(CallRequest)).toBe(0);
  };

  describe('from elsewhere', () => {
    it.each([
      ['says nothing about where it comes from', {}],
      ['comes from another site', { 'sec-fetch-site': 'cross-site' }],
      ['comes from a sister site', { 'sec-fetch-site': 'same-site' }],
      ['was typed into the address bar', { 'sec-fetch-site': 'none' }],
      ['has another origin', { origin: 'https://fel.test' }],
      ['has our name on another port', { origin: 'http://localhost:3001' }],
      ['hides its origin', { origin: 'null' }],
      [
        'is told apart by the browser, whatever the origin',
        { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
      ],
    ] as const)('is refused when it %s', async (_how, headers) => {
      for (const path of [
        FORM,
        `${FORM}/kod`,
        '/sv/ring-mig',
        '/sv/bekrafta/abc',
        '/sv/mina-kurser/logga-ut',
      ]) {
        const page = await post(headers, path);
        expect([page.status, page.heading]).toEqual([403, 'Det gick inte att ta emot']);
      }
      await nothingChanged();
    });

    it('is taken from an old browser that names our origin only', async () => {
      const page = await post({ origin: 'http://localhost:3000' });
      expect([page.status, page.redirectsTo]).toEqual([303, `${FORM}/kod`]);
    });

    it('cannot sign anybody out', async () => {
      const browser = story.visitor();
      const place = await enrolFully(story.app(), browser, 'tisdagar', { firstName: 'bo' });
      const headers = { 'sec-fetch-site': 'cross-site' };
      await browser.send('/sv/mina-kurser/logga-ut', { method: 'POST', fields: [], headers });
      expect((await browser.get(place.path)).status).toBe(200);
    });
  });

  describe('that is broken', () => {
    it('because it is too big gets a page that says so', async () => {
      const answer = await raw(`firstName=${'x'.repeat(300_000)}`);
      expect(answer.status).toBe(413);
      expect(answer.body).toContain('Det blev för mycket på en gång');
      await nothingChanged();
    });

    it.each([
      ['JSON', '{"firstName":"amina"}', 'application/json'],
      ['no form', 'firstName=amina', 'text/plain'],
      [
        'an upload',
        '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
        'multipart/form-data; boundary=x',
      ],
      ['nonsense', '\u0000\u0001%%%=%zz&=', TYPE],
      [
        'a thousand fields',
        Array.from({ length: 2_000 }, (_, n) => `f${String(n)}=1`).join('&'),
        TYPE,
      ],
      ['lists', 'firstName[]=a&email[x]=b', TYPE],
    ])('because it is %s gets a page of ours', async (_what, payload, type) => {
      const answer = await raw(payload, type);
      expect([400, 415]).toContain(answer.status);
      expect(answer.body).toContain('</html>');
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      await nothingChanged();
    });

    it.each([
      ['/sv/kurser/%E0%A4%A', 'Det gick inte att läsa'],
      ['/sv/bekrafta/%00%FF', 'Det gick inte att läsa'],
      ['/en/kurser/%', 'We could not read that'],
      ['/sv/kurser?q=a&q=b', 'Det gick inte att läsa'],
      ['/sv/ring-mig?omgang=1&omgang=2', 'Det gick inte att läsa'],
      ['/sv/kunskapsbank?q=a&q=b', 'Det gick inte att läsa'],
    ])('because its address is %s gets a page of ours', async (path, heading) => {
      const response = await story.app().inject({ method: 'GET', url: path });
      expect(response.statusCode).toBe(400);
      expect(response.body).toContain(`<h1>${heading}</h1>`);
      expect(response.body).not.toContain('%E0');
    });

    it('because nothing is there gets a page in the visitor’s language', async () => {
      expect((await story.visitor().get('/sv/finns-inte')).heading).toBe('Vi hittar inte sidan');
      expect((await story.visitor().get('/en/finns-inte')).heading).toMatch(/page/i);
      expect((await story.visitor().get('/xx/kurser')).status).toBe(404);
      const wrongMethod = await story.app().inject({ method: 'DELETE', url: FORM, headers: OWN });
      expect([wrongMethod.statusCode, wrongMethod.body]).toEqual([
        404,
        expect.stringContaining('</html>'),
      ]);
      const long = await story
        .app()
        .inject({ method: 'GET', url: `/sv/kurser/${'x'.repeat(3_000)}` });
      expect([400, 404, 414]).toContain(long.statusCode);
      expect(long.body).toContain('</html>');
    });
  });

  it('is answered with all the headers that protect, whatever becomes of it', async () => {
    const browser = story.visitor();
    const answers: [number, Pick<SeenPage, 'headers'>][] = [
      [200, await browser.get('/sv')],
      [200, await browser.get(FORM)],
      [400, await browser.send('/sv/kurser?q=a&q=b')],
      [400, await browser.send('/sv/kurser/%E0%A4%A')],
      [403, await post({})],
      [404, await browser.get('/sv/finns-inte')],
      [410, await browser.get('/sv/bekrafta/abc')],
      [413, await raw(`firstName=${'x'.repeat(300_000)}`)],
      [422, await browser.fromOwnPage(FORM, { method: 'POST', fields: [] })],
      [303, await post(OWN)],
      [303, await browser.send('/sv/mina-kurser')],
      [302, await browser.send('/')],
    ];
    for (const [status, { headers }] of answers) {
      expect([status, headers]).toEqual([
        status,
        expect.objectContaining({
          'content-security-policy': expect.stringMatching(
            /^default-src 'none';script-src 'self';style-src 'self';.*frame-ancestors 'none'$/,
          ),
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
          'x-frame-options': 'DENY',
        }),
      ]);
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
    }
    const seen = answers.map(([, answer]) => ('status' in answer ? answer.status : 0));
    expect(seen).toEqual(answers.map(([status]) => status));
  });
});
