/**
 * What check-records.ts checks, for a load too large to stand in memory: mentions as the rows come, those
 * of what has not come yet from a file at the end; the rest for the few records it concerns.
 */
import { closeSync, createReadStream, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { onDisk } from '../../database/disk.ts';
import type { Reference, Row } from '../case-file.ts';
import { checkBirths } from '../check-births.ts';
import { checkStatements, mentionRule, NOTHING_KNOWN, otherContent, type Wrong } from '../check-records.ts';
import { checkSharings } from '../check-sharings.ts';
import { perhapsInCircles } from '../circles.ts';
import { MOST_PROBLEMS, type Problem } from '../problems.ts';
import type { SharingRecord, StatementRecord } from '../records.ts';
import type { Store } from './store.ts';

const SHARINGS_AT_ONCE = 5_000;

export type Checked = {
  /** Keeps the row if it is new; false: it was there already, word for word, or is wrong. */
  take(row: Row, file: number): boolean;
  /** Once all rows are taken. */
  finish(): Promise<Problem[]>;
};

/** `waiting`: a file for mentions of what has not come yet. */
export function checkInto(store: Store, waiting: string, names: readonly string[]): Checked {
  const problems: Problem[] = [];
  const wrong: Wrong = ({ file, line }, field, rule) => {
    if (problems.length < 10 * MOST_PROBLEMS) problems.push({ file, line, field, rule });
  };
  const inFolder = <T>(work: () => T): T => onDisk(path.dirname(waiting), 'KITH_HOME', work);
  const file = inFolder(() => openSync(waiting, 'wx', 0o600));
  let unwritten = '';
  const flush = (): void => {
    if (unwritten !== '') inFolder(() => writeFileSync(file, unwritten));
    unwritten = '';
  };

  const take = (row: Row, fileNumber: number): boolean => {
    const known = store.numberOf(row.record.id);
    if (known !== -1) {
      if (store.textOf(known) === row.text) return false;
      const place = store.placeOf(known);
      wrong(row, 'id', otherContent(row.record.id, store.typeOf(known), { file: names[place.file]!, line: place.line }));
      return false;
    }
    const number = store.add(row, fileNumber);
    for (const reference of row.references) {
      const there = store.numberOf(reference.id);
      if (there === -1) unwritten += `${JSON.stringify({ number, reference } satisfies Waiting)}\n`;
      else checkMention(number, reference);
    }
    if (unwritten.length > 1 << 20) flush();
    return true;
  };

  const rowOf = (number: number): Row => {
    const place = store.placeOf(number);
    return { record: store.read(number), file: names[place.file]!, line: place.line, text: '', hash: '', references: [] };
  };

  const checkMention = (number: number, reference: Reference): void => {
    const there = store.numberOf(reference.id);
    const rule = mentionRule(reference, there === -1 ? undefined : store.typeOf(there));
    if (rule !== undefined) wrong(rowOf(number), reference.field, rule);
  };

  const finish = async (): Promise<Problem[]> => {
    flush();
    closeSync(file);
    for await (const line of createInterface({ input: createReadStream(waiting), crlfDelay: Infinity })) {
      const { number, reference } = JSON.parse(line) as Waiting;
      checkMention(number, reference);
    }
    if (problems.length > 0) return problems;

    const find = (id: string) => store.find(id);
    checkStatements([...new Set([...store.chained, ...store.keyed])].sort((a, b) => a - b).map(rowOf), find, wrong);
    for (let start = 0; start < store.shared.length; start += SHARINGS_AT_ONCE) {
      const rows = store.shared.slice(start, start + SHARINGS_AT_ONCE).map(rowOf);
      const own = new Set(rows.map(({ record }) => record.id));
      const others = new Set(
        rows.flatMap(({ record }) => (record as SharingRecord).statements).flatMap((id) => [...store.bySharing.of(store.ids.of(id))]),
      );
      const sharings = [...others].map((number) => store.read(number) as SharingRecord).filter(({ id }) => !own.has(id));
      checkSharings(rows, { ...NOTHING_KNOWN, sharings }, find, wrong);
    }
    checkBirths(birthsToCheck(store).map(rowOf), NOTHING_KNOWN, wrong);
    return problems;
  };
  return { take, finish };
}

type Waiting = { number: number; reference: Reference };

/** Numbers of the statements that may be part of a circle of births, and of all withdrawals: of a county of a million next to none. */
function birthsToCheck(store: Store): number[] {
  const statements: number[] = [];
  const parents: number[] = [];
  const children: number[] = [];
  for (let number = 0; number < store.size; number++) {
    if (store.kindOf(number) !== 'parent') continue;
    const { claim } = store.read(number) as StatementRecord;
    if (claim.type !== 'parent') continue;
    statements.push(number);
    parents.push(store.ids.of(claim.parent));
    children.push(store.ids.of(claim.child));
  }
  // Who said each, and whether it stands, is asked of these few alone.
  const left = perhapsInCircles({ parents, children }).map((at) => statements[at]!);
  return [...new Set([...left, ...store.chained])].sort((a, b) => a - b);
}
