import { Injectable } from '@nestjs/common';
import type { Session } from 'fastify';

import { Clock } from '../../../kernel/clock.js';
import { sha256 } from '../../../kernel/secret.js';
import { Database } from '../../database/database.js';
import type { SessionOwner } from '../fastify-types.js';
import { BrowserSession } from './browser-session.entity.js';
import { isOver, shouldTouch } from './session.rules.js';

type Done = (error?: unknown) => void;
type Found = (error: unknown, session?: Session | null) => void;

/** Longer than any request takes. */
const NEW_MS = 30_000;

/** Keeps the sessions of `@fastify/session` in the database; only signed-in ones become a row. */
@Injectable()
export class SessionStore {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  get(id: string, found: Found): void {
    this.load(sha256(id)).then((session) => found(null, session), found);
  }

  set(id: string, session: Session, done: Done): void {
    this.save(sha256(id), session).then(() => done(), done);
  }

  destroy(id: string, done: Done): void {
    this.remove(sha256(id)).then(() => done(), done);
  }

  private async load(idHash: string): Promise<Session | null> {
    const row = await this.db.read.findOneBy(BrowserSession, { idHash });
    if (!row) return null;
    const now = this.clock.now();
    // The row goes with the purge: until then a form that is sent too late is known to be this person's.
    if (isOver(row, now)) return endedSession({ kind: row.ownerKind, id: row.ownerId });
    if (shouldTouch(row, now))
      await this.db.transaction((em) => em.update(BrowserSession, { idHash }, { lastUsedAt: now }));
    return JSON.parse(row.data) as Session;
  }

  private async save(idHash: string, session: Session): Promise<void> {
    const owner = session.owner;
    if (!owner) return;
    const now = this.clock.now();
    const { cookie: _cookie, ...rest } = session;
    const data = JSON.stringify(rest);
    await this.db.transaction(async (em) => {
      const known = await em.update(BrowserSession, { idHash }, { data, lastUsedAt: now });
      // One that was ended elsewhere while this request ran must not come back.
      if (known.affected === 0 && isNew(session, now))
        await em.insert(BrowserSession, {
          idHash,
          ownerKind: owner.kind,
          ownerId: owner.id,
          data,
          createdAt: now,
          lastUsedAt: now,
        });
    });
  }

  private async remove(idHash: string): Promise<void> {
    await this.db.transaction((em) => em.delete(BrowserSession, { idHash }));
  }
}

function endedSession(ended: SessionOwner): Session {
  return { ...(JSON.parse('{}') as Session), ended };
}

/** Signed in by this very request. */
function isNew({ signedInAt = 0 }: Session, now: Date): boolean {
  return now.getTime() - signedInAt < NEW_MS;
}
