/** An office over the graph of the test run, for the tests of one file: opened before them, closed after them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { openAudit, type Audit } from '../../server/access/audit.ts';
import { openGraph, type Graph } from '../../server/database/graph.ts';
import { migrate } from '../../server/database/migrations.ts';
import type { CaseFile } from '../../server/ledger/case-file.ts';
import { load } from '../../server/ledger/load.ts';
import { SILENT } from '../../server/ledger/telling.ts';
import type { Day } from '../../server/ledger/versions.ts';
import { openOffice, type Office } from '../../server/questions/answer.ts';

export interface OwnOffice {
  office: Office;
  /** Loads these case files in place of whatever is there. */
  put: (files: readonly CaseFile[]) => Promise<void>;
}

/** Filled in once the tests begin. */
export function ownOffice(today: Day): OwnOffice {
  const own = {} as OwnOffice;
  let graph: Graph;
  let audit: Audit;
  let home: string;
  beforeAll(async () => {
    graph = openGraph(inject('database'));
    await migrate(graph);
    home = mkdtempSync(path.join(tmpdir(), 'kith-audit-'));
    audit = await openAudit(home);
    own.office = openOffice(graph, audit, () => today, { peopleADay: Infinity });
    own.put = async (files) => void (await load(graph, files, SILENT, { replace: true }));
  });
  afterAll(async () => {
    await audit.close();
    await graph.close();
    rmSync(home, { recursive: true, force: true });
  });
  return own;
}
