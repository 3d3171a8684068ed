import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Clock } from '../../../kernel/clock.js';
import type { SessionOwner } from '../fastify-types.js';
import { browserName } from './browser-name.rules.js';

/** The session cookie's name; browsers accept the `__Host-` prefix over https only. */
export function sessionCookie(secure: boolean): string {
  return secure ? '__Host-sid' : 'sid';
}

/** The step cookie's name. */
export function stepCookie(secure: boolean): string {
  return secure ? '__Host-steg' : 'steg';
}

/** The cookie of a browser that staff have signed in with. It opens nothing, so signing out leaves it. */
export function staffBrowserCookie(secure: boolean): string {
  return secure ? '__Host-kand' : 'kand';
}

/**
 * Begins a session under a new id; whatever the browser held before is gone. It is kept when this resolves,
 * so that nothing is said to have gone well, or forgotten, before.
 */
export async function signIn(
  request: FastifyRequest,
  owner: SessionOwner,
  clock: Clock,
): Promise<void> {
  await request.session.regenerate();
  const { session } = request;
  session.owner = owner;
  session.signedInAt = clock.now().getTime();
  session.browser = browserName(request.headers['user-agent']);
  try {
    await session.save();
  } catch (error) {
    // The answer that says so must not try it once more.
    delete session.owner;
    delete session.signedInAt;
    delete session.browser;
    throw error;
  }
}

/** Ends the session, deletes our own cookies by name and asks the browser to forget what it kept. */
export async function signOut(
  request: FastifyRequest,
  reply: FastifyReply,
  secure: boolean,
): Promise<void> {
  await request.session.destroy();
  forgetCookies(reply, secure);
}

/**
 * Deletes our own cookies by name. `Clear-Site-Data` never says "cookies": that would sign people
 * out of every service of the municipality.
 */
export function forgetCookies(reply: FastifyReply, secure: boolean): void {
  const options = { path: '/', secure, httpOnly: true, sameSite: 'lax' } as const;
  reply.clearCookie(sessionCookie(secure), options);
  reply.clearCookie(stepCookie(secure), options);
  reply.header('clear-site-data', '"cache", "storage"');
}
