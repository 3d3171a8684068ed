import { LENGTHS } from './lengths.js';

/** Control characters and the invisible marks that turn writing direction; never part of a name. */
const CONTROL = /[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const EMAIL_DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const EMAIL_LOCAL_PART = /^[^\s@"(),:;<>[\\\]]{1,64}$/u;

/** What a person typed on one line, as it is stored: NFC, no control characters, single spaces. */
export function normalText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\t\r\n]/g, ' ')
    .replace(CONTROL, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The same for several lines: line breaks are kept as `\n`, the rest as {@link normalText}. */
export function normalLines(typed: string): string {
  return typed
    .split(/\r\n|\r|\n/)
    .map(normalText)
    .join('\n')
    .trim();
}

/**
 * An address as it is stored and compared: NFC, lower-case, Latin digits, no spaces around it.
 * What follows a plus sign is kept, since it is part of somebody's address.
 */
export function normalEmail(typed: string): string {
  return latinDigits(normalText(typed)).toLowerCase();
}

/** A telephone number as it is stored: Latin digits and at most one leading plus sign. */
export function normalPhone(typed: string): string {
  const digits = latinDigits(normalText(typed)).replace(/^00/, '+');
  const international = digits.startsWith('+') ? digits.replace(/\(0\)/, '') : digits;
  return international.replace(/[\s\-–()./]/gu, '');
}

/** The same text with Arabic-Indic and Persian digits as 0–9. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) =>
    String(digit.charCodeAt(0) & 0x0f),
  );
}

/** Whether a normalised address can be one: one @, a domain with a dot, not too long. */
export function isEmail(email: string): boolean {
  const [local, domain, ...rest] = email.split('@');
  if (local === undefined || domain === undefined || rest.length > 0) return false;
  if (email.length > LENGTHS.email || !EMAIL_LOCAL_PART.test(local)) return false;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => EMAIL_DOMAIN_LABEL.test(label));
}

/** Whether a normalised telephone number can be one: 7 to 15 digits, perhaps after a plus sign. */
export function isPhone(phone: string): boolean {
  return /^\+?\d{7,15}$/.test(phone);
}
