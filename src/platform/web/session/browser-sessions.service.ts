import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';

import { Clock } from '../../../kernel/clock.js';
import { sha256 } from '../../../kernel/secret.js';
import { Database, type Writer } from '../../database/database.js';
import type { SessionOwner } from '../fastify-types.js';
import { BrowserSession } from './browser-session.entity.js';
import { isOver } from './session.rules.js';

/** A browser in which somebody is signed in. */
export interface SignedInBrowser {
  readonly id: number;
  /** "Firefox, Windows"; '' when it does not say. */
  readonly name: string;
  readonly signedInAt: Date;
  /** To the minute. */
  readonly lastUsedAt: Date;
  /** The one that asks. */
  readonly current: boolean;
}

/** The signed-in browsers of a person or a member of staff. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** All of them, the last used first. */
  async of(owner: SessionOwner, currentId: string): Promise<readonly SignedInBrowser[]> {
    const idHash = sha256(currentId);
    const rows = await this.db.read.find(BrowserSession, {
      where: { ownerKind: owner.kind, ownerId: owner.id },
      order: { lastUsedAt: 'DESC', id: 'DESC' },
    });
    const now = this.clock.now();
    return rows
      .filter((row) => !isOver(row, now))
      .map((row) => ({
        id: row.id,
        name: nameIn(row.data),
        signedInAt: row.createdAt,
        lastUsedAt: row.lastUsedAt,
        current: row.idHash === idHash,
      }));
  }

  /** Signs one of the owner's browsers out; somebody else's is left alone. */
  async end(owner: SessionOwner, id: number): Promise<void> {
    await this.db.transaction((em) =>
      em.delete(BrowserSession, { id, ownerKind: owner.kind, ownerId: owner.id }),
    );
  }

  /** Signs the owner out everywhere. */
  async endAll({ kind: ownerKind, id: ownerId }: SessionOwner): Promise<void> {
    await this.db.transaction((em) => em.delete(BrowserSession, { ownerKind, ownerId }));
  }

  /** Signs the owner out everywhere but in the browser that asks. */
  async endOthers(em: Writer, owner: SessionOwner, currentId: string): Promise<void> {
    const idHash = Not(sha256(currentId));
    await em.delete(BrowserSession, { idHash, ownerKind: owner.kind, ownerId: owner.id });
  }
}

function nameIn(data: string): string {
  const { browser } = JSON.parse(data) as { readonly browser?: unknown };
  return typeof browser === 'string' ? browser : '';
}
