/** What decides whether a help line is shown. */
interface Checked {
  readonly active: boolean;
  readonly municipal: boolean;
  readonly verifiedOn: string | null;
}

/**
 * Only numbers that a source has confirmed are given to somebody in need. The municipality's own
 * are shown without that too, with a sentence that says so: it would be worse to leave them out.
 */
export function isPublic(line: Checked): boolean {
  return line.active && (line.municipal || line.verifiedOn !== null);
}
