/** How people sign in to this Kith, from its configuration: what `kith start` hands to the app. */
import type { Config } from '../config.ts';
import { isLoopback } from '../config.ts';
import type { Graph } from '../database/graph.ts';
import { KithError } from '../errors.ts';
import { openAccounts } from './accounts.ts';
import { openDemonstration } from './demonstration.ts';
import { openProvider } from './provider.ts';
import type { SessionOptions } from './sessions.ts';

export type Access = Omit<SessionOptions, 'audit'>;

/** Throws BAD_INPUT where nobody could ever sign in, and where the file of accounts cannot be trusted. */
export function openAccess({ home, host, access }: Pick<Config, 'home' | 'host' | 'access'>, graph: Graph): Access {
  const accounts = openAccounts(home);
  const provider = access.provider && openProvider(access.provider);
  if (provider === undefined && !isLoopback(host) && accounts.all().length === 0) {
    throw new KithError(
      'BAD_INPUT',
      'Nobody could sign in: demonstration accounts are for a loopback address alone. Add accounts with "kith users add", or set KITH_OIDC_ISSUER.',
      { argument: 'KITH_HOST' },
    );
  }
  return {
    accounts,
    provider,
    idleMinutes: access.idleMinutes,
    mostHours: access.sessionHours,
    hasDemonstration: provider === undefined ? openDemonstration(graph, host) : async () => false,
  };
}

export async function mayAnybodySignIn({ provider, accounts, hasDemonstration }: Access): Promise<boolean> {
  return provider !== undefined || accounts.all().some(({ disabled }) => disabled !== true) || (await hasDemonstration());
}
