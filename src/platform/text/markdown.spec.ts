import { describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import { markdown } from './markdown.js';

describe('markdown', () => {
  it('turns ordinary text into paragraphs, lists and emphasis', () => {
    const html = markdown('Hej **du**.\n\n- ett\n- två');
    expect(html).toContain('<p>Hej <strong>du</strong>.</p>');
    expect(html).toContain('<li>två</li>');
  });

  it.each(['# A\n\n## B', '## A\n\n### B', '#### A\n\n##### B'])(
    'lets the highest heading of %j be an h2',
    (text) => {
      const html = markdown(text);
      expect(html).toContain('<h2>A</h2>');
      expect(html).toContain('<h3>B</h3>');
    },
  );

  it('never goes below h6', () => {
    expect(markdown('# A\n\n###### B')).toContain('<h6>B</h6>');
  });

  it('isolates phone numbers and keeps their links', () => {
    expect(markdown('Ring [020-50 50 50](tel:020505050).')).toContain(
      '<a href="tel:020505050"><bdi>020-50 50 50</bdi></a>',
    );
  });

  it('gives site paths to the caller and leaves other links alone', () => {
    const html = markdown(
      '[hjälp](/stod) och [Digg](https://www.digg.se/)',
      (path) => `/en${path}`,
    );
    expect(html).toContain('href="/en/stod"');
    expect(html).toContain('<a href="https://www.digg.se/" rel="noreferrer">');
  });

  it('shows typed HTML as text', () => {
    expect(markdown('<b>fet</b>')).toContain('&lt;b&gt;fet&lt;/b&gt;');
  });
});

describe('payloads', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![x](https://evil.example/pixel.png)',
    '![x](javascript:alert(1))',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](vbscript:msgbox(1))',
    '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[x](//evil.example/a)',
    '[x](/\\evil.example/a)',
    '<javascript:alert(1)>',
    '[x](https://a.example "onmouseover=alert(1)")',
    '[x](https://a.example/" onmouseover="alert(1))',
    '[<script>alert(1)</script>](tel:112)',
    '[*<img src=x onerror=alert(1)>*](tel:112)',
    '[x]: javascript:alert(1)\n\n[x]',
    '```"><script>alert(1)</script>\ncode\n```',
    '`<svg onload=alert(1)>`',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<iframe src="https://evil.example"></iframe>',
    '<style>*{background:url(https://evil.example)}</style>',
    '<form action="https://evil.example"><input name=a></form>',
    '<a href="javascript:alert(1)" style="x">x</a>',
    '<math><mi xlink:href="data:x,<script>alert(1)</script>">',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '| a |\n|---|\n| <script>alert(1)</script> |',
  ];
  const tags = new Set(
    'h2 h3 h4 h5 h6 p br hr ul ol li blockquote strong em a bdi code pre'.split(' '),
  );

  it.each(payloads)('lets nothing through of %j', (payload) => {
    const page = cheerio.load(markdown(payload), null, false);
    page('*').each((_, node) => {
      const element = page(node);
      expect(tags).toContain(element.prop('tagName')?.toLowerCase());
      for (const name of Object.keys(element.attr() ?? {}))
        expect(['href', 'rel', 'start']).toContain(name);
      const target = element.attr('href');
      if (target !== undefined)
        expect(target).toMatch(/^(https?:\/\/[a-z]|mailto:|tel:|\/(?![/\\]))/);
    });
  });
});
