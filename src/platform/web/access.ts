import { applyDecorators, createParamDecorator, Res, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

import type { Typed } from './forms.js';
import type { Locale } from './locale.js';
import { searchOf, type PageParameters } from './page-query.rules.js';

/** What a member of staff may do; an account may hold several, none implies another. */
export type Role = 'leader' | 'coordinator' | 'editor' | 'administrator';

/** Who may reach a route. Every route has exactly one, or the app does not start. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'parent' }
  | { readonly kind: 'staff'; readonly roles: readonly Role[] };

export const ACCESS = Symbol('access');

/** At most `max` requests in `minutes` from one network address; acts only, never reading. */
export interface ActLimit {
  readonly max: number;
  readonly minutes: number;
}

/** What the pipeline has to know about a route before its handler runs. */
export interface RouteAccess {
  readonly access: Access['kind'];
  /** A public page reads no cookie unless it says so, and is then never kept by a cache. */
  readonly cookies: boolean;
  /** What a public page reads from its address; whatever else stands there is dropped. */
  readonly query: PageParameters;
  /** Whether everybody who asks at the same time may be given one and the same answer. */
  readonly shared: boolean;
  /** Accepted without `Sec-Fetch-Site` and `Origin`; such a route must read no cookie. */
  readonly fromMailClient: boolean;
  readonly rateLimit?: RateLimit;
}

interface RateLimit {
  readonly max: number;
  /** Milliseconds. */
  readonly timeWindow: number;
  /** Requests that do not count. */
  readonly allowList?: (request: FastifyRequest) => boolean;
}

interface PublicOptions {
  readonly cookies?: boolean;
  /** Every query parameter that the page reads; searching is limited. */
  readonly query?: PageParameters;
  /** False when the answer depends on the headers of the request. */
  readonly shared?: boolean;
  readonly limit?: ActLimit;
}

const SEARCHING: ActLimit = { max: 60, minutes: 1 };

/** Only searching counts: reading has no limit. */
function searchLimit(parameter: string): RateLimit {
  return {
    max: SEARCHING.max,
    timeWindow: SEARCHING.minutes * 60_000,
    allowList: ({ query }) => typeof query !== 'object' || query === null || !(parameter in query),
  };
}

function routeAccess(access: Access['kind'], options: PublicOptions, fromMailClient = false) {
  const search = searchOf(options.query ?? {});
  const config: RouteAccess = {
    access,
    cookies: access !== 'public' || (options.cookies ?? false),
    query: options.query ?? {},
    shared: access === 'public' && options.cookies !== true && (options.shared ?? true),
    fromMailClient,
    ...(options.limit && {
      rateLimit: { max: options.limit.max, timeWindow: options.limit.minutes * 60_000 },
    }),
    ...(search !== undefined && { rateLimit: searchLimit(search) }),
  };
  return RouteConfig(config);
}

/** Two guards on one handler would hide one another: the app does not start then either. */
function onlyGuard(access: Access): MethodDecorator {
  return (target, name, descriptor) => {
    const handler: unknown = descriptor.value;
    if (typeof handler !== 'function') return;
    if (Reflect.hasMetadata(ACCESS, handler))
      throw new Error(`Two guards on ${target.constructor.name}.${String(name)}`);
    SetMetadata(ACCESS, access)(target, name, descriptor);
  };
}

/** Anybody. Without `cookies: true` the handler sees a request without any cookie. */
export function Public(options: PublicOptions = {}): MethodDecorator {
  return applyDecorators(onlyGuard({ kind: 'public' }), routeAccess('public', options));
}

/** A person signed in by a mailed code. */
export function Parent(options: { limit?: ActLimit } = {}): MethodDecorator {
  return applyDecorators(onlyGuard({ kind: 'parent' }), routeAccess('parent', options));
}

/** A signed-in member of staff who holds one of the roles. */
export function Staff(...roles: Role[]): MethodDecorator {
  return applyDecorators(onlyGuard({ kind: 'staff', roles }), routeAccess('staff', {}));
}

/** Where the metadata of a route says that what was typed there is kept. */
export const KEEPS_TYPED = Symbol('keeps-typed');

/**
 * What is sent here when a session has ended comes back filled in after signing in; the page at the same
 * address shows it (`CurrentKept`). Not for codes and passwords.
 */
export function KeepsTyped(): MethodDecorator {
  return SetMetadata(KEEPS_TYPED, true);
}

/** A member of staff as the guard found them: read anew on every request. */
export interface SignedInStaff {
  readonly id: number;
  readonly firstName: string;
  readonly roles: readonly Role[];
}

/** How the guard learns about staff; the staff feature provides it. */
export abstract class StaffDirectory {
  /** The account, or null when it is unknown or disabled. */
  abstract signedIn(staffId: number): Promise<SignedInStaff | null>;
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

/** The language of the page asked for. */
export const CurrentLocale = createParamDecorator(
  (_: unknown, context: ExecutionContext): Locale => requestOf(context).locale,
);

/** The signed-in member of staff; only on `@Staff` routes. */
export const CurrentStaff = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedInStaff | undefined => requestOf(context).staff,
);

/** The signed-in person's participant id; only on `@Parent` routes. */
export const CurrentParent = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined => requestOf(context).participantId,
);

/** What the person had typed here when their session ended; null when nothing is kept. */
export const CurrentKept = createParamDecorator(
  (_: unknown, context: ExecutionContext): Typed | null => requestOf(context).kept ?? null,
);

/** The raw request, for handlers that begin or end a browser session. */
export const CurrentRequest = createParamDecorator(
  (_: unknown, context: ExecutionContext): FastifyRequest => requestOf(context),
);

/**
 * The raw reply, for the few handlers that set a cookie. Not a decorator of our own: Nest would await
 * its value, and Fastify's reply is a promise of the answer having been sent.
 */
export const CurrentReply = (): ParameterDecorator => Res({ passthrough: true });
