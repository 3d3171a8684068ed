import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { In, LessThan, MoreThan } from 'typeorm';

import { Clock } from '../kernel/clock.js';
import { plusHours } from '../kernel/instant.js';
import { randomToken, sha256 } from '../kernel/secret.js';
import { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.service.js';
import { staffBrowserCookie } from '../platform/web/session/sign-in.js';
import { StaffBrowser } from './staff-browser.entity.js';

/** Since the last time that somebody signed in with it. */
const LASTS_HOURS = 180 * 24;

/** The browsers that staff have signed in with: one cookie that holds a random id, and only that. */
@Injectable()
export class StaffBrowsers implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.register('staff:purge-browsers', (now) => this.purge(now));
  }

  /** How the browser is stored if it has signed in as the active account with this address; otherwise null. */
  async signedInBefore(request: FastifyRequest, email: string): Promise<string | null> {
    const id = this.idOf(request);
    if (id === undefined) return null;
    const idHash = sha256(id);
    const staff = { email, state: 'active' } as const;
    const expiresAt = MoreThan(this.clock.now());
    return (await this.db.read.existsBy(StaffBrowser, { idHash, expiresAt, staff }))
      ? idHash
      : null;
  }

  /** Notes that the browser has signed in as an account. An id that we have not given it is not taken. */
  async remember(request: FastifyRequest, reply: FastifyReply, staffId: number): Promise<void> {
    const given = this.idOf(request);
    const now = this.clock.now();
    const isOurs =
      given !== undefined &&
      (await this.db.read.existsBy(StaffBrowser, {
        idHash: sha256(given),
        expiresAt: MoreThan(now),
      }));
    const id = isOurs ? given : randomToken();
    const row = { idHash: sha256(id), staffId, expiresAt: plusHours(now, LASTS_HOURS) };
    await this.db.transaction((em) => em.upsert(StaffBrowser, row, ['idHash', 'staffId']));
    reply.setCookie(staffBrowserCookie(this.config.secure), id, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.secure,
      maxAge: LASTS_HOURS * 3_600,
    });
  }

  /** Forgets browsers that have not been used for long, and those of accounts that are disabled. */
  async purge(now: Date): Promise<void> {
    const over = await this.db.read.find(StaffBrowser, {
      select: { id: true },
      where: [{ expiresAt: LessThan(now) }, { staff: { state: 'disabled' } }],
    });
    if (over.length === 0) return;
    await this.db.transaction((em) =>
      em.delete(StaffBrowser, { id: In(over.map(({ id }) => id)) }),
    );
  }

  private idOf(request: FastifyRequest): string | undefined {
    return request.cookies[staffBrowserCookie(this.config.secure)];
  }
}
