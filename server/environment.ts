/**
 * Every environment variable Kith reads, in one table. `.env.example` is this table printed
 * (`exampleEnvironment`), and a test keeps the two equal.
 */
import { ROLES } from './access/viewer.ts';

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

interface Setting {
  readonly name: string;
  /** As shown in `.env.example`; empty: not set. */
  readonly value: string;
  readonly says: string;
}

export const settings: readonly Setting[] = [
  {
    name: 'KITH_HOME',
    value: '',
    says: 'Folder of the managed database, its password, the audit log and keys. Default: .kith in the clone.',
  },
  { name: 'KITH_CACHE', value: '', says: "Folder for Neo4j's jars, shared by all clones. Default: kith in the user's cache folder." },
  { name: 'KITH_HOST', value: '127.0.0.1', says: 'Address to listen on.' },
  {
    name: 'KITH_PORT',
    value: '',
    says: 'Port of the page. Default: 7780, or the next free one; a port named here is never replaced by another.',
  },
  { name: 'KITH_LOG_LEVEL', value: 'info', says: `How much is logged: ${LOG_LEVELS.join(', ')}.` },
  { name: 'KITH_DEVELOPMENT', value: 'no', says: 'yes: free GraphQL text and GraphiQL, on a loopback address only.' },
  { name: 'KITH_IDLE_MINUTES', value: '15', says: 'Minutes without a request after which a session ends, at most 15.' },
  { name: 'KITH_SESSION_HOURS', value: '10', says: 'Hours after which a session ends whatever happens, at most 10.' },
  { name: 'KITH_PEOPLE_A_DAY', value: '5000', says: 'How many different people one user may see in a day.' },
  { name: 'KITH_ADDRESS', value: '', says: 'Address browsers use for Kith, e.g. https://kith.example; needed with KITH_OIDC_ISSUER.' },
  {
    name: 'KITH_OIDC_ISSUER',
    value: '',
    says: 'Sign in through this OpenID Connect provider, and by no password. The rest of KITH_OIDC_ go with it.',
  },
  { name: 'KITH_OIDC_CLIENT_ID', value: '', says: 'Name of Kith at the provider.' },
  { name: 'KITH_OIDC_CLIENT_SECRET', value: '', says: 'Secret of Kith at the provider.' },
  { name: 'KITH_OIDC_USER_CLAIM', value: 'sub', says: 'Claim of the ID token that names the user in the audit log and in seals.' },
  { name: 'KITH_OIDC_ROLE_CLAIM', value: 'roles', says: 'Claim that carries the role.' },
  {
    name: 'KITH_OIDC_ROLES',
    value: '',
    says: `Which value of that claim is which role: value=role,value=role; roles are ${Object.keys(ROLES).join(', ')}.`,
  },
  { name: 'KITH_OIDC_AGENCY_CLAIM', value: 'agency', says: 'Claim that carries the agency.' },
  { name: 'KITH_OIDC_AGENCIES', value: '', says: 'Which value of that claim is which agency of the ledger: value=id,value=id.' },
  { name: 'KITH_OIDC_TEAM_CLAIM', value: 'team', says: 'Claim that carries the team, if any.' },
  { name: 'KITH_HEAP', value: '1g', says: 'Largest Java heap of the managed Neo4j.' },
  { name: 'KITH_PAGE_CACHE', value: '256m', says: 'Page cache of the managed Neo4j.' },
  { name: 'KITH_DATABASE_PORT', value: '', says: 'Bolt port of the managed Neo4j, on 127.0.0.1. Default: a free one, kept in the home.' },
  {
    name: 'KITH_DATABASE_START_SECONDS',
    value: '240',
    says: 'How long the managed Neo4j may take to start (six seconds on an idle machine).',
  },
  { name: 'KITH_FREE_MEGABYTES', value: '300', says: 'Megabytes that must be free on disk before the managed Neo4j is started.' },
  {
    name: 'KITH_THROW_AWAY',
    value: 'no',
    says: 'yes: this home is for a trial and will be deleted; old transaction logs are not kept, and statements are planned once.',
  },
  {
    name: 'NEO4J_URI',
    value: '',
    says: 'Use this Neo4j (neo4j://, neo4j+s://, bolt://, bolt+s://) and start none. The three below go with it.',
  },
  { name: 'NEO4J_USER', value: 'neo4j', says: 'User at NEO4J_URI.' },
  { name: 'NEO4J_PASSWORD', value: '', says: 'Password at NEO4J_URI.' },
  { name: 'NEO4J_DATABASE', value: 'neo4j', says: 'Database at NEO4J_URI.' },
];

/** The text of `.env.example`. */
export function exampleEnvironment(): string {
  const lines = settings.map(({ name, value, says }) => `# ${says}\n${value === '' ? '# ' : ''}${name}=${value}\n`);
  return `# Copy to .env and change what you need; what is set in the shell wins.\n\n${lines.join('\n')}`;
}

/** What is set of all that, in the form of `.env`; of a password or secret only that it was set. */
export function setValues(environment: Readonly<Record<string, string | undefined>>): string {
  const lines = settings.flatMap(({ name }) => {
    const value = environment[name]?.trim();
    if (value === undefined || value === '') return [];
    return /PASSWORD|SECRET/.test(name) ? [`# ${name}= was set, and is not kept here`] : [`${name}=${JSON.stringify(value)}`];
  });
  return lines.map((line) => `${line}\n`).join('');
}
