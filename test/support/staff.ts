import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Role } from '../../src/platform/web/access.js';
import { StaffService } from '../../src/staff/staff.service.js';
import type { Browser } from './browser.js';
import type { SeenPage } from './seen-page.js';

/** The password of everybody whom `hire` adds. */
export const PASSWORD = 'en-lang-losenordsfras';

/** The address of somebody whom `hire` added. */
export function emailOf(firstName: string): string {
  return `${firstName.toLowerCase()}@kommun.test`;
}

/** Adds a member of staff who can sign in, and gives the account's id. */
export function hire(
  app: NestFastifyApplication,
  firstName: string,
  ...roles: Role[]
): Promise<number> {
  return app.get(StaffService).add({
    email: emailOf(firstName),
    firstName,
    lastName: 'Hemlig',
    password: PASSWORD,
    roles,
  });
}

/** Signs in through the page, and gives the page that follows. */
export async function signIn(browser: Browser, firstName: string): Promise<SeenPage> {
  const form = (await browser.get('/logga-in')).form('Logga in');
  return form.fill('E-postadress', emailOf(firstName)).fill('Lösenord', PASSWORD).submit();
}
