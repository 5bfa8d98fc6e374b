/**
 * "Given a small case file, when asked, then exactly these": loads a case file with the real loader into
 * the real Neo4j of the test run, and asks through the same operations as the page.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { openAudit } from '../../server/access/audit.ts';
import { operator, type Viewer } from '../../server/access/viewer.ts';
import { askOne, type Desk } from '../../server/ask.ts';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import { readCaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import { prepareGraph } from '../../server/ledger/prepare.ts';
import type { Claim, LedgerRecord, StatementRecord } from '../../server/ledger/records.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import { readOperations } from '../../server/operations.ts';
import { openOffice } from '../../server/questions/answer.ts';
import { fieldOf, readSchema } from '../../server/resolvers.ts';

/** Deep enough for tests to read any field of any answer. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = any;

export type Given = {
  graph: Graph;
  /** KITH_HOME of this test: its audit log, keys and accounts. */
  home: string;
  desk: Desk;
  /** The answer of one question by the operator, or by a viewer. */
  ask: (question: string, args: Record<string, unknown>, viewer?: Viewer) => Promise<Answer>;
  /** Loads more, as a later file. */
  andThen: (...records: object[]) => Promise<void>;
  close: () => Promise<void>;
};

/** Records of one file; ids as they are, no prefix. The graph is emptied first. */
export async function givenCaseFile(...records: object[]): Promise<Given> {
  const graph = openGraph(inject('database'));
  await prepareGraph(graph, SILENT);
  const home = mkdtempSync(path.join(tmpdir(), 'kith-audit-'));
  const audit = await openAudit(home);
  const schema = readSchema();
  const desk: Desk = { office: openOffice(graph, audit, () => '2024-06-01'), schema, operations: readOperations(schema) };
  const put = async (these: readonly object[], replace: boolean): Promise<void> => {
    const text = [{ type: 'file', format: 'kith/1', title: 'A test' }, ...these].map((record) => JSON.stringify(record)).join('\n');
    await load(graph, [readCaseFile('test.jsonl', `${text}\n`)], SILENT, { replace });
  };
  await put(records, true);
  return {
    graph,
    desk,
    home,
    ask: async (question, args, viewer = operator()) => (await askOne(desk, question, args, viewer))[fieldOf(question)],
    andThen: async (...more) => put(more, false),
    close: async () => {
      await audit.close();
      await graph.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export const agency = (id: string, kind: string = id, name: string = id): object => ({ type: 'agency', id, name, kind });
export const person = (id: string, label: string = id, more: Partial<Extract<LedgerRecord, { type: 'person' }>> = {}): object => ({
  type: 'person',
  id,
  label,
  ...more,
});
export const household = (id: string, label: string = id, kind?: string): object => ({
  type: 'household',
  id,
  label,
  ...(kind === undefined ? {} : { kind }),
});

let statements = 0;
/** A statement; `more` may name its id, stance, source. */
export function says(by: string, recorded: string, claim: Claim, more: Partial<StatementRecord> = {}): object {
  return { type: 'statement', id: `s${++statements}`, agency: by, recorded, claim, ...more };
}
export const shares = (from: string, to: string, on: string, ...these: object[]): object => ({
  type: 'sharing',
  id: `sharing${++statements}`,
  from,
  to,
  on,
  statements: these.map((one) => (one as { id: string }).id),
});

/** "S - R - A" for each route, in order. */
export const routesOf = (found: Answer): string[] =>
  found.routes.map((route: Answer) => route.people.map((one: Answer) => one.name).join(' - '));
/** "A at 2" for each row. */
export const rowsOf = (rows: Answer[]): string[] => rows.map((row) => `${row.person.name} at ${row.steps}`);
export const setsOf = (sets: Answer[][]): string[] => sets.map((set) => set.map((one) => one.id).join('+'));
