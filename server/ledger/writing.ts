/** Writes records and versions of the next revision, in batches, each under the lease. */
import type { Graph } from '../database/graph.ts';
import type { Params } from '../types.gen.ts';
import { BATCH, batchesOf } from './batches.ts';
import { canonicalJson } from './canonical.ts';
import type { Row } from './case-file.ts';
import { readSpan } from './dates.ts';
import { groupBy } from './grouping.ts';
import type { LedgerRecord, StatementRecord } from './records.ts';
import { lostLock, type Hold } from './revision.ts';
import { searchWords } from './search-words.ts';
import type { Telling } from './telling.ts';
import { personsIn } from './ties.ts';
import { topicOf } from './topics.ts';
import { ENDS, NOT_REMOVED, type Kind, type Version } from './versions.ts';

export type Hashed = { version: Version; hash: string };
export type Removal = { kind: Kind; unit: string; hash: string };

export async function writeRecords(graph: Graph, hold: Hold, rows: readonly Row[], telling: Telling): Promise<void> {
  const revision = hold.state.revision + 1;
  const base = () => ({ lease: hold.lease, step: hold.nextStep(), revision });
  const ofType = groupBy(rows, (row) => row.record.type);
  const others = rows.filter(({ record }) => record.type !== 'statement' && record.type !== 'sharing');
  let done = 0;
  const written = (count: number): void => telling.progress('Records', (done += count), rows.length);

  for (const batch of batchesOf(others)) {
    checkWritten(
      await graph.write('write/put-records', {
        ...base(),
        rows: batch.map((row) => ({ id: row.record.id, type: row.record.type, line: row.text, hash: row.hash })),
      }),
      batch.length,
    );
    written(batch.length);
  }
  for (const [label, entities] of Object.entries(entitiesIn(rows)) as [EntityLabel, Entity[]][]) {
    for (const batch of batchesOf(entities))
      checkWritten(await graph.write('write/put-entities', { ...base(), label, rows: batch }), batch.length);
  }
  for (const batch of batchesOf(ofType.get('statement') ?? [])) {
    checkWritten(await graph.write('write/put-statements', { ...base(), rows: batch.map(statementRow) }), batch.length);
    written(batch.length);
  }
  for (const batch of batchesOf(ofType.get('sharing') ?? [])) {
    checkWritten(
      await graph.write('write/put-sharings', {
        ...base(),
        rows: batch.map(({ record, text, hash }) => ({
          id: record.id,
          line: text,
          hash,
          statements: record.type === 'sharing' ? record.statements : [],
        })),
      }),
      batch.length,
    );
    written(batch.length);
  }
  const names = rows.flatMap(({ record }) => namedIn(record).map((person) => ({ record: record.id, person })));
  for (const batch of batchesOf(names))
    checkWritten(await graph.write('write/put-names', { lease: hold.lease, step: hold.nextStep(), rows: batch }), batch.length);
}

type EntityLabel = Params<'write/put-entities'>['label'];
type Entity = { id: string; properties: Record<string, unknown> };

function entitiesIn(rows: readonly Row[]): Record<EntityLabel, Entity[]> {
  const out: Record<EntityLabel, Entity[]> = { Agency: [], Person: [], Household: [], Organisation: [] };
  for (const { record } of rows) {
    const { id } = record;
    if (record.type === 'agency') out.Agency.push({ id, properties: { name: record.name, kind: record.kind, area: record.area ?? null } });
    if (record.type === 'person')
      out.Person.push({ id, properties: { label: record.label ?? null, placeholder: record.placeholder ?? false, seals: [] } });
    if (record.type === 'household')
      out.Household.push({ id, properties: { label: record.label ?? null, kind: record.kind ?? 'home', seals: [] } });
    if (record.type === 'organisation')
      out.Organisation.push({ id, properties: { name: record.name, kind: record.kind, small: record.small ?? false, seals: [] } });
  }
  return out;
}

function statementRow({ record, text, hash }: Row): Params<'write/put-statements'>['rows'][number] {
  const { id, agency, recorded, claim, stance, repeats, withdraws } = record as StatementRecord;
  const { topic, ends } = topicOf(claim);
  const { earliest, latest } = readSpan(recorded);
  return {
    id,
    line: text,
    hash,
    agency,
    recordedFrom: earliest,
    recordedTo: latest,
    claim: claim.type,
    stance: stance ?? 'claims',
    topic,
    end1: ends[0],
    end2: ends[1] ?? null,
    repeats: repeats ?? null,
    withdraws: withdraws ?? null,
  };
}

/** People a record names that its topic does not. */
export function namedIn(record: LedgerRecord): string[] {
  if (record.type === 'contact') return [...new Set([...record.about, ...(record.with ?? [])])];
  if (record.type === 'decision') return [...new Set(record.about)];
  return record.type === 'statement' ? [...new Set(personsIn(record.claim))] : [];
}

export async function writeVersions(
  graph: Graph,
  hold: Hold,
  added: readonly Hashed[],
  removed: readonly Removal[],
  telling: Telling,
): Promise<void> {
  const revision = hold.state.revision + 1;
  const total = added.length + removed.length;
  let done = 0;
  const written = (count: number): void => telling.progress('Versions', (done += count), total);

  for (const [kind, gone] of groupBy(removed, (one) => one.kind)) {
    // All of a unit in one step, so that no hash is looked for without its unit.
    const byUnit = [...groupBy(gone, (one) => one.unit)].map(([unit, ones]) => ({ unit, hashes: ones.map((one) => one.hash) }));
    for (const batch of batchesOf(byUnit)) {
      const hashes = batch.flatMap((one) => one.hashes);
      checkWritten(
        await graph.write('write/remove-versions', {
          lease: hold.lease,
          step: hold.nextStep(),
          kind,
          units: batch.map((one) => one.unit),
          hashes,
          revision,
          never: NOT_REMOVED,
        }),
        hashes.length,
      );
      written(hashes.length);
    }
  }
  for (const label of ['Concern', 'Custody', 'Matter', 'Detail'] as const) {
    const ids = new Set(
      added.flatMap(({ version }) => [
        ...(ENDS[version.kind][0] === label ? [version.start] : []),
        ...(ENDS[version.kind][1] === label ? [version.end] : []),
      ]),
    );
    for (const batch of batchesOf([...ids]))
      checkWritten(
        await graph.write('write/put-ends', { lease: hold.lease, step: hold.nextStep(), label, ids: batch, revision }),
        batch.length,
      );
  }
  for (const versions of groupBy(added, ({ version }) => ENDS[version.kind].join()).values()) {
    const [start, end] = ENDS[versions[0]!.version.kind];
    for (const batch of batchesOf(versions, BATCH / 2)) {
      const kinds = [...new Set(batch.map((one) => one.version.kind))];
      const units = [...new Set(batch.map((one) => one.version.unit))];
      checkWritten(
        await graph.write('write/put-versions', {
          lease: hold.lease,
          step: hold.nextStep(),
          start,
          end,
          kinds,
          units,
          rows: batch.map((one) => versionRow(one, revision)),
        }),
        batch.length,
      );
      written(batch.length);
    }
  }
  const ofConcern = [...new Set(added.flatMap(({ version }) => (version.kind === 'OF_CONCERN' ? [version.start] : [])))];
  for (const ids of batchesOf(ofConcern)) await graph.write('write/mark-of-concern', { lease: hold.lease, ids });
}

function versionRow({ version, hash }: Hashed, revision: number): Params<'write/put-versions'>['rows'][number] {
  const { kind, start, end, more, ...fields } = version;
  return {
    kind,
    start,
    end,
    version: {
      ...fields,
      more: more === null ? null : canonicalJson(more),
      search: searchWords(kind, more),
      hash,
      added: revision,
      removed: NOT_REMOVED,
    },
  };
}

/** Fewer than asked for: the lease was lost and the statement did nothing. No row: it had arrived at an earlier try. */
function checkWritten(rows: { written: number }[], expected: number): void {
  if (rows[0] !== undefined && rows[0].written !== expected) throw lostLock();
}
