import type { Role } from './access.js';
import type { Locale } from './locale.js';

/** The pages of the staff menu and the roles that may open them. */
const PAGES = [
  { text: 'staff:menu.register', href: '/ledare', roles: ['leader', 'coordinator'] },
  {
    text: 'staff:menu.work',
    href: '/admin',
    roles: ['coordinator', 'editor', 'administrator'],
  },
] as const satisfies readonly { text: string; href: string; roles: readonly Role[] }[];

/** The menu of a member of staff: only what their roles open. */
export function staffMenu(
  roles: readonly Role[],
  locale: Locale,
): readonly { label: string; href: string }[] {
  return PAGES.filter((page) => page.roles.some((role) => roles.includes(role))).map((page) => ({
    label: locale.t(page.text),
    href: page.href,
  }));
}
