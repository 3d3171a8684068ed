import type { Audience, ItemType, Topic } from '../../../library/vocabulary.rules.js';

/** The words of a demo item in one language. */
export interface DemoItemText {
  readonly title: string;
  /** For the tab and the history when the title itself says too much. */
  readonly tabTitle?: string;
  readonly summary: string;
  /** Markdown; links such as `/stod` lead to the page in the reader's language. */
  readonly body: string;
}

/** A library item of the demo. Its translations are made for the demo and say so in the data. */
export interface DemoItem {
  readonly slug: string;
  readonly topic: Topic;
  readonly type: ItemType;
  readonly audiences: readonly Audience[];
  readonly sensitive?: true;
  /** By BCP 47 tag; Swedish always exists. */
  readonly texts: { readonly sv: DemoItemText } & Readonly<Record<string, DemoItemText>>;
  /** Translations that the demo counts as reviewed, so that the safety rule can be seen at work. */
  readonly demoReviewed?: readonly string[];
}
