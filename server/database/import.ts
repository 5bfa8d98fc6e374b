/** Neo4j's own offline importer: files on disk become the store of a server that is not running. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { KithError } from '../errors.ts';
import { onDisk } from './disk.ts';
import { makeNeo4jFolders, type Home } from './home.ts';
import type { Java } from './java.ts';
import { diskFull, neo4jEnvironment } from './launch.ts';
import { asConfFile, managedSettings } from './settings.ts';

export interface Import {
  /** `--nodes=...` and `--relationships=...`. */
  files: readonly string[];
  isMultiline: boolean;
  /** The character between the parts of a list, as the importer takes it: `U+001F`. */
  arrayDelimiter: string;
}

const lifeline = path.join(import.meta.dirname, 'lifeline.mjs');

/** The importer keeps what it needs most outside its heap. */
const OFF_HEAP = '1g';

/** `progress` is told percents. Throws GRAPH_UNAVAILABLE with one sentence. */
export async function importGraph(
  config: Config,
  home: Home,
  java: Java,
  jars: string,
  { files, isMultiline, arrayDelimiter }: Import,
  signal: AbortSignal,
  progress: (percent: number) => void,
): Promise<void> {
  makeNeo4jFolders(home);
  const conf = path.join(home.neo4j, 'conf');
  onDisk(home.folder, 'KITH_HOME', () => writeFileSync(path.join(conf, 'neo4j.conf'), asConfFile(managedSettings(config.managed, 0))));
  const report = path.join(home.neo4j, 'logs', 'import-report.txt');
  const options = [
    'database',
    'import',
    'full',
    'neo4j',
    '--id-type=integer',
    `--array-delimiter=${arrayDelimiter}`,
    `--multiline-fields=${isMultiline}`,
    '--strict',
    // Without it the importer does not say that the disk was full.
    '--verbose',
    '--bad-tolerance=0',
    `--max-off-heap-memory=${OFF_HEAP}`,
    `--report-file=${report}`,
    ...files,
  ];
  const importer = [java.command, `-Xmx${config.managed.heap}`, '-cp', path.join(jars, '*'), 'org.neo4j.cli.AdminTool', ...options];
  // Left to itself it would go on writing where the next start has just removed everything.
  const child = spawn(process.execPath, [lifeline, ...importer], {
    cwd: home.neo4j,
    env: neo4jEnvironment(home),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  let output = '';
  const stages = new Set<string>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      // Four stages, each with its own percents: "(2/4) Node counts" and then dots.
      for (const [stage] of chunk.toString().matchAll(/\((\d)\/4\)/g)) stages.add(stage);
      const percent = Number(/(\d+)%(?![\s\S]*\d%)/.exec(chunk.toString())?.[1] ?? Number.NaN);
      if (!Number.isNaN(percent)) progress(Math.min(99, Math.round(((Math.max(1, stages.size) - 1) * 100 + percent) / 4)));
    });
  const end = (): void => void child.stdin.destroy();
  signal.addEventListener('abort', end, { once: true });
  process.once('exit', end);
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
    signal.throwIfAborted();
    if (code !== 0) throw new KithError('GRAPH_UNAVAILABLE', importTrouble(output, home, `exit code ${code}`));
    progress(100);
  } finally {
    signal.removeEventListener('abort', end);
    process.off('exit', end);
  }
}

export function importTrouble(output: string, home: Home, ended: string): string {
  const disk = `The graph could not be imported, and the old one is as it was: the disk of ${home.neo4j}`;
  if (diskFull.test(output)) return `${disk} is full; free some space, or set KITH_HOME to a folder on another disk.`;
  if (/File too large/i.test(output))
    return `${disk} lets no file grow so large; raise that limit, or set KITH_HOME to a folder on another disk.`;
  if (/OutOfMemoryError|Could not reserve enough space|insufficient memory/i.test(output))
    return 'The import needs more memory than it may have: close something, or raise KITH_HEAP.';
  const line = /^(?:ERROR|Error|Caused by|error:).*$/im.exec(output)?.[0] ?? output.trim().split('\n').at(-1) ?? '';
  return `Neo4j's importer ended with ${ended}: ${line.trim().slice(0, 300)}`;
}
