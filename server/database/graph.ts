/**
 * The one file that talks to Neo4j. A question is asked by the name of its file under cypher/; no
 * other text reaches the database, and only parameters vary.
 */
import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver, type Session } from 'neo4j-driver';
import type { Queries, ReadName, WriteName } from '../types.gen.ts';
import { asKithError, isAlreadyThere, isSchemaThere } from './graph-errors.ts';
import { again, askAfterMs, inTime, replyMs, whileThere, workReplyMs } from './patience.ts';
import { asPlanStep, type PlanStep } from './plan.ts';
import { everyChoice, readQueries, type Query } from './queries.ts';
import type { QueryType } from './query-types.ts';

export interface Connection {
  uri: string;
  user: string;
  password: string;
  database: string;
}

export interface Limits {
  /** The database ends the statement after this long: TIMED_OUT. */
  timeoutMs?: number;
}

type Given = Readonly<Record<string, unknown>>;

export interface Graph {
  /** All rows. Names and types come from the header of the file (types.gen.ts); `Row` may narrow them. */
  read<Name extends ReadName>(name: Name, params: Queries[Name]['params'], limits?: Limits): Promise<Queries[Name]['row'][]>;
  read<Row>(name: string, params: Given, limits?: Limits): Promise<Row[]>;
  /** Rows as they come, never all of them in memory. A fault ends the stream; nothing is asked twice. */
  stream<Name extends ReadName>(name: Name, params: Queries[Name]['params'], limits?: Limits): AsyncIterable<Queries[Name]['row']>;
  /** One transaction. Tried again after a lost connection, so the statement must come to the same when run twice (`@once`). */
  write<Name extends WriteName>(name: Name, params: Queries[Name]['params'], limits?: Limits): Promise<Queries[Name]['row'][]>;
  /** Runs a file of cypher/schema/: one statement after another, each of its choices. */
  applySchema(name: string, limits?: Limits): Promise<void>;
  /** The plan of a text of the file, without running it. */
  explain(name: string, params: Given): Promise<PlanStep>;
  /** Runs a read with the database counting its own work: for tests and the bench. */
  profile(name: string, params: Given): Promise<{ rows: number; dbHits: number; plan: PlanStep }>;
  /** Throws GRAPH_UNAVAILABLE when the database does not answer. */
  ready(): Promise<void>;
  readonly queries: ReadonlyMap<string, Query>;
  close(): Promise<void>;
}

/** A question is answered in milliseconds; on a busy machine, just after a start, it may take seconds. */
const questionMs = 20_000;
const writeMs = 120_000;

/** `queries`: a bench brings its own. */
export function openGraph(connection: Connection, queries: ReadonlyMap<string, Query> = readQueries()): Graph {
  const driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.user, connection.password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    // We try again ourselves, where we know that a second run does no harm.
    disableAutoCommitRetries: true,
    userAgent: 'kith',
    connectionTimeout: 10_000,
    connectionAcquisitionTimeout: 15_000,
    maxConnectionPoolSize: 50,
  });
  const bookmarks = neo4j.bookmarkManager();
  const session = (mode: 'READ' | 'WRITE'): Session =>
    driver.session({ database: connection.database, defaultAccessMode: mode, bookmarkManager: bookmarks, fetchSize: 2_000 });

  const named = (name: string, mode: Query['mode']): Query => {
    const query = queries.get(name);
    if (query?.mode !== mode) throw new Error(`cypher/${name}.cypher is not a file to ${mode} with.`);
    return query;
  };

  const askServer = async (): Promise<void> => {
    const open = session('READ');
    try {
      // Without a limit of its own: whoever asks waits for so long, and a server that says it is late is there.
      await open.run(named('read/alive', 'read').textFor({}));
    } finally {
      open.close().catch(() => undefined);
    }
  };

  const once = async (query: Query, params: Given, mode: 'READ' | 'WRITE', timeout: number): Promise<unknown[]> => {
    const open = session(mode);
    try {
      const asked = withoutStack(() =>
        open.run(query.textFor(params), driverParams(query, params), { timeout, metadata: { query: query.name } }),
      );
      const { records } = mode === 'READ' ? await whileThere(asked, askServer, timeout > questionMs ? workReplyMs : replyMs) : await asked;
      return records.map((record) => fromDriver(record.toObject()));
    } finally {
      // Not waited for: on a connection that hangs, closing hangs too.
      open.close().catch(() => undefined);
    }
  };

  const read = async (name: string, params: Given, limits: Limits = {}): Promise<unknown[]> => {
    const query = named(name, 'read');
    return again(() => once(query, params, 'READ', limits.timeoutMs ?? questionMs));
  };

  const write = async (name: string, params: Given, limits: Limits = {}): Promise<unknown[]> => {
    const query = named(name, 'write');
    let tries = 0;
    return again(async () => {
      tries += 1;
      try {
        return await once(query, params, 'WRITE', limits.timeoutMs ?? writeMs);
      } catch (error) {
        if (query.once !== undefined && tries > 1 && isAlreadyThere(error)) return [];
        throw error;
      }
    });
  };

  async function* stream(name: string, params: Given, limits: Limits = {}): AsyncGenerator<unknown> {
    const query = named(name, 'read');
    const open = session('READ');
    try {
      const rows = open.run(query.textFor(params), driverParams(query, params), {
        timeout: limits.timeoutMs ?? writeMs,
        metadata: { query: name },
      });
      for await (const record of rows) yield fromDriver(record.toObject());
    } catch (error) {
      throw asKithError(error);
    } finally {
      open.close().catch(() => undefined);
    }
  }

  const applySchema = async (name: string, limits: Limits = {}): Promise<void> => {
    const query = named(name, 'schema');
    for (const choice of everyChoice(query)) {
      for (const statement of query
        .textFor(choice)
        .split(/;\s*(?:\n|$)/)
        .filter((one) => one.trim() !== '')) {
        await again(async () => {
          const open = session('WRITE');
          try {
            await open.run(statement, {}, { timeout: limits.timeoutMs ?? writeMs });
          } catch (error) {
            if (!isSchemaThere(error)) throw error;
          } finally {
            await open.close();
          }
        });
      }
    }
  };

  const explain = async (name: string, params: Given): Promise<PlanStep> => {
    const query = queries.get(name) ?? named(name, 'read');
    const open = session('READ');
    try {
      const { summary } = await open.run(`EXPLAIN ${query.textFor(params)}`, driverParams(query, params));
      if (summary.plan === false) throw new Error(`No plan for ${name}.`);
      return asPlanStep(
        summary.plan,
        summary.gqlStatusObjects.map((one) => (one as { title?: string }).title ?? one.gqlStatus),
      );
    } finally {
      await open.close();
    }
  };

  const profile = async (name: string, params: Given): Promise<{ rows: number; dbHits: number; plan: PlanStep }> => {
    const query = named(name, 'read');
    const open = session('READ');
    try {
      const { records, summary } = await open.run(`PROFILE ${query.textFor(params)}`, driverParams(query, params), { timeout: writeMs });
      if (summary.profile === false) throw new Error(`No profile for ${name}.`);
      const hits = (plan: { dbHits: number; children: (typeof plan)[] }): number =>
        plan.dbHits + plan.children.reduce((sum, child) => sum + hits(child), 0);
      return { rows: records.length, dbHits: hits(summary.profile), plan: asPlanStep(summary.profile, []) };
    } catch (error) {
      throw asKithError(error);
    } finally {
      await open.close();
    }
  };

  const ready = async (): Promise<void> => {
    try {
      await inTime(askServer(), askAfterMs);
    } catch (error) {
      throw asKithError(error);
    }
  };

  // The overloads of Graph are these functions with the names and types of the headers.
  return { read, stream, write, applySchema, explain, profile, ready, queries, close: async () => closeSoon(driver) } as Graph;
}

async function closeSoon(driver: Driver): Promise<void> {
  await Promise.race([driver.close(), pause(2_000, undefined, { ref: false })]);
}

/** The driver notes for each statement from where in the program it was asked: 8 % of what a busy server computes, and never shown. */
function withoutStack<Asked>(ask: () => Asked): Asked {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return ask();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** No record has this id. */
const NOBODY = '';

function driverParams(query: Query, params: Given): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, type] of query.params) {
    const value = toDriver(params[name], type);
    // An empty list is of another type than a list of ids, and the statement would be planned once more for it.
    const isOfNobody = query.mode === 'read' && Array.isArray(value) && value.length === 0 && isListOfIds(type);
    out[name] = isOfNobody ? [NOBODY] : value;
  }
  return out;
}

const isListOfIds = (type: QueryType): boolean => type.kind === 'list' && type.of.kind === 'scalar' && type.of.name === 'ID';

/** Days become DATE, and whole numbers Int, where the header says so: the driver sends plain numbers as Float. */
function toDriver(value: unknown, type: QueryType): unknown {
  if (value === null || value === undefined) return null;
  if (type.kind === 'list') return (value as unknown[]).map((one) => toDriver(one, type.of));
  if (type.kind === 'map') {
    const given = value as Given;
    return Object.fromEntries([...type.fields].map(([name, of]) => [name, toDriver(given[name], of)]));
  }
  if (type.name === 'Int') return neo4j.int(value as number);
  if (type.name !== 'Date') return value;
  const [year, month, day] = (value as string).split('-').map(Number);
  return new neo4j.types.Date(year ?? Number.NaN, month ?? Number.NaN, day ?? Number.NaN);
}

function fromDriver(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromDriver);
  if (neo4j.isDate(value)) return value.toString();
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, fromDriver(of)]));
}
