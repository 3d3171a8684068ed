import { expect, it } from '@jest/globals';
import { load } from 'cheerio';

import { DemoMail } from '../../src/platform/mail/demo-mail.entity.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';

function mail(subject: string, more: Partial<DemoMail> = {}): Omit<DemoMail, 'id'> {
  return {
    messageId: `<${subject}@example.se>`,
    recipient: 'anna@mail.test',
    language: 'sv',
    subject,
    html: `<!doctype html><html lang="sv"><head><title>${subject}</title></head><body style="margin:0"><h1>${subject}</h1><p>Kod: <a href="/sv/bekrafta/abc">ABCD-2345</a></p><script>alert(1)</script></body></html>`,
    text: `${subject}\n\nKod: ABCD-2345`,
    attachments: [],
    sentAt: new Date('2027-01-11T08:00:00Z'),
    ...more,
  };
}

describeOnBothDatabases('the demo mailbox', (database) => {
  const { app, db } = useApp(database);

  async function page(url: string) {
    const answer = await app().inject({ url });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  }

  it('says what to do while it is empty', async () => {
    const { status, body } = await page('/demo/brevlada');
    expect(status).toBe(200);
    expect(load(body)('main').text()).toContain('Inga mejl än');
  });

  it('shows each mail as its reader sees it, newest first, HTML and text', async () => {
    await db().transaction((em) =>
      em.insert(DemoMail, [
        mail('Om din anmälan'),
        mail('تذكير', { language: 'ar', sentAt: new Date('2027-01-12T08:00:00Z') }),
      ]),
    );
    const { body, headers } = await page('/demo/brevlada');
    const $ = load(body);
    expect(
      $('article h2')
        .map((_, heading) => $(heading).text())
        .get(),
    ).toEqual(['تذكير', 'Om din anmälan']);
    expect($('article').first().find('h2').attr()).toMatchObject({ lang: 'ar', dir: 'rtl' });
    const swedish = $('article').last();
    expect(swedish.text()).toContain('måndag 11 januari 09.00');
    expect(swedish.find('.mail__body a').attr('href')).toBe('/sv/bekrafta/abc');
    expect(swedish.find('pre').text()).toContain('Kod: ABCD-2345');
    expect(body).not.toMatch(/style=|alert\(1\)/);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('shows a mail by itself, with its own styles and no rights', async () => {
    const $ = load((await page('/demo/brevlada')).body);
    const { status, headers, body } = await page(
      $('article a[href^="/demo/brevlada/"]').attr('href') ?? '',
    );
    expect(status).toBe(200);
    expect(body).toContain('style="margin:0"');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect((await page('/demo/brevlada/999999')).status).toBe(404);
  });

  it('hands out attachments as files', async () => {
    const calendar = {
      filename: 'traff.ics',
      contentType: 'text/calendar; charset=utf-8',
      content: 'BEGIN:VCALENDAR\r\n',
    };
    await db().transaction((em) =>
      em.insert(
        DemoMail,
        mail('Kalender', { attachments: [calendar], sentAt: new Date('2028-01-01') }),
      ),
    );
    const $ = load((await page('/demo/brevlada')).body);
    const link = $('article').first().find('a[download]');
    expect(link.text()).toBe('traff.ics');
    const { body, headers } = await page(link.attr('href') ?? '');
    expect(body).toBe('BEGIN:VCALENDAR\r\n');
    expect(headers['content-type']).toContain('text/calendar');
    expect(headers['content-disposition']).toContain('attachment');
  });

  it('leafs through many', async () => {
    await db().transaction((em) =>
      em.insert(
        DemoMail,
        Array.from({ length: 30 }, (_, index) => mail(`Mejl ${index}`)),
      ),
    );
    const first = load((await page('/demo/brevlada')).body);
    expect(first('article')).toHaveLength(25);
    expect(first('a[rel="next"]').attr('href')).toBe('/demo/brevlada?sida=2');
    expect(load((await page('/demo/brevlada?sida=2')).body)('article').length).toBeGreaterThan(0);
    expect((await page('/demo/brevlada?sida=3')).status).toBe(404);
  });
});
