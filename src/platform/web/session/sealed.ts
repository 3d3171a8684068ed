import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * What opens a sealed text: a secret of ours and the token that somebody's browser holds, both. Of our
 * secrets the first seals and all of them open, as with the cookies of sessions.
 */
export interface Keys {
  readonly secrets: readonly string[];
  readonly token: string;
}

/** A text that only the same two keys open again, in base64url. */
export function seal(text: string, { secrets: [newest = ''], token }: Keys): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(newest, token), iv);
  const parts = [iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString('base64url');
}

/** The text, or null when a key is another one or somebody has changed what was sealed. */
export function unseal(sealed: string, { secrets, token }: Keys): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const texts = secrets.map((secret) => opened(bytes, keyOf(secret, token)));
  return texts.find((text) => text !== null) ?? null;
}

function opened(bytes: Buffer, key: Buffer): string | null {
  const end = bytes.length - TAG_BYTES;
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES), options);
  decipher.setAuthTag(bytes.subarray(end));
  try {
    const text = decipher.update(bytes.subarray(IV_BYTES, end));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function keyOf(secret: string, token: string): Buffer {
  return createHmac('sha256', secret).update(`sealed ${token}`).digest();
}
