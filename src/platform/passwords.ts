import { hash, verify } from '@node-rs/argon2';

/** For argon2id, which the library uses unless told otherwise; from ASVS 5.0, appendix C. */
const ARGON2ID = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

/** The hash of a password that nobody has, so that an unknown address costs as much as a known. */
let nobodys: Promise<string> | undefined;

/** A password as it is stored: argon2id with its parameters and salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), ARGON2ID);
}

/**
 * Whether the password is the one behind the hash. Without a hash it does the same work and says
 * no. Never called inside a transaction: it takes tens of milliseconds.
 */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password');
  const matches = await verify(stored ?? (await nobodys), password.normalize('NFC'));
  return stored !== null && matches;
}
