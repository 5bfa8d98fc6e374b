/**
 * Signing in and out over HTTP, and who asks: all POST, and one cookie that no script can read and no
 * other site can send. The two pages of an identity provider's round trip are in provider-sign-in.ts.
 */
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { KithError, plainError } from '../errors.ts';
import { wrong } from '../questions/common-arguments.ts';
import type { Accounts } from './accounts.ts';
import type { Audit, AuditEntry } from './audit.ts';
import { fieldsOf } from './body-fields.ts';
import { DEMONSTRATION, DEMONSTRATION_PASSWORD } from './demonstration-accounts.ts';
import { openLockOut } from './lock-out.ts';
import { isPassword } from './passwords.ts';
import { isReference, looksOf, mayDecide, maySweep, purposesOf } from './policy.ts';
import type { Provider } from './provider.ts';
import { registerProviderSignIn } from './provider-sign-in.ts';
import { onlyCookie, STRICT } from './session-cookie.ts';
import { openSessionStore, type Identity, type Session } from './session-store.ts';
import { ROLES, type Viewer } from './viewer.ts';

export interface SessionOptions {
  audit: Audit;
  accounts: Accounts;
  /** Whether the demonstration accounts exist at this moment. */
  hasDemonstration: () => Promise<boolean>;
  /** With one, nobody signs in by a password. */
  provider?: Provider | undefined;
  idleMinutes: number;
  mostHours: number;
  now?: () => number;
}

export interface Sessions {
  /** Throws NOT_SIGNED_IN. A purpose may be missing: deciding says so. */
  viewerOf(request: FastifyRequest): Promise<Viewer>;
  /** Whose requests are counted together: those of a signed-in user, else of an address. */
  counterOf(request: FastifyRequest): string;
}

const cookieName = '__Host-kith';

/** Adds the routes to `app`, whose error handler words what they throw. */
export async function registerSessions(app: FastifyInstance, options: SessionOptions): Promise<Sessions> {
  const { audit, accounts, hasDemonstration, provider, idleMinutes, mostHours, now = Date.now } = options;
  const store = openSessionStore({ idleMs: idleMinutes * 60_000, mostMs: mostHours * 3_600_000 }, now);
  const lockOut = openLockOut(now);
  await app.register(cookie);

  const sessionOf = (request: FastifyRequest): Session | undefined => {
    const token = onlyCookie(request, cookieName);
    return token === undefined ? undefined : store.use(token);
  };

  /** Looked up at every request: a disabled account is out with the next one. */
  const viewerFor = async ({ identity, purpose }: Session): Promise<(Viewer & { name: string }) | undefined> => {
    const who = await known(identity);
    if (who === undefined) return undefined;
    return {
      ...who,
      ...(purpose === undefined
        ? {}
        : { purpose: purpose.kind, ...(purpose.reference === undefined ? {} : { reference: purpose.reference }) }),
    };
  };
  const known = async (identity: Identity): Promise<(Viewer & { name: string }) | undefined> => {
    const account = accounts.find(identity.user);
    if (account?.disabled === true) return undefined;
    if (identity.from === 'demonstration') {
      const one = (await hasDemonstration()) ? DEMONSTRATION.find(({ user }) => user === identity.user) : undefined;
      return one && { user: one.user, name: one.name, role: one.role, agency: one.agency, demonstration: true };
    }
    const from = identity.from === 'provider' ? identity : account;
    return (
      from && {
        user: from.user,
        name: from.name,
        role: from.role,
        ...(from.agency === undefined ? {} : { agency: from.agency }),
        ...(from.team === undefined ? {} : { team: from.team }),
      }
    );
  };

  const signedIn = async (request: FastifyRequest): Promise<{ session: Session; viewer: Viewer & { name: string } }> => {
    const session = sessionOf(request);
    const viewer = session && (await viewerFor(session));
    if (session === undefined || viewer === undefined)
      throw new KithError('NOT_SIGNED_IN', 'You are not signed in, or your session has ended.');
    return { session, viewer };
  };

  const describe = async (session: Session | undefined): Promise<object> => {
    const viewer = session && (await viewerFor(session));
    const common = {
      idleMinutes,
      identityProvider: provider !== undefined,
      demonstration: (await hasDemonstration())
        ? DEMONSTRATION.map(({ user, name, role, says }) => ({ user, name, role: ROLES[role], says }))
        : null,
    };
    if (session === undefined || viewer === undefined || viewer.role === 'operator') return { signedIn: false, purposes: [], ...common };
    const purposes = purposesOf(viewer.role, viewer.demonstration === true);
    const asking = { role: viewer.role, ...(session.purpose === undefined ? {} : { purpose: session.purpose.kind }) };
    return {
      signedIn: true,
      user: viewer.user,
      name: viewer.name,
      role: ROLES[viewer.role],
      ...(viewer.agency === undefined ? {} : { agency: viewer.agency }),
      purpose:
        session.purpose === undefined
          ? null
          : { ...session.purpose, words: purposes.find(({ kind }) => kind === session.purpose?.kind)?.words },
      decides: mayDecide(asking),
      sweeps: maySweep(asking),
      signsOutAt: new Date(session.begun + store.limits.mostMs).toISOString(),
      purposes,
      looks: looksOf(viewer.role),
      ...common,
    };
  };

  const begin = (request: FastifyRequest, reply: FastifyReply, identity: Identity): Session | undefined => {
    const old = onlyCookie(request, cookieName);
    if (old !== undefined) store.end(old);
    const token = store.begin(identity);
    reply.setCookie(cookieName, token, STRICT);
    return store.use(token);
  };

  /** Every attempt is in the log, with who it was only where somebody was let in: what was typed may be a password. */
  const audited = async <T extends { identity?: Identity; viewer?: Viewer | undefined }>(
    question: string,
    work: () => Promise<T>,
  ): Promise<T> => {
    const began = performance.now();
    const entry = (over: Pick<AuditEntry, 'decision'> & Partial<AuditEntry>): AuditEntry => ({
      question,
      duration: performance.now() - began,
      ...over,
    });
    let done: T;
    try {
      done = await work();
    } catch (error) {
      await audit.record(entry({ decision: { outcome: 'refused', code: plainError(error).code } }));
      throw error;
    }
    const who = done.viewer ?? (done.identity && (await known(done.identity)));
    await audit.record(
      entry({
        user: who?.user,
        agency: who?.agency,
        role: who?.role,
        purpose: who?.purpose,
        reference: who?.reference,
        decision: { outcome: 'done' },
      }),
    );
    return done;
  };

  app.post('/session', async (request) => describe(sessionOf(request)));

  app.post('/session/sign-in', { config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }, async (request, reply) => {
    const { identity } = await audited('session/sign-in', async () => {
      const { user, password } = fieldsOf(request.body, ['user', 'password'], []);
      return { identity: await identify(user ?? '', password ?? '') };
    });
    return describe(begin(request, reply, identity));
  });

  const identify = async (user: string, password: string): Promise<Identity> => {
    if (provider !== undefined) throw new KithError('NOT_SIGNED_IN', "Sign in with your organisation's account.");
    const minutes = lockOut.minutesLeft(user);
    if (minutes > 0)
      throw new KithError(
        'NOT_SIGNED_IN',
        `There were too many wrong passwords for this user name: try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
      );
    // Counted before it is checked: tries that arrive together are as many as they are.
    lockOut.failed(user);
    const account = accounts.find(user);
    const isAccount = await isPassword(account?.password, password);
    const isDemonstration =
      DEMONSTRATION.some((one) => one.user === user) && password === DEMONSTRATION_PASSWORD && (await hasDemonstration());
    if (!isDemonstration && (!isAccount || account?.disabled === true))
      throw new KithError('NOT_SIGNED_IN', 'The user name or the password is wrong.');
    lockOut.succeeded(user);
    return { from: isDemonstration ? 'demonstration' : 'account', user };
  };

  app.post('/session/purpose', async (request) => {
    const { session } = await audited('session/purpose', async () => {
      const { session, viewer } = await signedIn(request);
      session.purpose = purposeIn(request.body, viewer);
      return {
        session,
        viewer: {
          ...viewer,
          purpose: session.purpose.kind,
          ...(session.purpose.reference === undefined ? {} : { reference: session.purpose.reference }),
        },
      };
    });
    return describe(session);
  });

  app.post('/session/sign-out', async (request, reply) => {
    const token = onlyCookie(request, cookieName);
    const session = token === undefined ? undefined : store.use(token);
    if (token !== undefined && session !== undefined) {
      // Out first: a log that cannot be written must not keep anybody in.
      store.end(token);
      await audited('session/sign-out', async () => ({ viewer: await viewerFor(session) }));
    }
    reply.clearCookie(cookieName, STRICT).header('clear-site-data', '"cache", "cookies", "storage"');
    return describe(undefined);
  });

  if (provider !== undefined) registerProviderSignIn(app, provider, { begin, known, audited, now });

  return {
    viewerOf: async (request) => (await signedIn(request)).viewer,
    counterOf: (request) => {
      const token = onlyCookie(request, cookieName);
      const user = token === undefined ? undefined : store.userOf(token);
      return user === undefined ? `address ${request.ip}` : `user ${user}`;
    },
  };
}

function purposeIn(body: unknown, viewer: Viewer): { kind: string; reference?: string } {
  const { kind, reference } = fieldsOf(body, ['kind'], ['reference']);
  const purpose = purposesOf(viewer.role, viewer.demonstration === true).find((one) => one.kind === kind);
  if (purpose === undefined) throw wrong('kind', 'is not a purpose open to your role');
  if (!purpose.needsReference) return { kind: purpose.kind };
  if (reference === undefined || !isReference(reference))
    throw wrong('reference', 'must be up to 40 letters, digits, dots, dashes and strokes, with at least one digit and no space');
  return { kind: purpose.kind, reference };
}
