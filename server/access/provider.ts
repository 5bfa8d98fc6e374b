/**
 * Signing in through a council's or force's identity provider: OpenID Connect, authorization code flow
 * with PKCE, state and nonce. Tokens never leave this file; what comes out is who it is and, through
 * the mapping of the configuration, which role and agency. Whoever is not mapped is not let in.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
  type CustomFetch,
  type IDToken,
} from 'openid-client';
import { isLoopback } from '../config.ts';
import { KithError } from '../errors.ts';
import type { Identity } from './session-store.ts';
import { DEMONSTRATION } from './demonstration-accounts.ts';
import { OPERATOR, type AccountRole } from './viewer.ts';

export interface ProviderSettings {
  /** https, or http on a loopback address. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where browsers find Kith, e.g. `https://kith.example`: the provider sends them back to /session/callback there. */
  address: string;
  /** Claims of the ID token that carry role and agency, one text or a list; the claim of the team is shown only. */
  userClaim: string;
  roleClaim: string;
  agencyClaim: string;
  teamClaim: string;
  /** Value of the role claim -> role; of the agency claim -> id of an agency of the ledger. */
  roles: ReadonlyMap<string, AccountRole>;
  agencies: ReadonlyMap<string, string>;
}

/** What is kept on the server between sending somebody to the provider and their coming back. */
export interface SignInUnderWay {
  verifier: string;
  state: string;
  nonce: string;
}

export type ProviderIdentity = Extract<Identity, { from: 'provider' }>;

export interface Provider {
  begin(): Promise<{ url: URL; underWay: SignInUnderWay }>;
  /** `query`: of the address the browser came back to. Throws NOT_SIGNED_IN, with one sentence for all that can be wrong. */
  finish(query: string, underWay: SignInUnderWay): Promise<ProviderIdentity>;
}

export function openProvider(settings: ProviderSettings, fetch?: CustomFetch): Provider {
  let found: Promise<Configuration> | undefined;
  // Asked for at the first sign-in and again after a failure: Kith starts while its provider is down.
  const configuration = async (): Promise<Configuration> => {
    found ??= discover(settings, fetch);
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw new KithError(
        'NOT_SIGNED_IN',
        "Your organisation's sign-in cannot be reached: try again in a few minutes.",
        {},
        { cause: error },
      );
    }
  };
  const redirect = new URL('/session/callback', settings.address);
  return {
    begin: async () => {
      const underWay: SignInUnderWay = { verifier: randomPKCECodeVerifier(), state: randomState(), nonce: randomNonce() };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirect.href,
        scope: 'openid profile',
        response_type: 'code',
        state: underWay.state,
        nonce: underWay.nonce,
        code_challenge: await calculatePKCECodeChallenge(underWay.verifier),
        code_challenge_method: 'S256',
      });
      return { url, underWay };
    },
    finish: async (query, { verifier, state, nonce }) => {
      const back = new URL(redirect);
      back.search = query;
      const known = await configuration();
      try {
        const tokens = await authorizationCodeGrant(known, back, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined || !isWrittenOnce(tokens.id_token ?? '')) throw new Error('no ID token');
        return identityOf(claims, settings);
      } catch (error) {
        throw error instanceof KithError
          ? error
          : new KithError('NOT_SIGNED_IN', 'You could not be signed in: begin again from the first page.', {}, { cause: error });
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings, fetch?: CustomFetch): Promise<Configuration> {
  const url = new URL(issuer);
  // The signature of the ID token is checked too, and not only the connection it came over.
  const execute = [enableNonRepudiationChecks];
  if (url.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[|\]$/g, ''))) execute.push(allowInsecureRequests);
  return discovery(url, clientId, undefined, ClientSecretPost(clientSecret), {
    execute,
    timeout: 10,
    ...(fetch === undefined ? {} : { [customFetch]: fetch }),
  });
}

/** Throws NOT_SIGNED_IN when the claims name no role, several, or no known agency: nobody is let in by default. */
export function identityOf(
  claims: IDToken,
  { userClaim, roleClaim, agencyClaim, teamClaim, roles, agencies }: ProviderSettings,
): ProviderIdentity {
  const user = own(claims, userClaim);
  if (typeof user !== 'string' || !/^[\w@.|:+-]{1,120}$/.test(user) || user === OPERATOR || DEMONSTRATION.some((one) => one.user === user))
    throw refused('does not say who you are');
  const role = onlyOne(textsOf(own(claims, roleClaim)).flatMap((value) => roles.get(value) ?? []));
  if (role === undefined) throw refused('gives you no role in Kith, or more than one');
  const agency = onlyOne(textsOf(own(claims, agencyClaim)).flatMap((value) => agencies.get(value) ?? []));
  if (agency === undefined) throw refused('names no agency that Kith knows, or more than one');
  const { name } = claims;
  const [team] = textsOf(own(claims, teamClaim));
  return {
    from: 'provider',
    user,
    name: typeof name === 'string' && name !== '' ? name.slice(0, 100) : user,
    role,
    agency,
    ...(team === undefined ? {} : { team: team.slice(0, 100) }),
  };
}

/** Base64url leaves bits over that decoders forgive: a token written in another way than the provider's is not the provider's. */
const isWrittenOnce = (token: string): boolean =>
  token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);

const own = (claims: IDToken, name: string): unknown => (Object.hasOwn(claims, name) ? claims[name] : undefined);

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

function onlyOne<T>(found: readonly T[]): T | undefined {
  const different = new Set(found);
  return different.size === 1 ? found[0] : undefined;
}

const refused = (why: string): KithError =>
  new KithError('NOT_SIGNED_IN', `Your organisation's sign-in ${why}: ask whoever runs Kith for you.`);
