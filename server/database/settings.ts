/**
 * Neo4j's settings, written once: `managedSettings` becomes the neo4j.conf of the server Kith runs,
 * `containerEnvironment` the environment of the container in docker-compose.yml.
 */
import type { ManagedServer } from '../config.ts';

/** Java options as Neo4j's own launcher gives them (neo4j.conf of 5.26, "JVM Parameters"). */
export const javaOptions = [
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '--enable-native-access=ALL-UNNAMED',
  '-Dlog4j2.disable.jmx=true',
  '-Dio.netty.tryReflectionSetAccessible=true',
  '-XX:+UseG1GC',
  '-XX:-OmitStackTraceInFastThrow',
  '-XX:+DisableExplicitGC',
] as const;

/** The heap begins here, or lower when it may not grow as far. */
export function initialHeap(largest: string): string {
  const [, number, unit] = /^(\d+)([mg])$/.exec(largest) ?? [];
  return unit === 'm' && Number(number) < 512 ? largest : '512m';
}

/** What holds wherever Kith's Neo4j runs. */
export const sharedSettings: Readonly<Record<string, string>> = {
  'dbms.usage_report.enabled': 'false',
  'server.http.enabled': 'false',
  'server.https.enabled': 'false',
  // Kith's statements never read files; a statement of anybody else must not either.
  'dbms.security.allow_csv_import_from_file_urls': 'false',
  // A question is answered in seconds or refused (TIMED_OUT); a statement nobody waits for any more must end.
  'db.transaction.timeout': '10m',
  // A plan is kept for each rough length of each list and text of the parameters, where one would do: of two
  // steps through a few people, making the plan takes fifty times as long as following it.
  'internal.cypher.use_parameter_size': 'false',
  // Grow the log as it is written: 250 MB set aside at once for each database is more than all five reviews need.
  'db.tx_log.preallocate': 'false',
};

/** For a trial, that loads one small case after another: a plan made for the last does for the next, and making it anew takes longest. */
const throwAwaySettings: Readonly<Record<string, string>> = {
  'db.tx_log.rotation.retention_policy': 'keep_none',
  'dbms.cypher.min_replan_interval': '24h',
};

/**
 * neo4j.conf of the managed server, listening on 127.0.0.1:`port` only. Its folders are relative to
 * `--home-dir`: the file is read as ISO 8859-1, and the path of a home may hold any letter.
 */
export function managedSettings(managed: ManagedServer, port: number): Record<string, string> {
  return {
    ...sharedSettings,
    'server.memory.heap.initial_size': initialHeap(managed.heap),
    'server.memory.heap.max_size': managed.heap,
    'server.memory.pagecache.size': managed.pageCache,
    'server.default_listen_address': '127.0.0.1',
    'server.default_advertised_address': '127.0.0.1',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.bolt.advertised_address': `127.0.0.1:${port}`,
    // With the databases already closed the server waits ten seconds more for clients that may still come.
    // Ours are gone by then: a command that starts and stops the server must not take twice as long for it.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
    'internal.server.bolt.connection_shutdown_wait_time': '1s',
    'server.directories.data': 'data',
    'server.directories.logs': 'logs',
    'server.directories.run': 'run',
    'server.directories.plugins': 'plugins',
    'server.directories.import': 'import',
    ...(managed.throwAway ? throwAwaySettings : {}),
  };
}

/** One `name=value` a line; a backslash is an escape in neo4j.conf and none is ever needed. */
export function asConfFile(values: Readonly<Record<string, string>>): string {
  return `# Written by Kith at every start; changes here are lost.\n${Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')}`;
}

/** The container's variables: the image reads dots as `_` and underscores as `__`. */
export function containerEnvironment(heap: string, pageCache: string): Record<string, string> {
  const values = {
    ...sharedSettings,
    'server.memory.heap.initial_size': initialHeap(heap),
    'server.memory.heap.max_size': heap,
    'server.memory.pagecache.size': pageCache,
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}`, value]),
  );
}
