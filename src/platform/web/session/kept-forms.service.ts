import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { LessThan } from 'typeorm';

import { Clock } from '../../../kernel/clock.js';
import { plusMinutes } from '../../../kernel/instant.js';
import { randomToken, sha256 } from '../../../kernel/secret.js';
import { Config } from '../../config/config.js';
import { Database, type Reader, type Writer } from '../../database/database.js';
import { KEEPS_TYPED } from '../access.js';
import type { SessionOwner } from '../fastify-types.js';
import { typedOf, type Typed } from '../forms.js';
import { KeptForm } from './kept-form.entity.js';
import { seal, unseal, type Keys } from './sealed.js';

const KEPT_MINUTES = 15;
/** What a form of ours comes to at most; more was not typed by anybody. */
const LONGEST = 40_000;

/** Where a request that was refused goes on to after signing in, and whether what was typed is there. */
export interface WayBack {
  readonly next: string;
  readonly kept: boolean;
}

/**
 * Keeps what was typed when a session had ended meanwhile, until the same person has signed in again in
 * the same browser: the token in the address opens it, and only for who sent it. Nothing is carried out
 * by that; the person sees their form filled in and presses the button. Only routes that say so
 * (`@KeepsTyped()`) keep anything: never a code or a password.
 */
@Injectable()
export class KeptForms {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly reflector: Reflector,
  ) {}

  /** Every form has a page at its own address, so one comes back to where one was. */
  async wayBack(context: ExecutionContext): Promise<WayBack> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method !== 'POST') return { next: request.url, kept: false };
    const next = pathOf(request);
    const owner = request.session.owner ?? request.session.ended;
    if (owner === undefined || !this.keeps(context)) return { next, kept: false };
    const token = await this.keep(owner, next, typedOf(request.body));
    return token === null
      ? { next, kept: false }
      : { next: `${next}?skrivet=${token}`, kept: true };
  }

  /**
   * Behind the guard: gives a page what was kept for it, and forgets it once it has been sent again. Reading
   * it changes nothing, so that a reloaded page is still filled in.
   */
  async admit(context: ExecutionContext, owner: SessionOwner): Promise<void> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET') request.kept = await this.find(request, owner);
    else if (this.keeps(context)) await this.forget(owner);
  }

  /** Whether there is any that nobody may have back. */
  hasOld(em: Reader, now: Date): Promise<boolean> {
    return em.existsBy(KeptForm, { createdAt: LessThan(plusMinutes(now, -KEPT_MINUTES)) });
  }

  /** Deletes those. */
  async purge(em: Writer, now: Date): Promise<void> {
    await em.delete(KeptForm, { createdAt: LessThan(plusMinutes(now, -KEPT_MINUTES)) });
  }

  private keeps(context: ExecutionContext): boolean {
    return this.reflector.get<unknown>(KEEPS_TYPED, context.getHandler()) === true;
  }

  private async keep(owner: SessionOwner, path: string, typed: Typed): Promise<string | null> {
    const token = randomToken();
    const sealed = seal(JSON.stringify({ path: ownPath(path), typed }), this.keys(token));
    if (sealed.length > LONGEST) return null;
    const who = { ownerKind: owner.kind, ownerId: owner.id };
    const form = { ...who, tokenHash: sha256(token), sealed, createdAt: this.clock.now() };
    await this.db.transaction((em) => em.upsert(KeptForm, form, ['ownerKind', 'ownerId']));
    return token;
  }

  private async find(request: FastifyRequest, owner: SessionOwner): Promise<Typed | null> {
    const { skrivet: token } = request.query as Readonly<Record<string, unknown>>;
    if (typeof token !== 'string') return null;
    const who = { ownerKind: owner.kind, ownerId: owner.id };
    const form = await this.db.read.findOneBy(KeptForm, { ...who, tokenHash: sha256(token) });
    if (!form || form.createdAt < plusMinutes(this.clock.now(), -KEPT_MINUTES)) return null;
    const text = unseal(form.sealed, this.keys(token));
    if (text === null) return null;
    const { path, typed } = JSON.parse(text) as { readonly path: string; readonly typed: Typed };
    return path === ownPath(pathOf(request)) ? typed : null;
  }

  private keys(token: string): Keys {
    return { secrets: this.config.sessionSecrets, token };
  }

  private async forget({ kind: ownerKind, id: ownerId }: SessionOwner): Promise<void> {
    if (!(await this.db.read.existsBy(KeptForm, { ownerKind, ownerId }))) return;
    await this.db.transaction((em) => em.delete(KeptForm, { ownerKind, ownerId }));
  }
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}

/** The same form in every language. */
function ownPath(path: string): string {
  return path.replace(/^\/[a-z]{2}\//, '/');
}
