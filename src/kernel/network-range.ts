/**
 * The network range that an address belongs to: what one household, school or telephone company
 * shares. IPv4 by its first three numbers, IPv6 by its first 48 bits.
 */
export function networkRange(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  if (plain.includes('.')) return plain.split('.').slice(0, 3).join('.');
  const [head = ''] = plain.split('::');
  const groups = head.split(':').map((group) => group.replace(/^0+(?=.)/, ''));
  return [0, 1, 2].map((index) => groups[index] ?? '0').join(':');
}
