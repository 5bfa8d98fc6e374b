/** The round trip to an identity provider and back: the only GETs of signing in. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { KithError, plainError } from '../errors.ts';
import type { Provider, SignInUnderWay } from './provider.ts';
import { onlyCookie, STRICT } from './session-cookie.ts';
import type { Identity } from './session-store.ts';
import type { Viewer } from './viewer.ts';

/** What signing in by the provider has in common with signing in by a password. */
export interface SigningIn {
  begin: (request: FastifyRequest, reply: FastifyReply, identity: Identity) => unknown;
  /** undefined: shut out. */
  known: (identity: Identity) => Promise<Viewer | undefined>;
  audited: (question: string, work: () => Promise<{ identity: Identity }>) => Promise<{ identity: Identity }>;
  now: () => number;
}

const underWayName = '__Host-kith-sign-in';
const underWayMs = 10 * 60_000;
/** The provider sends the browser back from another site, with which a strict cookie would not come. */
const lax = { ...STRICT, sameSite: 'lax' } as const;

export function registerProviderSignIn(app: FastifyInstance, provider: Provider, { begin, known, audited, now }: SigningIn): void {
  const coming = new Map<string, SignInUnderWay & { until: number }>();

  app.get('/session/provider', { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }, async (_, reply) => {
    const { url, underWay } = await provider.begin();
    for (const [state, { until }] of coming) if (until < now()) coming.delete(state);
    coming.set(underWay.state, { ...underWay, until: now() + underWayMs });
    return reply.setCookie(underWayName, underWay.state, { ...lax, maxAge: underWayMs / 1000 }).redirect(url.href, 303);
  });

  app.get('/session/callback', { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }, async (request, reply) => {
    reply.clearCookie(underWayName, lax);
    try {
      const { identity } = await audited('session/sign-in', async () => {
        const state = onlyCookie(request, underWayName);
        const underWay = state === undefined ? undefined : coming.get(state);
        // Once only, whatever comes of it.
        if (state !== undefined) coming.delete(state);
        if (underWay === undefined || underWay.until < now())
          throw new KithError('NOT_SIGNED_IN', 'This sign-in was begun too long ago, or elsewhere: begin again.');
        const identity = await provider.finish(request.url.split('?')[1] ?? '', underWay);
        if ((await known(identity)) === undefined)
          throw new KithError('NOT_SIGNED_IN', 'Your account has been shut out of Kith: ask whoever runs it for you.');
        return { identity };
      });
      begin(request, reply, identity);
      return await reply.redirect('/', 303);
    } catch (error) {
      const { message } = plainError(error, (reference, cause) => request.log.error({ reference, err: cause }, 'bug'));
      // Words of ours alone: nothing that came with the request is repeated.
      return reply
        .code(401)
        .type('text/html; charset=utf-8')
        .send(`<!doctype html><html lang="en"><title>Not signed in</title><p>${message}</p><p><a href="/">Back to Kith</a></p></html>`);
    }
  });
}
