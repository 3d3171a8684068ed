import { DemoLoader } from '../../src/demo/demo-loader.service.js';
import { useApp, type RunningApp } from './app.js';
import type { TestDatabase } from './databases.js';
import type { SeenPage } from './seen-page.js';

/** The app with the demo, on Monday 23 November 2026, nine in the morning. */
export function useDemo(database: TestDatabase): RunningApp {
  return useApp(database, {
    now: '2026-11-23T08:00:00Z',
    before: async (app) => {
      await app.get(DemoLoader).load();
    },
  });
}

/** The facts of a round by their labels. */
export function factsOf(page: SeenPage): Record<string, string> {
  const labels = page.texts('dl dt');
  const values = page.texts('dl dd');
  return Object.fromEntries(labels.map((label, index) => [label, values[index] ?? '']));
}

/** The small line on top of the card with a title. */
export function cardLine(page: SeenPage, title: string): string {
  const index = page.texts('.course-card h3').indexOf(title);
  return page.texts('.course-card .card__facts')[index] ?? `no card "${title}"`;
}
