/** Tokens and replies that must let nobody in, each by what is wrong with it. */
import {
  encoded,
  goodClaims,
  goodHeader,
  goodQuery,
  ISSUER,
  publicKey,
  replyWith,
  SECRET,
  strangersKey,
  tokenOf,
  underWay,
  type Json,
  type TokenReply,
} from './identity-provider.ts';

export interface BadSignIn {
  reply?: () => TokenReply;
  query?: string;
}

const token = (make: () => unknown): BadSignIn => ({ reply: () => replyWith(make()) });
const claims = (over: Json, ...left: string[]): BadSignIn =>
  token(() => tokenOf(Object.fromEntries(Object.entries({ ...goodClaims(), ...over }).filter(([name]) => !left.includes(name)))));
const header = (over: Json, key?: Parameters<typeof tokenOf>[2]): BadSignIn =>
  token(() => tokenOf(goodClaims(), { ...goodHeader, ...over }, key));
const unsigned = (alg: unknown): BadSignIn => token(() => `${encoded({ ...goodHeader, alg })}.${encoded(goodClaims())}.`);
const parts = (change: (header: string, claims: string, signature: string) => string): BadSignIn =>
  token(() => change(...(tokenOf(goodClaims()).split('.') as [string, string, string])));
const query = (text: string): BadSignIn => ({ query: text });
const answer = (reply: TokenReply): BadSignIn => ({ reply: () => reply });
const later = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
const of = (name: string, values: Record<string, unknown>): Record<string, BadSignIn> =>
  Object.fromEntries(Object.entries(values).map(([says, value]) => [`${name} ${says}`, claims({ [name]: value })]));

const signatures: Record<string, BadSignIn> = {
  ...Object.fromEntries(
    ['none', 'None', 'NONE', 'nOnE', '', null, 0].map((alg) => [`not signed, alg ${JSON.stringify(alg)}`, unsigned(alg)]),
  ),
  'not signed, no alg': token(() => `${encoded({ kid: 'k1' })}.${encoded(goodClaims())}.`),
  'alg none with a signature': parts((_, payload, signature) => `${encoded({ ...goodHeader, alg: 'none' })}.${payload}.${signature}`),
  ...Object.fromEntries(['HS256', 'HS384', 'HS512'].map((alg) => [`${alg} with the client secret`, header({ alg }, SECRET)])),
  'HS256 with the public key as PEM': header({ alg: 'HS256' }, publicKey.export({ type: 'spki', format: 'pem' }).toString()),
  'HS256 with the public key as JWK': header({ alg: 'HS256' }, JSON.stringify(publicKey.export({ format: 'jwk' }))),
  'HS256 with an empty key': header({ alg: 'HS256' }, ''),
  ...Object.fromEntries(
    ['RS384', 'RS512', 'PS256', 'PS384', 'ES256', 'EdDSA', 'Ed25519'].map((alg) => [`${alg}, which was not agreed`, header({ alg })]),
  ),
  'alg a list': header({ alg: ['RS256'] }),
  "a stranger's key under the known name": header({}, strangersKey),
  "a stranger's key under its own name": header({ kid: 'k2' }, strangersKey),
  "a stranger's key without a name": header({ kid: undefined }, strangersKey),
  "a stranger's key in the header": header({ jwk: { kty: 'RSA', e: 'AQAB', n: 'AAAA' } }, strangersKey),
  "a stranger's key by address": header({ jku: 'https://stranger.example/keys', kid: 'k2' }, strangersKey),
  "a stranger's certificate by address": header({ x5u: 'https://stranger.example/cert', kid: 'k2' }, strangersKey),
  "a stranger's certificate in the header": header({ x5c: ['AAAA'], kid: 'k2' }, strangersKey),
  'an unknown key name': header({ kid: 'nobody' }),
  'a key name that is a path': header({ kid: '../../dev/null' }),
  'a critical extension nobody knows': header({ crit: ['unknown'], unknown: true }),
  'payload not encoded (b64 false)': header({ crit: ['b64'], b64: false }),
  'no signature': parts((head, payload) => `${head}.${payload}.`),
  'no third part': parts((head, payload) => `${head}.${payload}`),
  'one part': parts((head) => head),
  'four parts': parts((...all) => `${all.join('.')}.x`),
  'five parts, as if encrypted': parts((head, payload, signature) => `${head}.${payload}.${signature}.x.y`),
  'half a signature': parts((head, payload, signature) => `${head}.${payload}.${signature.slice(0, 171)}`),
  'the signature of another token': parts(
    (head, payload) => `${head}.${payload}.${tokenOf({ ...goodClaims(), sub: 'bela' }).split('.')[2]}`,
  ),
  'other claims under this signature': parts((head, _, signature) => `${head}.${encoded({ ...goodClaims(), sub: 'bela' })}.${signature}`),
  padding: parts((head, payload, signature) => `${head}.${payload}.${signature}==`),
  'a space in front': parts((...all) => ` ${all.join('.')}`),
  'a line end behind': parts((...all) => `${all.join('.')}\n`),
  'base64 with other letters': parts((head, payload) => `${head}.${payload}.${'+/'.repeat(171)}`),
  'header no JSON': parts((_, payload, signature) => `${encoded('header')}.${payload}.${signature}`),
  'header a list': parts((_, payload, signature) => `${encoded([])}.${payload}.${signature}`),
  ...Object.fromEntries(
    (
      [
        ['a text', '"text"'],
        ['a list', '[]'],
        ['null', 'null'],
        ['a number', '7'],
        ['no JSON', '{'],
        ['empty', ''],
      ] as const
    ).map(([says, text]) => [`claims ${says}, signed`, token(() => tokenOf(text))]),
  ),
};

const claimCases: Record<string, BadSignIn> = {
  ...Object.fromEntries(['iss', 'sub', 'aud', 'exp', 'iat', 'nonce', 'roles', 'agency'].map((name) => [`no ${name}`, claims({}, name)])),
  ...of('iss', {
    'of somebody else': 'https://other.example',
    'with a stroke behind': `${ISSUER}/`,
    'in capitals': ISSUER.toUpperCase(),
    'over http': 'http://id.example',
    'with more behind': `${ISSUER}.stranger.example`,
    null: null,
    'a number': 1,
    'a list': [ISSUER],
  }),
  ...of('sub', {
    empty: '',
    null: null,
    'a number': 7,
    'a list': ['amira.khan'],
    'with a space': 'amira khan',
    'with a line end': 'amira\nkhan',
    'too long': 'a'.repeat(300),
    'the operator': 'operator',
    'a demonstration account': 'mash',
    markup: '<b>',
    'right to left': 'amira\u202enahk',
  }),
  ...of('aud', {
    'of somebody else': 'other',
    empty: '',
    null: null,
    'a number': 7,
    'in capitals': 'KITH',
    'a list without us': ['other'],
    'an empty list': [],
    'only like us': 'kith2',
    'an object': { kith: true },
  }),
  'azp of somebody else': claims({ aud: ['kith', 'other'], azp: 'other' }),
  ...of('exp', {
    'an hour ago': later(-3_600),
    'a minute ago': later(-61),
    zero: 0,
    negative: -1,
    null: null,
    'a text': '9999999999',
    'a list': [9_999_999_999],
  }),
  ...of('iat', { null: null, 'a text': 'now', 'a list': [1] }),
  ...of('nbf', { 'in an hour': later(3_600), 'a text': 'later' }),
  ...of('nonce', {
    other: 'another',
    empty: '',
    null: null,
    'in capitals': 'THE-NONCE',
    'a list': [underWay.nonce],
    'the state': underWay.state,
  }),
  ...of('roles', {
    none: [],
    'two of ours': ['CSC-MASH', 'CSC-ANALYST'],
    unknown: ['CSC-CLEANER'],
    'in small letters': 'csc-mash',
    'our own word for it': 'mash',
    operator: 'operator',
    'a prototype name': '__proto__',
    'another prototype name': 'constructor',
    'an object': { 'CSC-MASH': true },
    'a number': 1,
    null: null,
    'a list in a list': [['CSC-MASH']],
    joined: 'CSC-MASH,CSC-ANALYST',
    'with a space': 'CSC-MASH ',
  }),
  ...of('agency', {
    none: [],
    unknown: 'cleaners',
    'two of ours': ['children', 'constabulary'],
    'a prototype name': '__proto__',
    'an object': {},
    null: null,
    'the id itself': 'csc',
  }),
};

const callbacks: Record<string, BadSignIn> = {
  'no query': query(''),
  'no code': query(goodQuery.replace('code=c&', '')),
  'no state': query(goodQuery.replace(/&state=[^&]*/, '')),
  'another state': query(goodQuery.replace('the-state', 'another')),
  'an empty state': query(goodQuery.replace('the-state', '')),
  'the state twice': query(`${goodQuery}&state=another`),
  'the code twice': query(`${goodQuery}&code=d`),
  "another issuer's answer": query(goodQuery.replace(encodeURIComponent(ISSUER), 'https%3A%2F%2Fother.example')),
  'no issuer, where one was promised': query(goodQuery.replace(/&iss=.*/, '')),
  'refused by the provider': query(`error=access_denied&state=${underWay.state}&iss=${encodeURIComponent(ISSUER)}`),
  'a code and an error': query(`${goodQuery}&error=access_denied`),
  'tokens in the address': query(`${goodQuery}&id_token=x`),
  'a token reply for a form': query(`${goodQuery}&response=x`),
};

const replies: Record<string, BadSignIn> = {
  'the code is not accepted': answer({ status: 400, body: { error: 'invalid_grant' } }),
  'the provider is broken': answer({ status: 500, body: 'oops', type: 'text/html' }),
  'a page instead of tokens': answer({ body: '<html></html>', type: 'text/html' }),
  'no JSON': answer({ body: '{' }),
  'a list': answer({ body: [] }),
  'an empty object': answer({ body: {} }),
  'no ID token': answer({ body: { access_token: 'a', token_type: 'Bearer' } }),
  'no access token': { reply: () => ({ body: { token_type: 'Bearer', id_token: tokenOf(goodClaims()) } }) },
  'no kind of token': { reply: () => ({ body: { access_token: 'a', id_token: tokenOf(goodClaims()) } }) },
  'ID token a number': answer(replyWith(7)),
  'ID token empty': answer(replyWith('')),
  'ID token null': answer(replyWith(null)),
  'ID token a list': { reply: () => replyWith([tokenOf(goodClaims())]) },
  'ID token an object': answer(replyWith({})),
};

export const badTokens: Readonly<Record<string, BadSignIn>> = { ...signatures, ...claimCases, ...callbacks, ...replies };
