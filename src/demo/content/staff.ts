import type { Role } from '../../platform/web/access.js';

/** The password of every demo account; told on the demo's own pages. */
export const DEMO_PASSWORD = 'familjepeppen-demo';

/** An account of the demo. The first four are named in the README, the others lead beside them. */
export interface DemoStaff {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly Role[];
}

export type DemoStaffKey =
  | 'leader'
  | 'leader2'
  | 'coordinator'
  | 'editor'
  | 'administrator'
  | 'coLeader'
  | 'coLeader2'
  | 'coLeader3';

/** Every account of the demo. */
export const demoStaff: Readonly<Record<DemoStaffKey, DemoStaff>> = {
  leader: person('ledare', 'Maria', 'Lindgren', ['leader']),
  leader2: person('ledare2', 'Sara', 'Wallin', ['leader']),
  coordinator: person('samordnare', 'Karin', 'Öberg', ['coordinator']),
  editor: person('redaktor', 'Henrik', 'Nyman', ['editor']),
  administrator: person('admin', 'Lena', 'Forsberg', ['administrator']),
  coLeader: person('ledare3', 'Johan', 'Sandström', ['leader']),
  coLeader2: person('ledare4', 'Amina', 'Yusuf', ['leader']),
  coLeader3: person('ledare5', 'Tomas', 'Åkerlund', ['leader']),
};

function person(account: string, firstName: string, lastName: string, roles: Role[]): DemoStaff {
  return { email: `${account}@demo.test`, firstName, lastName, roles };
}
