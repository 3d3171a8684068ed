import type { Tag } from './tag.js';

/** One cell. `link` may have a plain line under it, `seats` draws how full something is. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'tag'; readonly tag: Tag }
  | {
      readonly kind: 'seats';
      readonly taken: number;
      readonly capacity: number;
      /** Fewer than this many is too few; the bar then changes colour. */
      readonly low: number;
      readonly text: string;
    };

export interface Column {
  readonly label: string;
  /** Figures stand at the end of their column. */
  readonly numeric: boolean;
}

/** `components/table`: the first cell of each row is its header. Scrolls by itself when narrow. */
export interface Table {
  readonly id: string;
  readonly caption: string;
  /** The caption is only read out when a heading above says the same. */
  readonly captionHidden: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly header: Cell; readonly cells: readonly Cell[] }[];
}

/** A table from its rows of cells; a column given as a string is not numeric. */
export function table(options: {
  readonly id: string;
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly (string | Column)[];
  readonly rows: readonly (readonly [Cell, ...Cell[]])[];
}): Table {
  return {
    id: options.id,
    caption: options.caption,
    captionHidden: options.captionHidden ?? false,
    columns: options.columns.map((column) =>
      typeof column === 'string' ? { label: column, numeric: false } : column,
    ),
    rows: options.rows.map(([header, ...cells]) => ({ header, cells })),
  };
}
