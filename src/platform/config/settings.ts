import { isIP } from 'node:net';

import { z } from 'zod';

/** The languages that the interface speaks; `LANGUAGES` chooses among them. */
export const LANGUAGES = ['sv', 'en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

const languageList = z
  .string()
  .transform((list) => list.split(',').map((code) => code.trim()))
  .pipe(z.array(z.enum(LANGUAGES)).min(1))
  .refine((list) => list.includes('sv'), 'must include sv');

const secrets = z
  .string()
  .transform((list) => list.split(',').map((secret) => secret.trim()))
  .refine((list) => list.every((secret) => secret.length >= 32), 'each at least 32 characters');

/** How many proxies stand before us, or their addresses and networks; a network of everything is none. */
const proxies = z.string().refine((list) => {
  if (/^\d+$/.test(list)) return true;
  return list.split(',').every((entry) => {
    const [address = '', bits] = entry.trim().split('/');
    return isIP(address) !== 0 && (bits === undefined || /^[1-9]\d{0,2}$/.test(bits));
  });
}, 'must be a number of hops, or addresses; never all');

const absent = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absent, schema.optional());

/** `kurser@umea.se`, or with a name that mail programs show: `Umeå kommun <kurser@umea.se>` (RFC 5322). */
const sender = z.string().transform((text, context) => {
  const [, quoted = '', named] = /^\s*"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>\s*$/u.exec(text) ?? [];
  const address = z.email().safeParse(named ?? text.trim());
  if (address.success) return { name: quoted, address: address.data };
  context.addIssue('must be an address, or a name and an address: Umeå kommun <kurser@umea.se>');
  return z.NEVER;
});

/** Every setting of `.env.example`, as text from the environment. Unknown variables are left alone. */
export const environment = z.object({
  DEMO: z.preprocess(absent, z.enum(['0', '1']).default('0')),
  PORT: z.preprocess(absent, z.coerce.number().int().min(0).max(65535).default(3000)),
  HOST: z.preprocess(absent, z.string().default('127.0.0.1')),
  BASE_URL: optional(z.url({ protocol: /^https?$/ })),
  DATABASE_URL: z.preprocess(
    absent,
    z
      .string()
      .regex(
        /^(sqlite:|mysql:\/\/|mariadb:\/\/)./,
        'must start with sqlite:, mysql:// or mariadb://',
      )
      .default('sqlite:var/familjepeppen.db'),
  ),
  MIGRATE_DATABASE_URL: optional(z.string()),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')),
  MAIL_FROM: z.preprocess(absent, sender.default({ name: '', address: 'svara-inte@example.se' })),
  SESSION_SECRET: optional(secrets),
  DATA_KEY: optional(secrets),
  ORGANISATION: z.preprocess(absent, z.string().min(1).default('Umeå kommun')),
  SUPPORT_PHONE: z.preprocess(absent, z.string().min(1).default('090-16 00 00')),
  SUPPORT_EMAIL: z.preprocess(absent, z.email().default('familjepeppen@example.se')),
  LANGUAGES: z.preprocess(absent, languageList.default([...LANGUAGES])),
  FILES_DIR: z.preprocess(absent, z.string().default('var/files')),
  TRUST_PROXY: optional(proxies),
  METRICS_TOKEN: optional(z.string().min(16)),
  LOG_LEVEL: z.preprocess(
    absent,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  ),
  EXIT_URL: z.preprocess(absent, z.url({ protocol: /^https$/ }).default('https://www.smhi.se/')),
});

export type Environment = z.infer<typeof environment>;
