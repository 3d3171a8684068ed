/** Mail services where dots in the local part mean nothing, by the domain that they are counted under. */
const WITHOUT_DOTS = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
]);

/**
 * The mailbox that a normalised address leads to, as far as one can know: without what follows a plus sign.
 * For counting only: two adults may share a mailbox and tell their mail apart by it.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  const [local = ''] = email.slice(0, at).toLowerCase().split('+');
  const dotless = WITHOUT_DOTS.get(domain);
  return dotless === undefined ? `${local}@${domain}` : `${local.replaceAll('.', '')}@${dotless}`;
}
