/**
 * The records of a bulk load: their lines in one file, and in memory only numbers by which they are found
 * again, about 90 bytes a record. A record has a number in the order it came; an id has one from its
 * first mention, so that records may come in any order.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import path from 'node:path';
import { onDisk } from '../../database/disk.ts';
import type { Row } from '../case-file.ts';
import { readLine } from '../known.ts';
import { CLAIM_SHAPES, RECORD_SHAPES } from '../record-shapes.ts';
import type { ClaimType, LedgerRecord, RecordType, StatementRecord } from '../records.ts';
import type { TopicAt } from '../source.ts';
import { topicOf } from '../topics.ts';
import { namedIn } from '../writing.ts';
import { Keys, Lists, Numbers, takenOver } from './keys.ts';

/** Records each thread keeps read, so that the neighbours of a batch are read from disk about once. */
const MOST_READ = 30_000;
const PIECE = 1 << 20;

const RECORD_TYPES = Object.keys(RECORD_SHAPES) as RecordType[];
const ALL_TYPES: readonly (RecordType | ClaimType)[] = [...RECORD_TYPES, ...(Object.keys(CLAIM_SHAPES) as ClaimType[])];

export class Store {
  readonly ids = new Keys();
  readonly topics = new Keys();
  size = 0;
  /** By number: of statements, sharings with something to check, and records with a key. */
  readonly seals: number[] = [];
  readonly shared: number[] = [];
  readonly chained: number[] = [];
  readonly keyed: number[] = [];
  /** Contacts, decisions and the first statement of each topic, in the order they came: by these all is folded. */
  readonly toFold = new Numbers();

  private readonly folder: string;
  private readonly file: number;
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private written = 0;
  private readonly offsets = new Numbers(true);
  private readonly lengths = new Numbers();
  /** Record type, and of statements the claim's, by place in ALL_TYPES. */
  private readonly types = new Numbers();
  private readonly lines = new Numbers();
  private readonly files = new Numbers();
  /** Record number and one, by id number. */
  private readonly numbers = new Numbers();
  readonly byTopic = new Lists();
  readonly byEnd = new Lists();
  readonly bySharing = new Lists();
  readonly byNamed = new Lists();
  readonly repeating = new Lists();
  readonly withdrawing = new Lists();
  private readonly kept = new Map<number, LedgerRecord>();

  constructor(file: string) {
    this.folder = path.dirname(file);
    this.file = onDisk(this.folder, 'KITH_HOME', () => openSync(file, 'wx+', 0o600));
  }

  close(): void {
    closeSync(this.file);
  }

  /** For another thread to read by: the file and the arrays are the same, so nothing may be added afterwards. */
  handOver(): Store {
    this.flush();
    return { ...this, kept: new Map() };
  }

  static takenOver(handed: Store): Store {
    for (const keys of [handed.ids, handed.topics]) takenOver(Keys, keys);
    for (const numbers of [handed.toFold, handed.offsets, handed.lengths, handed.types, handed.lines, handed.files, handed.numbers])
      takenOver(Numbers, numbers);
    for (const lists of [handed.byTopic, handed.byEnd, handed.bySharing, handed.byNamed, handed.repeating, handed.withdrawing])
      Lists.takenOver(lists);
    return takenOver(Store, handed);
  }

  /** The number of the record of this id; -1: none came yet. */
  numberOf(id: string): number {
    const place = this.ids.of(id);
    return place === -1 ? -1 : this.numbers.at(place) - 1;
  }

  typeOf(number: number): RecordType {
    return RECORD_TYPES[this.types.at(number)] ?? 'statement';
  }

  /** The claim's type of a statement; the record's own of another. */
  kindOf(number: number): RecordType | ClaimType {
    return ALL_TYPES[this.types.at(number)]!;
  }

  placeOf(number: number): { file: number; line: number } {
    return { file: this.files.at(number), line: this.lines.at(number) };
  }

  /** Its number. The id must be new. */
  add({ record, text, line }: Row, file: number): number {
    const number = this.size++;
    const bytes = Buffer.from(text);
    this.offsets.set(number, this.written + this.pendingBytes);
    this.lengths.set(number, bytes.length);
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    if (this.pendingBytes > PIECE) this.flush();
    this.types.set(number, ALL_TYPES.indexOf(record.type === 'statement' ? record.claim.type : record.type));
    this.lines.set(number, line);
    this.files.set(number, file);
    this.numbers.set(this.ids.put(record.id), number + 1);
    this.index(number, record);
    return number;
  }

  private index(number: number, record: LedgerRecord): void {
    for (const person of namedIn(record)) this.byNamed.add(this.ids.put(person), number);
    if (record.type === 'seal') this.seals.push(number);
    if (record.type === 'sharing') {
      this.shared.push(number);
      for (const statement of new Set(record.statements)) this.bySharing.add(this.ids.put(statement), number);
    }
    if (record.type === 'contact' || record.type === 'decision') this.toFold.push(number);
    if (record.type !== 'statement') return;
    const { topic, ends } = topicOf(record.claim);
    const known = this.topics.size;
    const topicNumber = this.topics.put(topic);
    if (topicNumber === known) this.toFold.push(number);
    this.byTopic.add(topicNumber, number);
    for (const end of new Set(ends)) this.byEnd.add(this.ids.put(end), number);
    if (record.repeats !== undefined) this.repeating.add(this.ids.put(record.repeats), number);
    if (record.withdraws !== undefined) this.withdrawing.add(this.ids.put(record.withdraws), number);
    if (record.repeats !== undefined || record.withdraws !== undefined) this.chained.push(number);
    if ('key' in record.claim) this.keyed.push(number);
  }

  private flush(): void {
    const all = Buffer.concat(this.pending);
    onDisk(this.folder, 'KITH_HOME', () => {
      for (let done = 0; done < all.length;) done += writeSync(this.file, all, done, all.length - done, this.written + done);
    });
    this.written += all.length;
    this.pending = [];
    this.pendingBytes = 0;
  }

  textOf(number: number): string {
    if (this.pendingBytes > 0) this.flush();
    const buffer = Buffer.allocUnsafe(this.lengths.at(number));
    readSync(this.file, buffer, 0, buffer.length, this.offsets.at(number));
    return buffer.toString();
  }

  read(number: number): LedgerRecord {
    let record = this.kept.get(number);
    if (record === undefined) {
      record = readLine(this.textOf(number));
      if (this.kept.size >= MOST_READ) this.kept.clear();
      this.kept.set(number, record);
    }
    return record;
  }

  find(id: string): LedgerRecord | undefined {
    const number = this.numberOf(id);
    return number === -1 ? undefined : this.read(number);
  }

  topicAt(number: number): TopicAt {
    const { claim } = this.read(number) as StatementRecord;
    const { topic, ends } = topicOf(claim);
    return { topic, claim: claim.type, end1: ends[0], end2: ends[1] ?? null };
  }
}
