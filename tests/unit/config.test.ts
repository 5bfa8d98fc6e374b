/** What whoever runs Kith may set, and what they are told when they set it wrongly. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cloneRoot, isLoopback, readConfig, userCache } from '../../server/config.ts';
import { exampleEnvironment, settings } from '../../server/environment.ts';
import { KithError } from '../../server/errors.ts';

test('with nothing set, Kith keeps to its clone, to loopback and to a Neo4j of its own', () => {
  expect(readConfig({ HOME: '/home/ada', PATH: '/bin' })).toMatchObject({
    home: path.join(cloneRoot, '.kith'),
    host: '127.0.0.1',
    port: 7780,
    portIsFixed: false,
    logLevel: 'info',
    development: false,
    elsewhere: undefined,
    managed: { heap: '1g', pageCache: '256m', port: undefined, startSeconds: 240, throwAway: false, searchPath: '/bin' },
  });
});

test('a variable that is set to nothing is not set', () => {
  expect(readConfig({ KITH_PORT: '', KITH_HOME: ' ', NEO4J_URI: '' })).toEqual(readConfig({}));
});

test('the jars go where each system keeps what can be fetched again; a relative XDG folder is ignored, as XDG says', () => {
  expect(userCache({ HOME: '/home/ada' }, 'linux')).toBe(path.join('/home/ada', '.cache', 'kith'));
  expect(userCache({ HOME: '/home/ada', XDG_CACHE_HOME: path.resolve('/big') }, 'linux')).toBe(path.resolve('/big', 'kith'));
  expect(userCache({ HOME: '/home/ada', XDG_CACHE_HOME: 'cache' }, 'linux')).toBe(path.join('/home/ada', '.cache', 'kith'));
  expect(userCache({ HOME: '/Users/ada' }, 'darwin')).toBe(path.join('/Users/ada', 'Library', 'Caches', 'kith'));
  expect(userCache({ USERPROFILE: 'C:/ada', LOCALAPPDATA: 'C:/ada/local' }, 'win32')).toBe(path.join('C:/ada/local', 'kith'));
  expect(readConfig({ HOME: '/home/ada', KITH_CACHE: '/jars' }).cache).toBe(path.resolve('/jars'));
});

test.each([
  ['KITH_PORT', '65536', 'must be a whole number from 0 to 65535'],
  ['KITH_PORT', '80a', 'must be a whole number from 0 to 65535'],
  ['KITH_DATABASE_PORT', '0', 'must be a whole number from 1 to 65535'],
  ['KITH_DATABASE_START_SECONDS', '-1', 'must be a whole number from 1 to 3600'],
  ['KITH_FREE_MEGABYTES', '1e3', `must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`],
  ['KITH_HEAP', '1 GB', 'must be a size such as 512m or 1g'],
  ['KITH_PAGE_CACHE', '0m', 'must be a size such as 512m or 1g'],
  ['KITH_LOG_LEVEL', 'loud', 'must be one of silent, fatal, error, warn, info, debug'],
  ['KITH_THROW_AWAY', 'true', 'must be yes or no'],
  ['NEO4J_URI', 'http://graph.example', 'must begin with neo4j://, neo4j+s://, bolt:// or bolt+s:// and name a server'],
])('%s=%s is refused by name and rule, without its value', (name, value, rule) => {
  const error = refusal({ [name]: value, NEO4J_PASSWORD: 'p' });
  expect(error).toMatchObject({ code: 'BAD_INPUT', message: `${name} ${rule}.`, detail: { argument: name, rule } });
});

test('a server elsewhere needs a password, and the rest has defaults', () => {
  expect(refusal({ NEO4J_URI: 'neo4j://graph.example' }).message).toBe('NEO4J_PASSWORD must be set when NEO4J_URI is.');
  expect(readConfig({ NEO4J_URI: 'neo4j://graph.example', NEO4J_PASSWORD: 'secret' }).elsewhere).toEqual({
    uri: 'neo4j://graph.example',
    user: 'neo4j',
    password: 'secret',
    database: 'neo4j',
  });
});

test('free GraphQL text is never offered to other machines', () => {
  expect(refusal({ KITH_DEVELOPMENT: 'yes', KITH_HOST: '0.0.0.0' }).message).toBe(
    'KITH_DEVELOPMENT is only allowed while KITH_HOST is a loopback address.',
  );
  expect(readConfig({ KITH_DEVELOPMENT: 'yes', KITH_HOST: '::1' }).development).toBe(true);
  expect(['127.0.0.1', '127.9.9.9', '::1', 'localhost'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example', ''].some(isLoopback)).toBe(false);
});

const provider = {
  KITH_OIDC_ISSUER: 'https://id.example',
  KITH_ADDRESS: 'https://kith.example',
  KITH_OIDC_CLIENT_ID: 'kith',
  KITH_OIDC_CLIENT_SECRET: 's',
  KITH_OIDC_ROLES: 'CSC-MASH=mash, CSC-PO=privacy officer',
  KITH_OIDC_AGENCIES: 'children=mia/csc',
};

test('an identity provider comes with what its claims mean here, or not at all', () => {
  expect(readConfig({}).access).toEqual({ idleMinutes: 15, sessionHours: 10, peopleADay: 5_000, provider: undefined });
  expect(readConfig(provider).access.provider).toMatchObject({
    userClaim: 'sub',
    roleClaim: 'roles',
    roles: new Map([
      ['CSC-MASH', 'mash'],
      ['CSC-PO', 'privacy officer'],
    ]),
    agencies: new Map([['children', 'mia/csc']]),
  });
  for (const left of Object.keys(provider).filter((name) => name !== 'KITH_OIDC_ISSUER'))
    expect(() => readConfig({ ...provider, [left]: '' })).toThrow(`${left} must be set when KITH_OIDC_ISSUER is`);
  for (const wrong of [
    { KITH_OIDC_ISSUER: 'http://id.example' },
    { KITH_ADDRESS: 'kith.example' },
    { KITH_OIDC_ROLES: 'CSC-MASH=operator' },
    { KITH_OIDC_AGENCIES: 'children' },
    { KITH_IDLE_MINUTES: '16' },
    { KITH_SESSION_HOURS: '11' },
  ]) {
    expect(() => readConfig({ ...provider, ...wrong })).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  }
});

test('.env.example is the table of settings, and the code reads every one of them', () => {
  expect(readFileSync(`${cloneRoot}.env.example`, 'utf8')).toBe(exampleEnvironment());
  const read = new Set<string>();
  readConfig(
    new Proxy({ NEO4J_URI: 'bolt://graph.example', NEO4J_PASSWORD: 'p', ...provider } as Record<string, string>, {
      get: (env, name: string) => {
        read.add(name);
        return env[name];
      },
    }),
  );
  expect([...read]).toEqual(expect.arrayContaining(settings.map(({ name }) => name)));
  const ours = [...read].filter((name) => /^(KITH|NEO4J)_/.test(name));
  expect(settings.map(({ name }) => name)).toEqual(expect.arrayContaining(ours));
});

test('the values .env.example shows are the defaults', () => {
  const shown = Object.fromEntries(
    settings.filter(({ value, name }) => value !== '' && !name.startsWith('NEO4J_')).map(({ name, value }) => [name, value]),
  );
  expect(readConfig(shown)).toEqual(readConfig({}));
});

function refusal(env: Record<string, string>): KithError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof KithError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
