/**
 * A query parameter of a public page, and which values of it mean something. It is told in one place: the
 * page reads its choices by it, and whatever it does not know is dropped before the page cache is asked.
 */
export interface Parameter<T extends number | string = number | string> {
  /** `one` value or `several`; a `search` is typed freely, so that its answers are not worth keeping. */
  readonly kind: 'one' | 'several' | 'search';
  /** The value as our own links write it; undefined for what means nothing. */
  readonly read: (given: string) => T | undefined;
}

/** All parameters of a page, by name and in the order in which links write them. */
export type PageParameters = Readonly<Record<string, Parameter>>;

/** What a query says about one parameter: each value once, in one order, whoever wrote the address. */
export function valuesOf<T extends number | string>(parameter: Parameter<T>, given: unknown): T[] {
  const texts = [given].flat().filter((text) => typeof text === 'string');
  if (isAmbiguous(parameter, texts)) return [];
  const values = texts.map(parameter.read).filter((value) => value !== undefined);
  return [...new Set(values)].sort();
}

/**
 * The same address with only what the page knows, written in one way, so that all addresses of one
 * page are the same text. Null when a value is given twice where the page reads one.
 */
export function knownAddress(url: string, parameters: PageParameters): string | null {
  const [path, query] = splitAddress(url);
  if (query === '') return path;
  const given = new URLSearchParams(query);
  const known = new URLSearchParams();
  for (const [name, parameter] of Object.entries(parameters)) {
    const texts = given.getAll(name);
    if (isAmbiguous(parameter, texts)) return null;
    for (const value of valuesOf(parameter, texts)) known.append(name, String(value));
  }
  return known.size === 0 ? path : `${path}?${known.toString()}`;
}

/** Path and query of an address; the query is '' when there is none. */
export function splitAddress(url: string): [path: string, query: string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** The name of the parameter that people search by; undefined for a page without one. */
export function searchOf(parameters: PageParameters): string | undefined {
  return Object.keys(parameters).find((name) => parameters[name]?.kind === 'search');
}

function isAmbiguous({ kind }: Parameter, texts: readonly string[]): boolean {
  return kind !== 'several' && texts.length > 1;
}
