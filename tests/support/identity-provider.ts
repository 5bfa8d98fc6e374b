/** A provider that says whatever a test wants, without a network: discovery, keys, and one reply of the token endpoint. */
import { constants, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { openProvider, type Provider, type ProviderSettings } from '../../server/access/provider.ts';

export const ISSUER = 'https://id.example';
export const SECRET = 'a secret of thirty-two characters';
export const settings: ProviderSettings = {
  issuer: ISSUER,
  clientId: 'kith',
  clientSecret: SECRET,
  address: 'https://kith.example',
  userClaim: 'sub',
  roleClaim: 'roles',
  agencyClaim: 'agency',
  teamClaim: 'team',
  roles: new Map([
    ['CSC-MASH', 'mash'],
    ['CSC-ANALYST', 'analyst'],
  ]),
  agencies: new Map([
    ['children', 'csc'],
    ['constabulary', 'police'],
  ]),
};

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const providerKey = pair.privateKey;
export const publicKey = pair.publicKey;
export const strangersKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ellipticKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const edwardsKey = generateKeyPairSync('ed25519').privateKey;

export interface Coming {
  verifier: string;
  state: string;
  nonce: string;
}

export const underWay: Coming = { verifier: 'v'.repeat(43), state: 'the-state', nonce: 'the-nonce' };

export type Json = Record<string, unknown>;

export function goodClaims(): Json {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: ISSUER,
    sub: 'amira.khan',
    aud: 'kith',
    exp: now + 300,
    iat: now,
    nonce: underWay.nonce,
    name: 'Amira Khan',
    roles: ['CSC-MASH'],
    agency: 'children',
    team: 'Front door',
  };
}

export const goodHeader: Json = { alg: 'RS256', kid: 'k1', typ: 'JWT' };

export const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Signed in the way the header says, as far as it says one. */
export function tokenOf(claims: unknown, header: Json = goodHeader, key: KeyObject | string = providerKey): string {
  const text = `${encoded(header)}.${encoded(claims)}`;
  return `${text}.${signature(String(header['alg']), text, key)}`;
}

function signature(alg: string, text: string, key: KeyObject | string): string {
  const data = Buffer.from(text);
  if (alg.startsWith('HS'))
    return createHmac(`sha${alg.slice(2)}`, key)
      .update(data)
      .digest('base64url');
  if (alg.startsWith('ES')) return sign('sha256', data, { key: ellipticKey, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  if (alg === 'EdDSA' || alg === 'Ed25519') return sign(null, data, edwardsKey).toString('base64url');
  if (alg.startsWith('PS'))
    return sign(`sha${alg.slice(2)}`, data, {
      key: key as KeyObject,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    }).toString('base64url');
  return sign(alg === 'RS384' ? 'sha384' : alg === 'RS512' ? 'sha512' : 'sha256', data, key as KeyObject).toString('base64url');
}

export type TokenReply = { status?: number; type?: string; body: unknown };

export const replyWith = (token: unknown, over: Json = {}): TokenReply => ({
  body: { access_token: 'a', token_type: 'Bearer', id_token: token, ...over },
});

/** A provider whose token endpoint gives that reply. */
export function providerSaying(reply: () => TokenReply): Provider {
  const json = (body: unknown, status = 200, type = 'application/json'): Response =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'content-type': type } });
  return openProvider(settings, async (address) => {
    const { pathname } = new URL(address);
    if (pathname === '/.well-known/openid-configuration') {
      return json({
        issuer: ISSUER,
        authorization_endpoint: `${ISSUER}/auth`,
        token_endpoint: `${ISSUER}/token`,
        jwks_uri: `${ISSUER}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        authorization_response_iss_parameter_supported: true,
        code_challenge_methods_supported: ['S256'],
      });
    }
    if (pathname === '/keys') return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] });
    const { body, status, type } = reply();
    return json(body, status, type);
  });
}

export const goodQuery = `code=c&state=${underWay.state}&iss=${encodeURIComponent(ISSUER)}`;
