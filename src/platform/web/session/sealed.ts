import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What opens a sealed text: a secret of ours and the token that somebody's browser holds, both. */
export interface Keys {
  readonly secret: string;
  readonly token: string;
}

/** A text that only the same two keys open again, in base64url. */
export function seal(text: string, keys: Keys): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(keys), iv);
  const parts = [iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(parts).toString('base64url');
}

/** The text, or null when a key is another one or somebody has changed what was sealed. */
export function unseal(sealed: string, keys: Keys): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const end = bytes.length - TAG_BYTES;
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv(CIPHER, keyOf(keys), bytes.subarray(0, IV_BYTES), options);
  decipher.setAuthTag(bytes.subarray(end));
  try {
    const text = decipher.update(bytes.subarray(IV_BYTES, end));
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function keyOf({ secret, token }: Keys): Buffer {
  return createHmac('sha256', secret).update(`sealed ${token}`).digest();
}
