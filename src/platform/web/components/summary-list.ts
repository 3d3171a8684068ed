import type { Link } from './link.js';

/** One fact. `lang` is set when the value is in another language than the page, else ''. */
export interface SummaryRow {
  readonly label: string;
  readonly text: string;
  readonly lang: string;
  readonly dir: string;
  /** A link after the value, or null. */
  readonly link: Link | null;
  /** A link at the end of the row, such as "Ändra"; null when the fact stands. */
  readonly change: Link | null;
}

/** `components/summary-list`: facts as label and value. */
export interface SummaryList {
  readonly rows: readonly SummaryRow[];
}

/** Facts as label and value; rows with an empty value and no link are left out. */
export function summaryList(
  rows: readonly (Pick<SummaryRow, 'label' | 'text'> & Partial<SummaryRow>)[],
): SummaryList {
  return {
    rows: rows
      .filter((row) => row.text !== '' || (row.link ?? null) !== null)
      .map((row) => ({ lang: '', dir: '', link: null, change: null, ...row })),
  };
}
