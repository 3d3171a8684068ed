import { environment, type Environment, type Language } from './settings.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const DEMO_SECRET = 'familjepeppen-demo-has-no-secrets-to-keep';
const SECRETS = ['SESSION_SECRET', 'DATA_KEY'];
/** Random ones have more, also in hexadecimal. */
const FEWEST_CHARACTERS = 8;

/** Settings as they come from the environment. */
type Variables = Readonly<Record<string, string | undefined>>;

/** The settings are wrong; `problems` has a line for each that has to be mended. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Settings are wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

/** The settings of a running app, checked once at start and never changed after. */
export class Config {
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  /** Origin without a trailing slash; every link in a mail starts with it. */
  readonly baseUrl: string;
  readonly databaseUrl: string;
  readonly migrateDatabaseUrl: string;
  readonly smtpUrl: string | null;
  /** The sender's address, which mail programs show with {@link mailFromName}. */
  readonly mailFrom: string;
  readonly mailFromName: string;
  readonly sessionSecrets: readonly string[];
  readonly organisation: string;
  readonly supportPhone: string;
  readonly supportEmail: string;
  readonly languages: readonly Language[];
  /** Which addresses before us may say who the visitor is. */
  readonly trustProxy: TrustedProxies;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly exitUrl: string;

  constructor(env: Environment) {
    this.demo = env.DEMO === '1';
    this.port = env.PORT;
    this.host = env.HOST;
    this.baseUrl = new URL(env.BASE_URL ?? `http://localhost:${env.PORT}`).origin;
    this.databaseUrl = env.DATABASE_URL;
    this.migrateDatabaseUrl = env.MIGRATE_DATABASE_URL ?? env.DATABASE_URL;
    this.smtpUrl = env.SMTP_URL ?? null;
    this.mailFrom = env.MAIL_FROM.address;
    this.mailFromName = env.MAIL_FROM.name || env.ORGANISATION;
    this.sessionSecrets = env.SESSION_SECRET ?? [DEMO_SECRET];
    this.organisation = env.ORGANISATION;
    this.supportPhone = env.SUPPORT_PHONE;
    this.supportEmail = env.SUPPORT_EMAIL;
    this.languages = env.LANGUAGES;
    this.trustProxy = trustedProxies(env.TRUST_PROXY);
    this.logLevel = env.LOG_LEVEL;
    this.exitUrl = env.EXIT_URL;
  }

  /** Whether people reach the app over https: decides cookie names, `Secure` and HSTS. */
  get secure(): boolean {
    return this.baseUrl.startsWith('https:');
  }

  /** Reads and checks the environment. @throws ConfigError with every wrong setting at once. */
  static read(variables: Variables): Config {
    const parsed = environment.safeParse(variables);
    const problems = [
      ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
      ...(variables['DEMO'] === '1' ? [] : productionProblems(variables)),
    ];
    if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
    return new Config(parsed.data);
  }
}

/** None, a list of addresses, or so many hops counted from us. */
export type TrustedProxies = false | string | ((address: string, hop: number) => boolean);

function trustedProxies(setting: string | undefined): TrustedProxies {
  if (setting === undefined) return false;
  if (!/^\d+$/.test(setting)) return setting;
  return (_address, hop) => hop < Number(setting);
}

/**
 * What production demands beyond well-formed values. Asks the variables themselves, so that these
 * problems are told together with ill-formed values.
 */
function productionProblems(variables: Variables): string[] {
  const isGiven = (name: string) => (variables[name] ?? '') !== '';
  const needed = ['BASE_URL', 'SMTP_URL', ...SECRETS];
  const problems = needed
    .filter((name) => !isGiven(name))
    .map((name) => `${name}: is needed outside the demo`);
  const base = URL.parse(variables['BASE_URL'] ?? '');
  if (base?.protocol === 'http:' && !LOOPBACK.has(base.hostname))
    problems.push('BASE_URL: must be https');
  // Whoever ends https stands before us: without knowing them no cookie is ever sent.
  if (base?.protocol === 'https:' && /^0*$/.test(variables['TRUST_PROXY'] ?? ''))
    problems.push('TRUST_PROXY: is needed when BASE_URL is https, and is not 0 then');
  return [...problems, ...SECRETS.flatMap((name) => secretProblems(name, variables[name] ?? ''))];
}

/** Secrets that others can know or guess. Those that are too short are told by the settings themselves. */
function secretProblems(name: string, list: string): string[] {
  const secrets = list.split(',').map((secret) => secret.trim());
  if (secrets.includes(DEMO_SECRET)) return [`${name}: is the demo's, which everybody can read`];
  return secrets.some((secret) => secret.length >= 32 && new Set(secret).size < FEWEST_CHARACTERS)
    ? [`${name}: repeats a few characters; make it with openssl rand -base64 32`]
    : [];
}
