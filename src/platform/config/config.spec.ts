import { describe, expect, it } from '@jest/globals';
import { randomToken } from '../../kernel/secret.js';
import { Config, ConfigError } from './config.js';

const SECRET = randomToken();

const PRODUCTION = {
  BASE_URL: 'https://familjepeppen.example.se',
  SMTP_URL: 'smtp://mail.example.se',
  SESSION_SECRET: SECRET,
  DATA_KEY: SECRET,
  TRUST_PROXY: '1',
};

/** The names of the settings that are complained about, in order. */
function complaints(variables: Record<string, string>): string[] {
  try {
    Config.read(variables);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) => problem.split(/[.:]/)[0] ?? '');
  }
}

describe('Config', () => {
  it('needs nothing in the demo', () => {
    const config = Config.read({ DEMO: '1', PORT: '4711' });
    expect(config).toMatchObject({
      demo: true,
      port: 4711,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:4711',
      databaseUrl: 'sqlite:var/familjepeppen.db',
      migrateDatabaseUrl: 'sqlite:var/familjepeppen.db',
      languages: ['sv', 'en', 'ar'],
      exitUrl: 'https://www.smhi.se/',
      secure: false,
    });
  });

  it('is production unless told otherwise, and then demands what protects people', () => {
    expect(complaints({})).toEqual(['BASE_URL', 'SMTP_URL', 'SESSION_SECRET', 'DATA_KEY']);
    expect(complaints({ ...PRODUCTION, DEMO: '0' })).toEqual([]);
    expect(Config.read(PRODUCTION)).toMatchObject({ demo: false, secure: true });
  });

  it('demands https, except on this machine', () => {
    expect(complaints({ ...PRODUCTION, BASE_URL: 'http://familjepeppen.example.se' })).toEqual([
      'BASE_URL',
    ]);
    expect(complaints({ ...PRODUCTION, BASE_URL: 'http://localhost:3000' })).toEqual([]);
    expect(
      complaints({ ...PRODUCTION, BASE_URL: 'http://127.0.0.1:3000', TRUST_PROXY: '' }),
    ).toEqual([]);
  });

  it('wants to know the proxy behind https', () => {
    for (const nobody of ['', '0', '00'])
      expect(complaints({ ...PRODUCTION, TRUST_PROXY: nobody })).toEqual(['TRUST_PROXY']);
    const here = { ...PRODUCTION, BASE_URL: 'http://localhost:3000' };
    expect(complaints({ ...here, TRUST_PROXY: '0' })).toEqual([]);
  });

  it('never trusts everybody', () => {
    const trusting = (TRUST_PROXY: string) => complaints({ ...PRODUCTION, TRUST_PROXY });
    for (const everybody of ['true', 'all', '*', '0.0.0.0/0', '::/0', '10.0.0.1,0.0.0.0/0'])
      expect(trusting(everybody)).toEqual(['TRUST_PROXY']);
    for (const somebody of ['1', '10.0.0.1', '10.0.0.0/8, fd00::/8'])
      expect(trusting(somebody)).toEqual([]);
  });

  it('tells all wrong settings at once, also what is missing', () => {
    const wrong = {
      PORT: 'many',
      BASE_URL: 'familjepeppen',
      DATABASE_URL: 'postgres://db',
      SMTP_URL: 'http://mail',
      MAIL_FROM: 'Nobody <nobody>',
      SESSION_SECRET: 'short',
      LANGUAGES: 'sv,de',
      EXIT_URL: 'http://example.se',
      LOG_LEVEL: 'loud',
      METRICS_TOKEN: 'short',
    };
    expect(new Set(complaints(wrong))).toEqual(new Set([...Object.keys(wrong), 'DATA_KEY']));
  });

  it('takes a sender with a name or without, and names the municipality otherwise', () => {
    const sender = (MAIL_FROM: string) => {
      const { mailFrom, mailFromName } = Config.read({ ...PRODUCTION, MAIL_FROM });
      return `${mailFromName} / ${mailFrom}`;
    };
    expect(sender('Umeå <kurser@umea.se>')).toBe('Umeå / kurser@umea.se');
    expect(sender('"Umeå, kurser" <kurser@umea.se>')).toBe('Umeå, kurser / kurser@umea.se');
    expect(sender('kurser@umea.se')).toBe('Umeå kommun / kurser@umea.se');
    expect(sender('<kurser@umea.se>')).toBe('Umeå kommun / kurser@umea.se');
    for (const wrong of ['Umeå kurser@umea.se', 'Umeå <kurser>', 'a@b.se, c@d.se', 'x <a@b.se> y'])
      expect(complaints({ ...PRODUCTION, MAIL_FROM: wrong })).toEqual(['MAIL_FROM']);
    // The default tells nobody what the mails are about.
    expect(Config.read({ DEMO: '1' }).mailFrom).toBe('svara-inte@example.se');
  });

  it('has Swedish among its languages', () => {
    expect(complaints({ DEMO: '1', LANGUAGES: 'en,ar' })).toEqual(['LANGUAGES']);
    expect(Config.read({ DEMO: '1', LANGUAGES: 'sv, ar' }).languages).toEqual(['sv', 'ar']);
  });

  it('takes several secrets, the newest first', () => {
    const older = randomToken();
    const config = Config.read({ ...PRODUCTION, SESSION_SECRET: `${SECRET}, ${older}` });
    expect(config.sessionSecrets).toEqual([SECRET, older]);
    expect(complaints({ ...PRODUCTION, SESSION_SECRET: `${SECRET},short` })).toEqual([
      'SESSION_SECRET',
    ]);
  });

  describe('refuses in production a secret', () => {
    const demos = Config.read({ DEMO: '1' }).sessionSecrets.join();

    it.each([
      ['of the demo', demos],
      ['that repeats one character', 'a'.repeat(40)],
      ['that repeats a few characters', 'password'.repeat(5)],
      ['of that kind among good ones', `${SECRET},${'a'.repeat(40)}`],
    ])('%s', (_what, secret) => {
      for (const name of ['SESSION_SECRET', 'DATA_KEY']) {
        expect(complaints({ ...PRODUCTION, [name]: secret })).toEqual([name]);
        expect(complaints({ DEMO: '1', [name]: secret })).toEqual([]);
      }
    });

    it('and says so beside all else that is wrong', () => {
      const wrong = { SESSION_SECRET: demos, DATA_KEY: 'a'.repeat(40), TRUST_PROXY: '0' };
      expect(new Set(complaints({ ...PRODUCTION, ...wrong, SMTP_URL: '' }))).toEqual(
        new Set([...Object.keys(wrong), 'SMTP_URL']),
      );
    });
  });

  it('reads an empty setting as one that is not given', () => {
    expect(Config.read({ DEMO: '1', PORT: '', EXIT_URL: '' }).port).toBe(3000);
  });
});
