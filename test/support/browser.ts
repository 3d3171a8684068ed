import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CookieJar } from './cookies.js';
import { SeenPage } from './seen-page.js';

const ORIGIN = 'http://localhost:3000';
const MOST_REDIRECTS = 5;

/** Who sits in front of the browser. */
export interface BrowserOptions {
  /** The `Accept-Language` header; none otherwise. */
  readonly languages?: string;
  readonly ip?: string;
}

/** What a request may say beyond its address. */
export interface RequestOptions {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  /** The fields of a form, in order. */
  readonly fields?: readonly (readonly [string, string])[];
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A person's browser without a screen: asks for a page, fills in the form that was rendered, submits it,
 * follows redirects and keeps cookies. Script does not run.
 */
export class Browser {
  readonly cookies = new CookieJar();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly options: BrowserOptions = {},
  ) {}

  /** Opens an address, as from the address bar. Redirects are followed. */
  get(path: string): Promise<SeenPage> {
    return this.#navigate(path, {}, 'none');
  }

  /** Opens an address from a page of ours: a link that is followed, or a form that is submitted. */
  fromOwnPage(path: string, request: RequestOptions = {}): Promise<SeenPage> {
    return this.#navigate(path, request, 'same-origin');
  }

  /** One request, exactly as told; redirects are not followed. Cookies are sent and kept. */
  async send(path: string, request: RequestOptions = {}): Promise<SeenPage> {
    const url = new URL(path, ORIGIN);
    const cookie = this.cookies.header(url.pathname);
    const response = await this.app.inject({
      method: request.method ?? 'GET',
      url: url.pathname + url.search,
      ...(this.options.ip === undefined ? {} : { remoteAddress: this.options.ip }),
      headers: {
        host: url.host,
        accept: 'text/html',
        ...(this.options.languages === undefined
          ? {}
          : { 'accept-language': this.options.languages }),
        ...(cookie === undefined ? {} : { cookie }),
        ...(request.fields === undefined
          ? {}
          : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...request.headers,
      },
      ...(request.fields === undefined ? {} : { payload: encode(request.fields) }),
    });
    this.cookies.take(response.headers['set-cookie']);
    return new SeenPage(this, url, response.statusCode, response.headers, response.body);
  }

  async #navigate(path: string, request: RequestOptions, from: string): Promise<SeenPage> {
    const navigation = {
      'sec-fetch-site': from,
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
      ...(request.method === 'POST' ? { origin: ORIGIN } : {}),
    };
    let page = await this.send(path, {
      ...request,
      headers: { ...navigation, ...request.headers },
    });
    for (let redirects = 0; page.redirectsTo !== null; redirects += 1) {
      if (redirects === MOST_REDIRECTS) throw new Error(`Redirected in circles at ${page.path}`);
      const target = new URL(page.redirectsTo, page.url);
      // Somebody else's page: the story ends at our door.
      if (target.origin !== ORIGIN) return page;
      page = await this.send(target.href, { headers: navigation });
    }
    return page;
  }
}

function encode(fields: readonly (readonly [string, string])[]): string {
  const body = new URLSearchParams();
  for (const [name, value] of fields) body.append(name, value);
  return body.toString();
}
