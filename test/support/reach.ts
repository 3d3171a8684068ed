import type { Locator, Page } from 'playwright-core';

/** Targets that are less wide or high than so many pixels, with their sizes; what is not shown has none. */
export async function smallerThan(pixels: number, targets: Locator): Promise<string[]> {
  const small: string[] = [];
  for (const target of await targets.all()) {
    const box = (await target.isVisible()) ? await target.boundingBox() : null;
    if (box !== null && Math.min(box.width, box.height) < pixels - 0.5)
      small.push(`${await target.innerText()}: ${box.width} × ${box.height}`);
  }
  return small;
}

/** The element with the focus, what lies over its middle, and whether that is another one. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const nothing = element === document.body;
  const seen = nothing || element.contains(hit) || (hit !== null && hit.contains(element));
  const names = [element, hit].map((one) => one?.outerHTML.slice(0, 100));
  return { element: names[0], seen, text: names.join(' is behind ') };
})()`;

interface Focused {
  readonly element: string;
  readonly seen: boolean;
  readonly text: string;
}

/**
 * Goes through a page with Tab, and back again from its end, and gives what had the focus behind
 * something else. Throws when fewer than ten elements got it: then nothing has been tried.
 */
export async function hiddenFromFocus(page: Page, presses: number): Promise<string[]> {
  const elements = new Set<string>();
  const hidden: string[] = [];
  for (const key of ['Tab', 'Shift+Tab']) {
    if (key === 'Shift+Tab') await page.keyboard.press('End');
    for (let press = 0; press < presses; press += 1) {
      await page.keyboard.press(key);
      const { element, seen, text } = await page.evaluate<Focused>(FOCUSED);
      elements.add(element);
      if (!seen) hidden.push(text);
    }
  }
  if (elements.size < 10) throw new Error(`Tab came to ${elements.size} elements only.`);
  return hidden;
}
