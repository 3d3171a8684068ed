import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Eyes, Screen } from './chromium.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

const NARROW: Eyes = { width: 320, height: 640 };

/** Ways to look at a page. The first two find all but what colours do in the others. */
const READERS = {
  desk: {},
  phoneAtNight: { ...NARROW, dark: true },
  phone: NARROW,
  deskAtNight: { dark: true },
} as const satisfies Readonly<Record<string, Eyes>>;

/**
 * What stands in the way of those who read the open page: axe's findings, and text that runs out of the
 * screen. Nothing on a page that everybody can use.
 */
export async function barriersFor(
  screen: Screen,
  readers: readonly (keyof typeof READERS)[] = ['desk', 'phoneAtNight'],
): Promise<string[]> {
  const found: string[] = [];
  for (const reader of readers) {
    await screen.look(READERS[reader]);
    const overflow = await screen.overflow();
    const barriers = await barriersOf(screen.page);
    if (overflow > 0) barriers.push(`wider than the screen by ${overflow} pixels`);
    found.push(...barriers.map((barrier) => `${screen.page.url()} (${reader}) ${barrier}`));
  }
  return found;
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What axe finds on a page, as "rule: element". */
export async function barriersOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  const options = JSON.stringify({ runOnly: RULES, resultTypes: ['violations'] });
  const violations = await page.evaluate<AxeViolation[]>(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
}
