import type { Writer } from '../platform/database/database.js';
import { StaffAccount } from '../staff/staff-account.entity.js';
import { StaffRole } from '../staff/staff-role.entity.js';
import { demoStaff, type DemoStaffKey } from './content/staff.js';

/** Ids of the demo's accounts. */
export type StaffIds = ReadonlyMap<DemoStaffKey, number>;

/** Adds the demo's accounts; they share one password, so that it is hashed once. */
export async function loadStaff(em: Writer, passwordHash: string, now: Date): Promise<StaffIds> {
  const ids = new Map<DemoStaffKey, number>();
  for (const key of Object.keys(demoStaff) as DemoStaffKey[]) {
    const { email, firstName, lastName, roles } = demoStaff[key];
    const account = await em.save(StaffAccount, {
      email,
      firstName,
      lastName,
      passwordHash,
      state: 'active',
      createdAt: now,
    });
    await em.insert(
      StaffRole,
      roles.map((role) => ({ staffId: account.id, role })),
    );
    ids.set(key, account.id);
  }
  return ids;
}
