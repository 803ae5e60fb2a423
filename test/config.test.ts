import { describe, expect, test } from 'vitest';
import { readConfig, redactConfig, SETTINGS } from '../src/config.ts';
import { CopydeskError } from '../src/errors.ts';

const codeOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof CopydeskError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'accepted';
};

describe('settings', () => {
  test.each([
    { environment: {}, deployment: 'embedded' },
    { environment: { DATABASE_URL: 'postgres://host/db' }, deployment: 'postgres' },
    { environment: { DATABASE_URL: 'postgresql://host/db', REDIS_URL: 'redis://host' }, deployment: 'postgres+redis' },
    { environment: { DATABASE_URL: '', REDIS_URL: '' }, deployment: 'embedded' },
  ])('$environment is the deployment $deployment', ({ environment, deployment }) => {
    expect(readConfig(environment).deployment).toBe(deployment);
  });

  test.each([
    { environment: { COPYDESK_CONCURRENCY: 'many' }, names: 'COPYDESK_CONCURRENCY' },
    { environment: { COPYDESK_CONCURRENCY: '0' }, names: 'COPYDESK_CONCURRENCY' },
    { environment: { COPYDESK_MAX_BYTES: '1.5' }, names: 'COPYDESK_MAX_BYTES' },
    { environment: { DATABASE_URL: 'mysql://host/db' }, names: 'DATABASE_URL' },
    { environment: { DATABASE_URL: 'localhost' }, names: 'DATABASE_URL' },
    { environment: { REDIS_URL: 'redis://host' }, names: 'REDIS_URL' },
    { environment: { COPYDESK_WEBHOOK_URL: 'https://host/hook' }, names: 'COPYDESK_WEBHOOK_SECRET' },
    { environment: { COPYDESK_QUEUE_PREFIX: 'a b' }, names: 'COPYDESK_QUEUE_PREFIX' },
  ])('$environment is refused by name', ({ environment, names }) => {
    expect(codeOf(environment as Record<string, string>)).toMatch(new RegExp(`^BAD_CONFIG .*${names}`));
  });

  test('every setting has a description; passwords and secrets are never shown', () => {
    expect(SETTINGS.filter(({ description }) => description.length < 20)).toEqual([]);
    const config = readConfig({
      DATABASE_URL: 'postgres://desk:hunter2@host/db',
      REDIS_URL: 'rediss://:hunter2@host',
      COPYDESK_WEBHOOK_URL: 'https://host/hook',
      COPYDESK_WEBHOOK_SECRET: 'whsec_aHVudGVyMmh1bnRlcjI=',
      COPYDESK_API_TOKEN: 'hunter2hunter2hunter2',
    });
    expect(JSON.stringify(redactConfig(config))).not.toMatch(/hunter2|aHVudGVy/);
  });
});
