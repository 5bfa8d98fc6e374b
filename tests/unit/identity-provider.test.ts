import { expect, test } from 'vitest';
import { badTokens } from '../support/bad-tokens.ts';
import {
  goodClaims,
  goodQuery,
  providerSaying,
  replyWith,
  strangersKey,
  tokenOf,
  underWay,
  goodHeader,
} from '../support/identity-provider.ts';
import { randomFrom } from '../../seed/random.ts';

const good = () => replyWith(tokenOf(goodClaims()));

test('somebody the provider vouches for comes in with the role and agency of the mapping', async () => {
  const identity = await providerSaying(good).finish(goodQuery, underWay);
  expect(identity).toEqual({ from: 'provider', user: 'amira.khan', name: 'Amira Khan', role: 'mash', agency: 'csc', team: 'Front door' });
});

test('a sign-in is sent off with a code challenge, a state and a nonce that are new each time', async () => {
  const provider = providerSaying(good);
  const [first, second] = [await provider.begin(), await provider.begin()];
  const { searchParams } = first.url;
  expect(Object.fromEntries(searchParams)).toMatchObject({
    client_id: 'kith',
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: 'https://kith.example/session/callback',
    code_challenge_method: 'S256',
    state: first.underWay.state,
    nonce: first.underWay.nonce,
  });
  expect(searchParams.get('code_challenge')).not.toBe(first.underWay.verifier);
  for (const secret of ['verifier', 'state', 'nonce'] as const) expect(first.underWay[secret]).not.toBe(second.underWay[secret]);
});

test('more than 120 bad sign-ins are tried', () => {
  expect(Object.keys(badTokens).length).toBeGreaterThanOrEqual(120);
});

test.each(Object.entries(badTokens))('nobody comes in with %s', async (_, { reply = good, query = goodQuery }) => {
  await expect(providerSaying(reply).finish(query, underWay)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
});

test('two thousand tokens, each changed at random from a good one, let nobody in', { timeout: 120_000 }, async () => {
  const accepted: unknown[] = [];
  let token = '';
  const provider = providerSaying(() => replyWith(token));
  for (let seed = 0; seed < 2_000; seed += 1) {
    token = mutated(seed);
    await provider.finish(goodQuery, underWay).then(
      (identity) => accepted.push({ seed, token, identity }),
      (error: { code?: string }) => expect(error.code).toBe('NOT_SIGNED_IN'),
    );
  }
  expect(accepted).toEqual([]);
});

/** A character changed, put in, taken out or moved; a claim changed; or the same words signed by a stranger. */
function mutated(seed: number): string {
  const random = randomFrom(seed);
  const token = tokenOf(goodClaims());
  const at = random.below(token.length);
  const letter = random.pick([...'ABCxyz0189-_.=+/ \n']);
  switch (random.below(6)) {
    case 0:
      return letter === token[at] ? `${token}A` : token.slice(0, at) + letter + token.slice(at + 1);
    case 1:
      return token.slice(0, at) + letter + token.slice(at);
    case 2:
      return token.slice(0, at) + token.slice(at + 1 + random.below(4));
    case 3: {
      const [head, , signature] = token.split('.');
      const claims = {
        ...goodClaims(),
        [random.pick(['sub', 'roles', 'agency', 'exp', 'iss', 'aud', 'nonce'])]: random.pick([
          null,
          'CSC-ANALYST',
          'constabulary',
          9_999_999_999,
          'bela',
          [],
        ]),
      };
      return `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
    }
    case 4:
      return tokenOf(goodClaims(), { ...goodHeader, ...(random.chance(0.5) ? { kid: random.pick(['k1', 'k2', '']) } : {}) }, strangersKey);
    default: {
      const parts = token.split('.');
      const [one, other] = [random.below(3), random.below(3)];
      return one === other
        ? parts.toSpliced(one, 1).join('.')
        : parts
            .with(one, parts[other] ?? '')
            .with(other, parts[one] ?? '')
            .join('.');
    }
  }
}
