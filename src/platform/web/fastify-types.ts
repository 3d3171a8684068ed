import type { RouteAccess, SignedInStaff } from './access.js';
import type { Typed } from './forms.js';
import type { Locale } from './locale.js';

/** Whose a signed-in browser is. */
export interface SessionOwner {
  readonly kind: 'staff' | 'participant';
  readonly id: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The language that the path asks for; Swedish where it names none. */
    readonly locale: Locale;
    staff?: SignedInStaff;
    participantId?: number;
    /** What the person had typed on this page when their session ended. */
    kept?: Typed | null;
  }
  interface Session {
    owner?: SessionOwner;
    /** Whose it was, when it has ended by itself: opens nothing. */
    ended?: SessionOwner;
    /** Milliseconds since 1970: when the person proved who they are. */
    signedInAt?: number;
    /** What the person would call the browser: "Chrome, Android". */
    browser?: string;
    /** Key of a text to show once on the next page. */
    flash?: string;
  }
  interface FastifyContextConfig extends Partial<RouteAccess> {}
}
