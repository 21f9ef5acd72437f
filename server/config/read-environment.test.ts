import { describe, expect, it } from 'vitest';
import { readEnvironment } from './read-environment';

const read = (source: Record<string, string>) => readEnvironment(source, '/srv/beseda');

describe('readEnvironment', () => {
  it('starts with nothing given', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      dataDir: '/srv/beseda/data',
      publicUrl: 'http://localhost:3000',
      databaseUrl: null,
      demo: false,
      rateLimits: true,
      mailDomain: 'localhost',
    });
  });

  it('takes relative paths from the given folder and trims the public URL', () => {
    expect(read({ DATA_DIR: 'x/y', PUBLIC_URL: 'https://help.example/' })).toMatchObject({
      dataDir: '/srv/beseda/x/y',
      publicUrl: 'https://help.example',
      mailDomain: 'help.example',
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['HOST', 'a b'],
    ['HOST', 'localhost:3000'],
    ['HOST', 'help.example/x'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'help.example'],
    ['PUBLIC_URL', 'https://help.example/desk'],
    ['PUBLIC_URL', 'https://help.example?x=1'],
    ['PUBLIC_URL', 'https://me:secret@help.example'],
    ['DATABASE_URL', 'mysql://x'],
    ['REDIS_URL', 'localhost:6379'],
    ['DEMO', 'yes'],
    ['SMTP_URL', 'mail.example'],
    ['MAIL_DOMAIN', 'support@mail.example'],
    ['RATE_LIMITS', 'none'],
  ])('names %s when it is «%s», in one line, without the value', (name, value) => {
    let message = '';
    try {
      read({ [name]: value, DATABASE_OWNER_URL: 'postgres://o@h/d' });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(new RegExp(`^${name} takes [^\\n]+\\.$`));
  });

  it('lets the rate limits be off on a loopback address only', () => {
    expect(read({ RATE_LIMITS: 'off', HOST: '127.0.0.1' }).rateLimits).toBe(false);
    expect(() => read({ RATE_LIMITS: 'off', HOST: '0.0.0.0' })).toThrow(/^RATE_LIMITS takes/);
  });

  it.each(['::', '::1', '0.0.0.0', 'help.example', 'localhost'])('takes %s as HOST', (host) => {
    expect(read({ HOST: host })).toMatchObject({ host, publicUrl: expect.stringMatching(/^http:/) });
  });

  it('wants the owner beside a given database', () => {
    expect(() => read({ DATABASE_URL: 'postgres://app@h/d' })).toThrow(/^DATABASE_OWNER_URL takes/);
  });
});
