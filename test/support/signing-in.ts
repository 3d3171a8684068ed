import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Browser } from './browser.js';
import { mailsTo, withoutLinks, type Proof } from './enrolling.js';
import type { SeenPage } from './seen-page.js';

/** Asks for a sign-in link and gives the page that follows; `path` is where the person was going. */
export async function askForLink(
  browser: Browser,
  email: string,
  path = '/sv/mina-kurser',
): Promise<SeenPage> {
  const page = await browser.get(path);
  return page.form('Mejla mig en länk').fill('E-postadress', email).submit();
}

/** Types the mailed code where the link was asked for. */
export function typeSignInCode(page: SeenPage, code: string): Promise<SeenPage> {
  return page.form('Logga in').fill('Kod från mejlet', code).submit();
}

/** What the newest mail to an address signs in with, the link as a path of ours. */
export async function signInProofFor(app: NestFastifyApplication, email: string): Promise<Proof> {
  const text = (await mailsTo(app, email)).at(-1)?.text ?? '';
  const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(withoutLinks(text))?.[0];
  const link = /https?:\/\/\S+\/l\/\S+/.exec(text)?.[0];
  if (code === undefined || link === undefined) throw new Error(`No sign-in mail to ${email}.`);
  return { code, link: new URL(link).pathname };
}

/** Signs in from the first page to the last. */
export async function signInByCode(
  app: NestFastifyApplication,
  browser: Browser,
  email: string,
  path?: string,
): Promise<SeenPage> {
  const page = await askForLink(browser, email, path);
  return typeSignInCode(page, (await signInProofFor(app, email)).code);
}
