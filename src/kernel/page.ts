/** Which item of the public menu a page belongs to. */
export type Section = 'courses' | 'library' | 'help' | 'mine' | 'none';

/** A step on the way to a page; the last one is the page itself and carries no link. */
export interface Crumb {
  readonly label: string;
  readonly href: string;
  /** Language of the label where it is not the page's. */
  readonly lang?: string;
}

/** What a page tells the layout about itself. Texts are already in the reader's language. */
export interface PageHead {
  /** Without the product's name; the layout adds it, and "Fel:" when `invalid`. */
  readonly title: string;
  /** Language of title and description where it is not the page's. */
  readonly titleLang?: string;
  readonly section?: Section;
  readonly layout?: 'public' | 'staff';
  readonly breadcrumbs?: readonly Crumb[];
  readonly description?: string;
  /** Shows the way out ("Lämna sidan"). */
  readonly quickExit?: boolean;
  /** The browser may keep no copy: sensitive items and everything made for one person. */
  readonly noStore?: boolean;
  /** The page shows what has to be put right in a form. */
  readonly invalid?: boolean;
  /** The page exists in this language only, so no language switch is shown. */
  readonly oneLanguage?: boolean;
  /** Id of the page's form: the language switch then sends what is typed along. */
  readonly formId?: string;
  /** Search engines leave the page out. */
  readonly noIndex?: boolean;
}

/**
 * What the pages have in common that a mailed link opens. None of them names a course, so the way out stands on
 * all: were it on those about a discreet course only, it would tell which they are.
 */
export const MAILED_LINK = {
  quickExit: true,
  noStore: true,
  noIndex: true,
  oneLanguage: true,
} as const satisfies Partial<PageHead>;

/** An HTML page as a controller returns it: a view under `views/`, its head and its view model. */
export class Page {
  constructor(
    readonly view: string,
    readonly head: PageHead,
    readonly model: object,
    readonly status = 200,
  ) {}
}

/** The answer after a write that went well: 303 to a page that can be read again. */
export class SeeOther {
  constructor(readonly href: string) {}
}
