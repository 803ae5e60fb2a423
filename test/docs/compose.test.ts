/** The compose file and the image, as far as they can be checked without a Docker engine. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SETTINGS } from '../../src/config.ts';

const path = (name: string): URL => new URL(`../../${name}`, import.meta.url);
const read = (name: string): string => readFileSync(path(name), 'utf8');

interface ComposeService {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly target: string };
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly deploy?: { readonly replicas?: string | number };
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
}

interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const compose = parse(read('docker-compose.yml'), { merge: true }) as ComposeFile;
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);

// The keys that this file uses, as the Compose Specification defines them.
const words = { type: 'array', items: { type: 'string' } };
const duration = { type: 'string', pattern: '^(\\d+(ms|s|m|h))+$' };
const service = {
  type: 'object',
  additionalProperties: false,
  required: ['image'],
  properties: {
    image: { type: 'string' },
    build: {
      type: 'object',
      additionalProperties: false,
      properties: { context: { type: 'string' }, target: { type: 'string' } },
    },
    init: { type: 'boolean' },
    read_only: { type: 'boolean' },
    tmpfs: words,
    cap_drop: words,
    security_opt: words,
    restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
    environment: { type: 'object', additionalProperties: { type: 'string' } },
    command: words,
    entrypoint: words,
    ports: words,
    volumes: words,
    profiles: words,
    stop_grace_period: duration,
    depends_on: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['condition'],
        properties: { condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] } },
      },
    },
    healthcheck: {
      type: 'object',
      additionalProperties: false,
      properties: {
        test: words,
        interval: duration,
        timeout: duration,
        start_period: duration,
        retries: { type: 'integer' },
        disable: { type: 'boolean' },
      },
    },
    deploy: {
      type: 'object',
      additionalProperties: false,
      properties: {
        replicas: { anyOf: [{ type: 'integer' }, { type: 'string' }] },
        resources: {
          type: 'object',
          additionalProperties: false,
          properties: {
            limits: { type: 'object', additionalProperties: false, properties: { memory: { type: 'string', pattern: '^\\d+[kmg]$' } } },
          },
        },
      },
    },
  },
};
const file = {
  type: 'object',
  additionalProperties: false,
  patternProperties: { '^x-': {} },
  required: ['services'],
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    services: { type: 'object', additionalProperties: service },
    volumes: { type: 'object', additionalProperties: { type: ['object', 'null'], maxProperties: 0 } },
  },
};

describe('docker-compose.yml', () => {
  test('keeps to the Compose Specification', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(file);
    expect({ valid: validate(compose), errors: validate.errors }).toEqual({ valid: true, errors: null });
  });

  test('has every part of a fleet', () => {
    expect(new Set(services.map(([name]) => name))).toEqual(new Set(['valkey', 'postgres', 'migrate', 'api', 'worker', 'deliver', 'cli']));
    expect(String(compose.services['worker']?.deploy?.replicas)).toMatch(/\d|COPYDESK_WORKERS/);
  });

  test('the queue never evicts and survives a restart', () => {
    const command = (compose.services['valkey']?.command ?? []).join(' ');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--appendonly yes');
    expect(compose.services['valkey']?.volumes).toEqual(['valkey:/data']);
  });

  test.each(services)('%s waits for services that exist, in a way they can answer', (_name, { depends_on: dependencies = {} }) => {
    const needed = Object.entries(dependencies);
    expect(needed.filter(([name]) => compose.services[name] === undefined)).toEqual([]);
    const healthy = needed.filter(([, { condition }]) => condition === 'service_healthy');
    expect(healthy.filter(([name]) => compose.services[name]?.healthcheck?.test === undefined)).toEqual([]);
  });

  test.each(services)('%s: named volumes are declared, ports are open to this machine only', (_name, { volumes = [], ports = [] }) => {
    for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test.each(ours)('%s: runs our image locked down, with settings that exist and no password in the file', (_name, one) => {
    expect(one.read_only).toBe(true);
    expect(one.cap_drop).toEqual(['ALL']);
    const known = new Set(SETTINGS.map((setting) => setting.name));
    for (const [name, value] of Object.entries(one.environment ?? {})) {
      expect(known).toContain(name);
      expect(value).not.toMatch(/:\/\/[^:@/]*:(?!\$\{)[^@/]*@/);
    }
    expect((one.entrypoint ?? []).slice(1).filter((entry) => !existsSync(path(entry)))).toEqual([]);
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const last = (instruction: string): string | undefined => lines.findLast((line) => line.startsWith(`${instruction} `));

  test('is built in stages, without development dependencies, and runs as an ordinary user', () => {
    expect(lines.filter((line) => line.startsWith('FROM ')).length).toBeGreaterThan(1);
    expect(lines.some((line) => line.includes('npm ci --omit=dev'))).toBe(true);
    expect(last('USER')).toBe('USER node');
    expect(last('HEALTHCHECK')).toContain('/healthz');
  });

  test('copies only what exists and what .dockerignore lets through', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const sources = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(sources).toContain('src');
    expect(sources.filter((source) => !existsSync(path(source)) || !allowed.includes(source))).toEqual([]);
  });

  test('starts a file that exists', () => {
    const entry = JSON.parse((last('ENTRYPOINT') ?? '').replace('ENTRYPOINT ', '')) as string[];
    expect(entry.slice(1).filter((name) => !existsSync(path(name)))).toEqual([]);
  });
});
