import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** Turns a site path such as `/stod` into the reader's own, such as `/en/stod`. */
export type PathToHref = (path: string) => string;

const HIGHEST_HEADING = 2;
const LOWEST_HEADING = 6;

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
parser.disable(['image', 'table']);

type Tokens = ReturnType<typeof parser.parse>;

/** What may reach a page. Text written by editors is trusted with words, never with markup. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: 'h2 h3 h4 h5 h6 p br hr ul ol li blockquote strong em a bdi code pre'.split(' '),
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
};

/**
 * Markdown to HTML that is safe to print unescaped.
 *
 * The highest heading of the text becomes an h2, since the page has the h1. Phone numbers and
 * e-mail addresses are isolated with `<bdi>`, so that they read left to right in Arabic too.
 * Links to other sites carry `rel="noreferrer"`: what somebody reads here is nobody else's
 * business. Images, tables, raw HTML and unknown schemes are dropped.
 *
 * @param href gives the same address for the same path as every other that turns `/` into the same
 */
export function markdown(text: string, href: PathToHref = (path) => path): string {
  const key = `${href('/')} ${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const html = converted(text, href);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, html);
  return html;
}

/** Texts change seldom and are shown often, and converting one takes longer than the rest of its page. */
const kept = new Map<string, string>();
const MOST_KEPT = 300;

function converted(text: string, href: PathToHref): string {
  const tokens = parser.parse(text, {});
  shiftHeadings(tokens);
  for (const token of tokens) dressLinks(token.children ?? [], href);
  return sanitizeHtml(parser.renderer.render(tokens, parser.options, {}), ALLOWED);
}

function shiftHeadings(tokens: Tokens): void {
  const headings = tokens.filter((token) => token.type.startsWith('heading_'));
  const highest = Math.min(...headings.map((token) => levelOf(token.tag)));
  for (const token of headings) {
    const level = levelOf(token.tag) - highest + HIGHEST_HEADING;
    token.tag = `h${Math.min(level, LOWEST_HEADING)}`;
  }
}

function levelOf(tag: string): number {
  return Number(tag.slice(1));
}

function dressLinks(tokens: Tokens, href: PathToHref): void {
  for (const token of tokens) {
    if (token.type !== 'link_open') continue;
    const target = String(token.attrGet('href') ?? '');
    if (isSitePath(target)) token.attrSet('href', href(target));
    if (/^https?:/i.test(target)) token.attrSet('rel', 'noreferrer');
  }
  isolateAddresses(tokens);
}

/** `//host` is another site, however much it looks like a path. */
function isSitePath(target: string): boolean {
  return target.startsWith('/') && !target.startsWith('//') && !target.startsWith('/\\');
}

function isolateAddresses(tokens: Tokens): void {
  let inAddress = false;
  for (const token of tokens) {
    if (token.type === 'link_open') {
      inAddress = /^(tel|mailto):/.test(String(token.attrGet('href') ?? ''));
    } else if (token.type === 'link_close') {
      inAddress = false;
    } else if (inAddress && token.type === 'text') {
      token.type = 'html_inline';
      token.content = `<bdi>${parser.utils.escapeHtml(token.content)}</bdi>`;
    }
  }
}
