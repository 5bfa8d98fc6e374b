/** The nodes and relationships of a bulk load, as the files of its import: what writing.ts writes over Bolt. */
import type { Row } from '../case-file.ts';
import { readSpan } from '../dates.ts';
import type { LedgerRecord } from '../records.ts';
import { topicOf } from '../topics.ts';
import { ENDS } from '../versions.ts';
import { namedIn } from '../writing.ts';
import { CsvFile, type Field } from './csv.ts';
import type { Store } from './store.ts';
import { endColumns, VERSION_COLUMNS, type VersionLines } from './version-lines.ts';

const RECORD_COLUMNS = ['id:string', 'type:string', 'line:string', 'hash:string', 'added:long'];

export type Publishing = {
  digest: string;
  foldVersion: number;
  records: number;
  versions: number;
  titles: string[];
  hash: string;
};

export function graphFiles(folder: string, store: Store, revision: number) {
  const nodes = new Map<string, CsvFile>();
  const ties = new Map<string, CsvFile>();
  const nodeFile = (name: string, columns: readonly string[]): CsvFile =>
    nodes.get(name) ?? nodes.set(name, new CsvFile(folder, name, columns)).get(name)!;
  const tieFile = (name: string, start: string, end: string, columns: readonly string[] = []): CsvFile =>
    ties.get(name) ?? ties.set(name, new CsvFile(folder, `tie-${name}`, [`:START_ID(${start})`, `:END_ID(${end})`, ...columns])).get(name)!;

  const ofConcern = new Set<number>();

  const record = ({ record: one, text, hash }: Row, number: number): void => {
    const own: Field[] = [number, one.id, one.type, text, hash, revision];
    if (one.type === 'statement') {
      const { topic, ends: at } = topicOf(one.claim);
      const { earliest, latest } = readSpan(one.recorded);
      nodeFile('Record;Statement', [
        ':ID(Record)',
        ...RECORD_COLUMNS,
        ...'agency:string recordedFrom:date recordedTo:date claim:string stance:string topic:string end1:string end2:string repeats:string withdraws:string'.split(
          ' ',
        ),
      ]).put([
        ...own,
        one.agency,
        earliest,
        latest,
        one.claim.type,
        one.stance ?? 'claims',
        topic,
        at[0],
        at[1] ?? null,
        one.repeats ?? null,
        one.withdraws ?? null,
      ]);
    } else nodeFile(one.type === 'sharing' ? 'Record;Sharing' : 'Record', [':ID(Record)', ...RECORD_COLUMNS]).put(own);
  };

  const versions = ({ nodes: added, ties: made, ofConcern: people }: VersionLines): void => {
    for (const [label, lines] of added) nodeFile(label, endColumns(label)).append(lines);
    for (const [kind, lines] of made) {
      const [start, end] = ENDS[kind];
      tieFile(kind, start === 'Statement' ? 'Record' : start, end, VERSION_COLUMNS).append(lines);
    }
    for (const person of people) ofConcern.add(person);
  };

  /** Last: who is of concern, and what is sealed, is known only then. */
  const entities = (
    sealsOn: (of: 'persons' | 'households' | 'organisations', id: string) => string[],
    progress: (done: number) => void,
  ): void => {
    for (let number = 0; number < store.size; number++) {
      if (number % 20_000 === 0) progress(number);
      const type = store.typeOf(number);
      if (type === 'statement' || type === 'seal') continue;
      const one = store.read(number);
      if (type === 'sharing' || type === 'contact' || type === 'decision') linkRecord(one, number);
      else entity(one, sealsOn);
    }
    for (const number of store.keyed) linkRecord(store.read(number), number);
  };

  const linkRecord = (one: LedgerRecord, number: number): void => {
    if (one.type === 'sharing') for (const id of one.statements) tieFile('OF', 'Record', 'Record').put([number, store.numberOf(id)]);
    for (const person of namedIn(one)) tieFile('NAMES', 'Record', 'Person').put([number, store.ids.of(person)]);
  };

  const entity = (one: LedgerRecord, sealsOn: Parameters<typeof entities>[0]): void => {
    const id = store.ids.of(one.id);
    if (one.type === 'agency')
      nodeFile('Agency', [':ID(Agency)', 'id:string', 'name:string', 'kind:string', 'area:string', 'added:long']).put([
        id,
        one.id,
        one.name,
        one.kind,
        one.area ?? null,
        revision,
      ]);
    if (one.type === 'person')
      nodeFile(ofConcern.has(id) ? 'Person;OfConcern' : 'Person', [
        ':ID(Person)',
        'id:string',
        'label:string',
        'placeholder:boolean',
        'seals:string[]',
        'added:long',
      ]).put([id, one.id, one.label ?? null, one.placeholder ?? false, sealsOn('persons', one.id), revision]);
    if (one.type === 'household')
      nodeFile('Household', [':ID(Household)', 'id:string', 'label:string', 'kind:string', 'seals:string[]', 'added:long']).put([
        id,
        one.id,
        one.label ?? null,
        one.kind ?? 'home',
        sealsOn('households', one.id),
        revision,
      ]);
    if (one.type === 'organisation')
      nodeFile('Organisation', [
        ':ID(Organisation)',
        'id:string',
        'name:string',
        'kind:string',
        'small:boolean',
        'seals:string[]',
        'added:long',
      ]).put([id, one.id, one.name, one.kind, one.small ?? false, sealsOn('organisations', one.id), revision]);
  };

  /** The ledger as published, and its one load. */
  const publish = ({ digest, foldVersion, records, versions, titles, hash }: Publishing): void => {
    nodeFile('Ledger', [
      ':ID(Ledger)',
      'one:long',
      'revision:long',
      'digest:string',
      'foldVersion:long',
      'records:long',
      'versions:long',
    ]).put([0, 1, revision, digest, foldVersion, records, versions]);
    nodeFile('Load', [
      ':ID(Load)',
      ...'revision:long at:datetime before:string digest:string kind:string titles:string[] hash:string records:long added:long removed:long'.split(
        ' ',
      ),
    ]).put([0, revision, new Date().toISOString(), '0', digest, 'load', titles, hash, records, versions, 0]);
  };

  /** What the importer is told: `--nodes=...` and `--relationships=...`. */
  const close = (): { files: string[]; isMultiline: boolean; relationships: number } => {
    const all = [...nodes.values(), ...ties.values()];
    for (const file of all) file.close();
    return {
      files: [
        ...[...nodes].map(([name, { file }]) => `--nodes=${name.replaceAll(';', ':')}=${file}`),
        ...[...ties].map(([name, { file }]) => `--relationships=${name}=${file}`),
      ],
      isMultiline: all.some((file) => file.isMultiline),
      relationships: [...ties.values()].reduce((sum, { rows }) => sum + rows, 0),
    };
  };
  return { record, versions, entities, publish, close };
}

export type GraphFiles = ReturnType<typeof graphFiles>;
