/** The environment, read and checked once. Which variables there are is in environment.ts. */
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProviderSettings } from './access/provider.ts';
import { isRole, ROLES, type AccountRole } from './access/viewer.ts';
import { LOG_LEVELS, type LogLevel } from './environment.ts';
import { KithError } from './errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A Neo4j that somebody else runs: a server, Aura or a cluster. */
export interface ServerElsewhere {
  uri: string;
  user: string;
  password: string;
  database: string;
}

/** How Kith runs a Neo4j of its own. Sizes as Java writes them: `512m`, `1g`. */
export interface ManagedServer {
  heap: string;
  pageCache: string;
  /** undefined: a free port is chosen and kept in the home. */
  port: number | undefined;
  /** Seconds to wait for the server before giving it up. */
  startSeconds: number;
  /** Megabytes that must be free on the disk of the home, and of the cache before a download. */
  freeMegabytes: number;
  /** A home that is deleted afterwards (tests, trials): old transaction logs are not kept. */
  throwAway: boolean;
  javaHome: string | undefined;
  /** Where `java` and `mvn` are looked for, as PATH is written. */
  searchPath: string;
}

export interface Access {
  /** Minutes without a request after which a session ends, and hours after which it ends whatever happens. */
  idleMinutes: number;
  sessionHours: number;
  /** How many different people one user may see in a day. */
  peopleADay: number;
  /** undefined: local accounts. */
  provider: ProviderSettings | undefined;
}

export interface Config {
  /** Absolute folder of the managed database, its password, the audit log and keys. */
  home: string;
  /** Absolute folder of what all clones of this user share: Neo4j's jars. */
  cache: string;
  host: string;
  port: number;
  /** False: nobody asked for this port, so another free one may be taken when it is in use. */
  portIsFixed: boolean;
  logLevel: LogLevel;
  /** Free GraphQL text and GraphiQL; only ever on a loopback address. */
  development: boolean;
  access: Access;
  /** undefined: Kith runs its own. */
  elsewhere: ServerElsewhere | undefined;
  managed: ManagedServer;
}

export const defaultPort = 7780;

/** The clone this file is in: the default home belongs to it, whatever folder one stands in. */
export const cloneRoot = fileURLToPath(new URL('..', import.meta.url));

/** Throws BAD_INPUT naming the variable and what it may be. Values are never repeated: one is a password. */
export function readConfig(env: Environment): Config {
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const host = text('KITH_HOST') ?? '127.0.0.1';
  const development = yesOrNo('KITH_DEVELOPMENT', text('KITH_DEVELOPMENT'));
  if (development && !isLoopback(host)) throw wrong('KITH_DEVELOPMENT', 'is only allowed while KITH_HOST is a loopback address');
  const port = wholeNumber('KITH_PORT', text('KITH_PORT'), 0, 65_535);
  return {
    home: path.resolve(text('KITH_HOME') ?? path.join(cloneRoot, '.kith')),
    cache: path.resolve(text('KITH_CACHE') ?? userCache(env, process.platform)),
    host,
    port: port ?? defaultPort,
    portIsFixed: port !== undefined,
    logLevel: logLevel(text('KITH_LOG_LEVEL')),
    development,
    access: {
      idleMinutes: wholeNumber('KITH_IDLE_MINUTES', text('KITH_IDLE_MINUTES'), 1, 15) ?? 15,
      sessionHours: wholeNumber('KITH_SESSION_HOURS', text('KITH_SESSION_HOURS'), 1, 10) ?? 10,
      peopleADay: wholeNumber('KITH_PEOPLE_A_DAY', text('KITH_PEOPLE_A_DAY'), 1, 1_000_000) ?? 5_000,
      provider: identityProvider(text),
    },
    elsewhere: serverElsewhere(text),
    managed: {
      heap: size('KITH_HEAP', text('KITH_HEAP')) ?? '1g',
      pageCache: size('KITH_PAGE_CACHE', text('KITH_PAGE_CACHE')) ?? '256m',
      port: wholeNumber('KITH_DATABASE_PORT', text('KITH_DATABASE_PORT'), 1, 65_535),
      startSeconds: wholeNumber('KITH_DATABASE_START_SECONDS', text('KITH_DATABASE_START_SECONDS'), 1, 3_600) ?? 240,
      freeMegabytes: wholeNumber('KITH_FREE_MEGABYTES', text('KITH_FREE_MEGABYTES'), 0, Number.MAX_SAFE_INTEGER) ?? 300,
      throwAway: yesOrNo('KITH_THROW_AWAY', text('KITH_THROW_AWAY')),
      javaHome: text('JAVA_HOME'),
      searchPath: env['PATH'] ?? env['Path'] ?? '',
    },
  };
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function identityProvider(text: (name: string) => string | undefined): ProviderSettings | undefined {
  const issuer = text('KITH_OIDC_ISSUER');
  if (issuer === undefined) return undefined;
  if (!isWebAddress(issuer)) throw wrong('KITH_OIDC_ISSUER', 'must begin with https:// (or http:// on a loopback address)');
  const needed = (name: string): string => {
    const value = text(name);
    if (value === undefined) throw wrong(name, 'must be set when KITH_OIDC_ISSUER is');
    return value;
  };
  const address = needed('KITH_ADDRESS');
  if (!isWebAddress(address)) throw wrong('KITH_ADDRESS', 'must begin with https:// (or http:// on a loopback address)');
  const roles = pairs('KITH_OIDC_ROLES', needed('KITH_OIDC_ROLES'));
  for (const role of roles.values())
    if (!isRole(role)) throw wrong('KITH_OIDC_ROLES', `may only name the roles ${Object.keys(ROLES).join(', ')}`);
  return {
    issuer,
    address,
    clientId: needed('KITH_OIDC_CLIENT_ID'),
    clientSecret: needed('KITH_OIDC_CLIENT_SECRET'),
    userClaim: text('KITH_OIDC_USER_CLAIM') ?? 'sub',
    roleClaim: text('KITH_OIDC_ROLE_CLAIM') ?? 'roles',
    agencyClaim: text('KITH_OIDC_AGENCY_CLAIM') ?? 'agency',
    teamClaim: text('KITH_OIDC_TEAM_CLAIM') ?? 'team',
    roles: roles as ReadonlyMap<string, AccountRole>,
    agencies: pairs('KITH_OIDC_AGENCIES', needed('KITH_OIDC_AGENCIES')),
  };
}

/** `a=b,c=d`. */
function pairs(name: string, value: string): ReadonlyMap<string, string> {
  const read = value.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  if (!read.every((pair) => pair.length === 2 && pair[0] !== '' && pair[1] !== ''))
    throw wrong(name, 'must be written value=meaning,value=meaning');
  return new Map(read as [string, string][]);
}

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, '')));
}

function serverElsewhere(text: (name: string) => string | undefined): ServerElsewhere | undefined {
  const uri = text('NEO4J_URI');
  if (uri === undefined) return undefined;
  if (!/^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^\s/]+/.test(uri)) {
    throw wrong('NEO4J_URI', 'must begin with neo4j://, neo4j+s://, bolt:// or bolt+s:// and name a server');
  }
  const password = text('NEO4J_PASSWORD');
  if (password === undefined) throw wrong('NEO4J_PASSWORD', 'must be set when NEO4J_URI is');
  return { uri, user: text('NEO4J_USER') ?? 'neo4j', password, database: text('NEO4J_DATABASE') ?? 'neo4j' };
}

/** Where this system's users keep what can be fetched again. */
export function userCache(env: Environment, platform: NodeJS.Platform): string {
  const own = env['HOME'] || env['USERPROFILE'] || homedir();
  if (platform === 'darwin') return path.join(own, 'Library', 'Caches', 'kith');
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] || path.join(own, 'AppData', 'Local'), 'kith');
  // The XDG base directory specification: a relative XDG_CACHE_HOME is to be ignored.
  const xdg = env['XDG_CACHE_HOME'];
  return path.join(xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(own, '.cache'), 'kith');
}

function wholeNumber(name: string, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) throw wrong(name, `must be a whole number from ${least} to ${most}`);
  return number;
}

function size(name: string, value: string | undefined): string | undefined {
  if (value !== undefined && !/^[1-9]\d*[mg]$/i.test(value)) throw wrong(name, 'must be a size such as 512m or 1g');
  return value?.toLowerCase();
}

function yesOrNo(name: string, value: string | undefined): boolean {
  if (value !== undefined && value !== 'yes' && value !== 'no') throw wrong(name, 'must be yes or no');
  return value === 'yes';
}

function logLevel(value: string | undefined): LogLevel {
  const level = LOG_LEVELS.find((one) => one === (value ?? 'info'));
  if (level === undefined) throw wrong('KITH_LOG_LEVEL', `must be one of ${LOG_LEVELS.join(', ')}`);
  return level;
}

function wrong(name: string, rule: string): KithError {
  return new KithError('BAD_INPUT', `${name} ${rule}.`, { argument: name, rule });
}
