import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { In } from 'typeorm';

import { Clock } from '../../../kernel/clock.js';
import { LENGTHS } from '../../../kernel/lengths.js';
import { plusMinutes } from '../../../kernel/instant.js';
import { randomToken, sha256 } from '../../../kernel/secret.js';
import { Config } from '../../config/config.js';
import { Database, type Writer } from '../../database/database.js';
import { PendingStep } from './pending-step.entity.js';
import { stepCookie } from './sign-in.js';

const LASTS_MINUTES = 120;
/** Two people who share a computer, or one who enrols in several rounds at once. */
const STEPS_PER_BROWSER = 4;
const SEPARATOR = '.';

/** Something that a browser is in the middle of. */
export interface Step {
  /** The row that the step is about. */
  readonly subjectId: number;
  /**
   * Names the step in a form, so that each tab stays with its own. Opens nothing without the cookie. The same
   * for both presses of a double click, of which the browser keeps one cookie.
   */
  readonly name: string;
  /** How the cookie's id is stored. */
  readonly idHash: string;
}

/**
 * The steps that a visitor without a session is in the middle of: one cookie with a random id for each,
 * two hours. What a form says about which step it means only chooses among those of the cookie.
 */
@Injectable()
export class Steps {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Notes a step in the caller's transaction; the answer goes into the cookie after commit. */
  async begin(em: Writer, kind: string, subjectId: number): Promise<string> {
    const id = randomToken();
    const expiresAt = plusMinutes(this.clock.now(), LASTS_MINUTES);
    const name = this.nameOf(kind, subjectId);
    await em.insert(PendingStep, { idHash: sha256(id), name, kind, subjectId, expiresAt });
    return id;
  }

  /** What the steps were about goes on as another row of the same feature, under the name that tabs know. */
  async move(em: Writer, kind: string, from: number, to: number): Promise<void> {
    await em.update(PendingStep, { kind, subjectId: from }, { subjectId: to });
  }

  /** Ends the steps about some rows, in every browser. */
  async end(em: Writer, kind: string, subjectIds: readonly number[]): Promise<void> {
    if (subjectIds.length === 0) return;
    await em.delete(PendingStep, { kind, subjectId: In([...subjectIds]) });
  }

  /** Hands a new step to the browser, beside those that it has. */
  remember(request: FastifyRequest, reply: FastifyReply, stepId: string): void {
    this.keep(reply, [stepId, ...this.ids(request)].slice(0, STEPS_PER_BROWSER));
  }

  /**
   * What the browser is in the middle of, the newest first.
   * @param name only the step of that name; '' or absent: all
   */
  async of(request: FastifyRequest, kind: string, name = ''): Promise<readonly Step[]> {
    const hashes = this.ids(request).map(sha256);
    if (hashes.length === 0) return [];
    const rows = await this.db.read.findBy(PendingStep, { idHash: In(hashes), kind });
    const now = this.clock.now();
    return rows
      .filter(({ expiresAt }) => expiresAt > now)
      .sort((a, b) => hashes.indexOf(a.idHash) - hashes.indexOf(b.idHash))
      .filter((step) => name === '' || step.name === name);
  }

  /** The newest of them, or null. */
  async current(request: FastifyRequest, kind: string, name = ''): Promise<Step | null> {
    return (await this.of(request, kind, name))[0] ?? null;
  }

  /** A step is done: the browser forgets it, and keeps what else it is in the middle of. */
  forget(request: FastifyRequest, reply: FastifyReply, { idHash }: Step): void {
    this.keep(
      reply,
      this.ids(request).filter((id) => sha256(id) !== idHash),
    );
  }

  /** Numbers of rows would tell how many enrolments there are. */
  private nameOf(kind: string, subjectId: number): string {
    const [secret] = this.config.sessionSecrets;
    return sha256(`step ${secret} ${kind} ${subjectId}`).slice(0, LENGTHS.stepName);
  }

  private ids(request: FastifyRequest): readonly string[] {
    const cookie = request.cookies[stepCookie(this.config.secure)] ?? '';
    return cookie.split(SEPARATOR, STEPS_PER_BROWSER).filter((id) => id !== '');
  }

  private keep(reply: FastifyReply, ids: readonly string[]): void {
    const { secure } = this.config;
    const name = stepCookie(secure);
    const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
    // A browser takes a `__Host-` cookie away only when it is told as it was told to keep it.
    if (ids.length === 0) reply.clearCookie(name, options);
    else reply.setCookie(name, ids.join(SEPARATOR), { ...options, maxAge: LASTS_MINUTES * 60 });
  }
}
