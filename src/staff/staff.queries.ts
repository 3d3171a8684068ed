import { Injectable } from '@nestjs/common';

import { Database } from '../platform/database/database.js';
import { StaffDirectory, type SignedInStaff } from '../platform/web/access.js';
import { StaffAccount } from './staff-account.entity.js';
import { StaffRole } from './staff-role.entity.js';

/** An account as signing in needs it. */
export interface Credentials {
  readonly id: number;
  readonly passwordHash: string;
}

/** Reads staff accounts. */
@Injectable()
export class StaffQueries extends StaffDirectory {
  constructor(private readonly db: Database) {
    super();
  }

  /** Name and roles of an active account, read anew for every request of its sessions. */
  async signedIn(staffId: number): Promise<SignedInStaff | null> {
    const rows = await this.db.read.find(StaffRole, {
      where: { staffId, staff: { state: 'active' } },
      relations: { staff: true },
      order: { id: 'ASC' },
    });
    const firstName = rows[0]?.staff?.firstName;
    if (firstName === undefined) return null;
    return { id: staffId, firstName, roles: rows.map((row) => row.role) };
  }

  /** The active account with a normalised address, or null. */
  credentials(email: string): Promise<Credentials | null> {
    return this.db.read.findOne(StaffAccount, {
      select: { id: true, passwordHash: true },
      where: { email, state: 'active' },
    });
  }
}
