/** The nodes and relationships of a bulk load, as the files of its import: what writing.ts writes over Bolt. */
import { canonicalJson } from '../canonical.ts';
import type { Row } from '../case-file.ts';
import { readSpan } from '../dates.ts';
import type { LedgerRecord } from '../records.ts';
import { searchWords } from '../search-words.ts';
import { topicOf } from '../topics.ts';
import { ENDS, NOT_REMOVED, type Kind, type Version } from '../versions.ts';
import { namedIn, type Hashed } from '../writing.ts';
import { asFields, CsvFile, type Field } from './csv.ts';
import { Keys } from './keys.ts';
import type { Store } from './store.ts';

type Label = (typeof ENDS)[Kind][number];
const RECORD_COLUMNS = ['id:string', 'type:string', 'line:string', 'hash:string', 'added:long'];
/**
 * Properties of a version that are written as they are, with their types. In this order they lie in the store,
 * where a property is found by walking past those before it: first what a step is tested by.
 */
const PLAIN_TYPES = {
  from: 'date',
  to: 'date',
  heldFrom: 'date',
  heldTo: 'date',
  standing: 'string',
  holders: 'string[]',
  seals: 'string[]',
  form: 'string',
  disputed: 'boolean',
  heldSince: 'date',
  sureFrom: 'date',
  sureTo: 'date',
  tie: 'string',
  spell: 'string',
  unit: 'string',
  because: 'string[]',
  via: 'string',
  rests: 'string[]',
} as const satisfies Record<keyof Omit<Version, 'kind' | 'start' | 'end' | 'more'>, string>;
const PLAIN = Object.keys(PLAIN_TYPES) as (keyof typeof PLAIN_TYPES)[];
const VERSION_COLUMNS = [
  'added:long',
  'removed:long',
  ...PLAIN.map((name) => `${name}:${PLAIN_TYPES[name]}`),
  'more:string',
  'search:string',
  'hash:string',
];

/** A version as a line of an import's file, but for the numbers of its ends. */
export type TieLine = Pick<Version, 'kind' | 'start' | 'end'> & { fields: string };

export function tieLine({ version, hash }: Hashed, revision: number): TieLine {
  const { kind, start, end, more } = version;
  const fields = asFields([
    revision,
    NOT_REMOVED,
    ...PLAIN.map((name) => version[name]),
    more === null ? null : canonicalJson(more),
    searchWords(kind, more),
    hash,
  ]);
  return { kind, start, end, fields };
}

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

  // Concerns, custodies, matters and details have no record: they are numbered as they come.
  const ends = new Map<Label, Keys>();
  const numberOfEnd = (label: Label, id: string): number => {
    if (label === 'Statement') return store.numberOf(id);
    if (label === 'Person' || label === 'Household' || label === 'Organisation' || label === 'Agency') return store.ids.of(id);
    const keys = ends.get(label) ?? ends.set(label, new Keys()).get(label)!;
    const known = keys.size;
    const number = keys.put(id);
    if (number === known) nodeFile(label, [`:ID(${label})`, 'id:string', 'added:long']).put([number, id, revision]);
    return number;
  };
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

  const tie = ({ kind, start, end, fields }: TieLine): void => {
    const [startLabel, endLabel] = ENDS[kind];
    const from = numberOfEnd(startLabel, start);
    if (kind === 'OF_CONCERN') ofConcern.add(from);
    tieFile(kind, startLabel === 'Statement' ? 'Record' : startLabel, endLabel, VERSION_COLUMNS).putLine(
      `${from},${numberOfEnd(endLabel, end)},${fields}`,
    );
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
  return { record, tie, entities, publish, close };
}

export type GraphFiles = ReturnType<typeof graphFiles>;
