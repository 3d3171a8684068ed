import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { RunningApp } from './app.js';
import { barriersOf } from './chromium-axe.js';

/** No name but our own leads anywhere, and what is scrolled to is there at once. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-smooth-scrolling',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
];

/** What has not come by then does not come; shorter than a test, so that it says what it waited for. */
const PATIENCE_MS = 45_000;

/** How somebody looks at the pages. 320 pixels is a phone, or a desktop at 400 % zoom. */
export interface Eyes {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly forcedColours?: boolean;
  readonly script?: boolean;
}

/** A page in Chromium, and what went wrong on it. */
export interface Screen {
  readonly page: Page;
  /** Goes to a path of the app and waits until its fonts are there too. */
  readonly open: (path: string) => Promise<void>;
  /** Looks at the open page in another way; whether script runs cannot change. */
  readonly look: (eyes: Omit<Eyes, 'script'>) => Promise<void>;
  /** What axe finds, as "rule: element"; nothing on a page that everybody can use. */
  readonly barriers: () => Promise<string[]>;
  /** Pixels by which the page is wider than the screen. */
  readonly overflow: () => Promise<number>;
  /**
   * Errors of script and of the content security policy since the screen was opened, and what was
   * fetched from other origins. A test during which there are any fails when it is over.
   */
  readonly errors: readonly string[];
}

/** Chromium against the app that runs in a block of tests; the app listens for as long as they run. */
export function useChromium(story: RunningApp): (eyes?: Eyes) => Promise<Screen> {
  let browser: Browser | undefined;
  let base = '';
  const open: { readonly context: BrowserContext; readonly errors: readonly string[] }[] = [];
  beforeAll(async () => {
    await story.app().listen(0, '127.0.0.1');
    const { port } = story.app().getHttpServer().address() as AddressInfo;
    base = `http://localhost:${port}`;
    browser = await chromium.launch({ executablePath: executable(), args: FLAGS });
  });
  // Their connections would keep the app from stopping.
  afterEach(async () => {
    const errors: string[] = [];
    for (const screen of open.splice(0)) {
      errors.push(...screen.errors);
      await screen.context.close();
    }
    expect(errors).toEqual([]);
  });
  afterAll(() => browser?.close());
  return async (eyes = {}) => {
    if (browser === undefined) throw new Error('Chromium runs only while tests run.');
    const context = await browser.newContext({
      baseURL: base,
      javaScriptEnabled: eyes.script ?? true,
      ...sight(eyes),
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const made = screen(await context.newPage(), base);
    open.push({ context, errors: made.errors });
    return made;
  };
}

/** Where Chromium is: `CHROMIUM_PATH`, or Debian's. */
function executable(): string {
  const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  if (!existsSync(path)) throw new Error(`There is no Chromium at ${path}; set CHROMIUM_PATH.`);
  return path;
}

function sight(eyes: Eyes) {
  return {
    viewport: { width: eyes.width ?? 1280, height: eyes.height ?? 900 },
    colorScheme: eyes.dark === true ? 'dark' : 'light',
    forcedColors: eyes.forcedColours === true ? 'active' : 'none',
  } as const;
}

function screen(page: Page, base: string): Screen {
  return {
    page,
    errors: watch(page, base),
    open: async (path) => {
      await page.goto(path);
      await page.evaluate('document.fonts.ready.then(() => true)');
    },
    look: async (eyes) => {
      const { viewport, ...media } = sight(eyes);
      await page.setViewportSize(viewport);
      await page.emulateMedia(media);
    },
    barriers: () => barriersOf(page),
    overflow: () =>
      page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'),
  };
}

/** What goes wrong on a page from now on; the list grows. */
function watch(page: Page, base: string): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A page that answers 404 or 422 is said here too; that is no error of the page.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text());
  });
  page.on('request', (request) => {
    // Leaving the site is a navigation; nothing else may ask anybody but us.
    if (!request.isNavigationRequest() && !request.url().startsWith('data:'))
      if (new URL(request.url()).origin !== base) errors.push(`asked ${request.url()}`);
  });
  return errors;
}
