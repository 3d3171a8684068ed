import { domainToASCII, domainToUnicode } from 'node:url';

import { LENGTHS } from './lengths.js';

/** What nobody sees or means: control and format characters, variation selectors, fillers. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** The same without the two joiners, which decide how Persian and Indic letters are drawn. */
const UNSEEN_IN_TEXT = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Joiners that join nothing. */
const LOOSE_JOINERS = /(?<!\S)[\u200C\u200D]+|[\u200C\u200D]+(?!\S)/gu;
const DASHES = /[\p{Dash}\u02D7\u2043\u2796]/gu;
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** An atom as mail servers take it; U+FFFD and a byte as `%ED` stand where something could not be read. */
const EMAIL_LOCAL_PART = /^(?!.*%[\da-f]{2})[^\s@"(),:;<>[\\\]\p{C}\p{Z}\uFFFD]+$/u;
const LONGEST_LOCAL_PART = 64;
const LONGEST_LABEL = 63;

/** What a person typed on one line, as it is stored and shown: NFC, nothing unseen, single spaces. */
export function normalText(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/[\t\r\n]/g, ' ')
    .replace(UNSEEN_IN_TEXT, '')
    .normalize('NFC')
    .replace(LOOSE_JOINERS, '')
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
 * What somebody typed in order to find something: whatever looks like one sign is that sign (NFKC), nothing
 * unseen, Latin digits, single spaces.
 */
export function plainText(typed: string): string {
  const seen = typed.replace(/[\t\r\n]/g, ' ').replace(UNSEEN, '');
  return latinDigits(normalText(seen.normalize('NFKC')));
}

/**
 * An address as it is stored and compared: plain text in lower case, its domain as people read it. What
 * follows a plus sign is kept, since it is part of somebody's address.
 */
export function normalEmail(typed: string): string {
  const email = plainText(typed).toLowerCase();
  const domain = email.slice(email.lastIndexOf('@') + 1);
  return email.slice(0, email.length - domain.length) + readableDomain(domain);
}

/**
 * A telephone number as it is stored: Latin digits and at most one leading plus sign. The zero that Swedish
 * numbers begin with is dropped after +46, however it is written there.
 */
export function normalPhone(typed: string): string {
  const written = withOneDash(plainText(typed)).replace(/[\s\-./]/g, '');
  const isInternational = /^\(?(?:\+|00)/.test(written);
  const digits = (isInternational ? written.replace('(0)', '') : written).replace(/[()]/g, '');
  return digits.replace(/^00/, '+').replace(/^\+460+/, '+46');
}

/** The same text with every dash, hyphen and minus sign as `-`. */
export function withOneDash(text: string): string {
  return text.replace(DASHES, '-');
}

/** The same text with Arabic, Persian and full-width digits as 0–9. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) =>
    String(digit.charCodeAt(0) & 0x0f),
  );
}

/** Whether a normalised address can be one: one @, a domain with a dot, nothing that no mail server takes. */
export function isEmail(email: string): boolean {
  const [local, domain, ...rest] = email.split('@');
  if (local === undefined || domain === undefined || rest.length > 0) return false;
  if (!EMAIL_LOCAL_PART.test(local) || !isDomain(domain)) return false;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  // Mail servers count octets, and the domain as it is sent.
  const octets = new TextEncoder().encode(local).length;
  const sent = octets + 1 + domainToASCII(domain).length;
  return octets <= LONGEST_LOCAL_PART && sent <= LENGTHS.email && email.length <= LENGTHS.email;
}

/** Whether only a mail server that speaks SMTPUTF8 takes the address; of domains every one takes any. */
export function needsSmtpUtf8(email: string): boolean {
  return /[^\p{ASCII}]/u.test(email.slice(0, email.lastIndexOf('@')));
}

/** Whether a normalised telephone number can be one: 7 to 15 digits, perhaps after a plus sign. */
export function isPhone(phone: string): boolean {
  return /^\+?\d{7,15}$/.test(phone);
}

/** One domain has one spelling, `xn--…` and capitals included; what is no domain stays as it is. */
function readableDomain(domain: string): string {
  return (DOMAIN.test(domain) && domainToUnicode(domainToASCII(domain))) || domain;
}

function isDomain(domain: string): boolean {
  if (!DOMAIN.test(domain)) return false;
  const labels = domainToASCII(domain).split('.');
  if (labels.length < 2 || !/[a-z]/.test(labels.at(-1) ?? '')) return false;
  return labels.every(
    (label) =>
      label !== '' &&
      label.length <= LONGEST_LABEL &&
      !label.startsWith('-') &&
      !label.endsWith('-'),
  );
}
