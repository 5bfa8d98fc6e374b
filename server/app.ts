/**
 * All that a request passes through, in order:
 *
 *   host and origin checked -> security headers -> JSON of at most 64 KiB -> operation by its name
 *     -> a place among those answered at once -> GraphQL (compiled on the second call) -> question -> audit entry on disk -> reply
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import mercurius from 'mercurius';
import type { Access } from './access/open-access.ts';
import { registerOversight } from './access/oversight/looks.ts';
import { registerSessions, type Sessions } from './access/sessions.ts';
import { cloneRoot, isLoopback, type Config } from './config.ts';
import { httpStatusOf, KithError, nothingThere, plainError, toGraphQLError } from './errors.ts';
import { checkExport, fileOf, FORMATS, type Format } from './export/exports.ts';
import { firstErrorOf } from './graphql-errors.ts';
import { readOperations } from './operations.ts';
import type { Office } from './questions/answer.ts';
import { openPlaces } from './questions/places.ts';
import { readSchema, type Context } from './resolvers.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

export type AppOptions = {
  logger?: FastifyServerOptions['logger'];
  /** Who may sign in, and how. */
  access: Access;
  /** Questions of one user, or requests of one address, in a minute. A page asks a handful at a time. */
  mostAMinute?: number;
};

const MOST_BYTES = 64 * 1024;
const MOST_DEPTH = 8;
const MOST_TOKENS = 1_000;
/** When to ask again what there was no place for. */
const BUSY_SECONDS = 2;

export async function buildApp(
  config: Pick<Config, 'host' | 'development'>,
  office: Office,
  { logger = false, access, mostAMinute = 600 }: AppOptions,
): Promise<FastifyInstance> {
  const app = fastify({
    logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_BYTES,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: 'idle',
  });
  const schema = readSchema();
  const operations = readOperations(schema);

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    checkOrigin(request, config.host);
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({ status: reply.statusCode, ms: Math.round(reply.elapsedTime), ...request.asked }, 'answered');
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply));
  app.setNotFoundHandler((request, reply) => sendError(nothingThere(), request, reply));

  let sessions: Sessions | undefined;
  await app.register(rateLimit, {
    global: false,
    keyGenerator: (request) => sessions?.counterOf(request) ?? request.ip,
    errorResponseBuilder: () =>
      Object.assign(new KithError('TOO_MUCH', 'Too many requests in a short time: wait a minute.'), { statusCode: 429 }),
  });
  sessions = await registerSessions(app, { ...access, audit: office.audit });
  const { viewerOf } = sessions;
  registerOversight(app, office, sessions);

  app.decorate('compiled', { count: 0 });
  // Mercurius hands this to graphql-jit; its types do not say so.
  const compiling = { compilerOptions: { resolverInfoEnricher: () => (app.compiled.count++, {}) } };
  await app.register(mercurius, {
    schema,
    routes: false,
    jit: 1,
    subscription: false,
    queryDepth: MOST_DEPTH,
    graphiql: false,
    validationRules: config.development ? [] : [NoSchemaIntrospectionCustomRule],
    // The question's own error, not GraphQL's wrapping of it: sendError words it.
    errorFormatter: (execution) => ({ statusCode: 200, response: { data: execution.data ?? null, errors: [...(execution.errors ?? [])] } }),
    graphql: { parseOptions: { maxTokens: MOST_TOKENS } },
    ...compiling,
  });
  app.decorateRequest('asked');

  const places = openPlaces();
  /** Asks what the body names, and hands on the data; `check` may refuse it before it is asked. */
  const answered = async (request: FastifyRequest, body: unknown, check: (name: string) => void = () => undefined) => {
    let context: Context | undefined;
    let leave: (() => void) | undefined;
    try {
      context = { office, viewer: await viewerOf(request), reached: false };
      const { name, text, variables } = readBody(body, operations, config.development);
      request.asked = { question: name };
      check(name);
      leave = await places.take();
      const execution = await app.graphql(text, context as never, variables).catch((error: unknown) => {
        throw firstErrorOf(error);
      });
      if (execution.errors !== undefined && execution.errors.length > 0) throw firstErrorOf(execution);
      return { name, viewer: context.viewer, data: execution.data as Record<string, unknown> };
    } catch (error) {
      // What no question was reached with is refused here, and is in the log like any other refusal.
      if (context?.reached !== true) await office.refuse(request.asked?.question, context?.viewer, error);
      throw error;
    } finally {
      leave?.();
    }
  };
  const limited = { config: { rateLimit: { max: mostAMinute, timeWindow: '1 minute' } } };
  app.post('/graphql', limited, async (request, reply) => reply.send({ data: (await answered(request, request.body)).data }));
  app.post('/export', limited, async (request, reply) => {
    const { format, ...body } = (request.body ?? {}) as Record<string, unknown>;
    const { name, viewer, data } = await answered(request, body, (asked) => checkExport(asked, format));
    return reply.type(FORMATS[format as Format]).send(Buffer.from(await fileOf(name, data, viewer, format as Format)));
  });

  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async () => {
    await Promise.all([office.graph.ready(), office.audit.ready()]);
    const [ledger] = await office.graph.read('read/ledger', {});
    return { ready: true, revision: ledger?.revision ?? 0 };
  });

  const page = path.join(cloneRoot, 'dist', 'client');
  if (existsSync(page)) {
    await app.register(fastifyStatic, { root: page, cacheControl: false, etag: false, lastModified: false });
    // Pages of one page: what each is about is in the fragment, which never reaches this server.
    for (const address of [
      '/child',
      '/web',
      '/person',
      '/chronology',
      '/review',
      '/first-held',
      '/compare-days',
      '/rests-on',
      '/county-sweep',
      '/oversight',
    ])
      app.get(address, (_, reply) => reply.sendFile('index.html'));
  }
  return app;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Fields with a resolver that have been compiled. */
    compiled: { count: number };
  }
  interface FastifyRequest {
    /** For the log: never a value, a name or an id of a person. */
    asked?: { question: string };
  }
}

type Body = { name: string; text: string; variables: Record<string, unknown> };

/** Names only; free text while developing (KITH_DEVELOPMENT=yes, which config.ts allows on a loopback address alone). */
function readBody(body: unknown, operations: ReturnType<typeof readOperations>, development: boolean): Body {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw badBody('must be one JSON object');
  const { operationName, variables = {}, query, ...others } = body as Record<string, unknown>;
  if (Object.keys(others).length > 0) throw badBody('has only operationName and variables');
  if (variables !== null && (typeof variables !== 'object' || Array.isArray(variables))) throw badBody('has variables as an object');
  const given = (variables ?? {}) as Record<string, unknown>;
  if (query !== undefined) {
    if (!development || typeof query !== 'string')
      throw new KithError(
        'UNKNOWN_QUESTION',
        'Questions are asked by name: {"operationName": "people-of-concern-near", "variables": {...}}.',
      );
    return { name: 'free text', text: query, variables: given };
  }
  const operation = typeof operationName === 'string' ? operations.get(operationName) : undefined;
  if (operation === undefined)
    throw new KithError('UNKNOWN_QUESTION', `There is no question of that name. There are ${[...operations.keys()].join(', ')}.`);
  for (const argument of Object.keys(given)) {
    // GraphQL would pass over a variable it does not know; whoever sends one is told.
    if (!operation.variables.has(argument))
      throw new KithError('BAD_INPUT', `That is not an argument of ${operation.name}.`, {
        rule: `is not an argument of ${operation.name}`,
      });
  }
  return { name: operation.name, text: operation.text, variables: given };
}

const badBody = (rule: string): KithError => new KithError('BAD_INPUT', `The body ${rule}.`, { argument: 'body', rule });

/**
 * A page elsewhere must not ask in the user's name: not by a request from its own origin, and not by
 * a name of its own that it lets point at this machine.
 */
function checkOrigin(request: FastifyRequest, host: string): void {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': destination, origin } = request.headers;
  // Following a link to the page, or coming back from an identity provider, shows nothing to the other site.
  const isLink = request.method === 'GET' && mode === 'navigate' && destination === 'document';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLink)
    throw new KithError('BAD_INPUT', 'Asked from another site.');
  // A browser too old to say which site asks still says its origin.
  if (site === undefined && origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host))
    throw new KithError('BAD_INPUT', 'Asked from another site.');
  if (isLoopback(host) && !isLoopback(request.hostname.replace(/^\[|\]$/g, '')))
    throw new KithError('BAD_INPUT', 'Asked under another name than this machine has.');
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const own = fromFastify(error);
  const plain = plainError(own, (reference, cause) => request.log.error({ reference, err: cause }, 'bug'));
  if (plain.code === 'BUSY') reply.header('retry-after', BUSY_SECONDS);
  return reply.code(statusOf(error, own)).send({ data: null, errors: [toGraphQLError(plain)] });
}

const statusOf = (error: unknown, own: unknown): number => {
  const status = own === error && !(own instanceof KithError) ? undefined : (error as { statusCode?: number }).statusCode;
  return status ?? httpStatusOf(own);
};

/** Bodies that are too long, of another type, or no JSON, in words of ours. */
function fromFastify(error: unknown): unknown {
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (error instanceof KithError || (code?.startsWith('FST_') !== true && !(error instanceof SyntaxError && statusCode === 400)))
    return error;
  if (statusCode === 413) return badBody('must be at most 64 KiB');
  if (statusCode === 415) return badBody('must be sent as application/json');
  return statusCode !== undefined && statusCode < 500 ? badBody('must be JSON') : error;
}
